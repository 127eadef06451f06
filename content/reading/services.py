"""The services that the programme itself knows of, and the categories, out of `servicios/`."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from re import fullmatch

from content.folding import folded
from content.local_services import (
    CONTEXT,
    Category,
    CategoryTold,
    Checked,
    Hours,
    LocalService,
    Organization,
    Papers,
    Phone,
    Spot,
    identifier,
)
from content.reading.complaints import Complaints
from content.reading.fields import LINE, PARAGRAPH, Fields
from content.reading.help import WEEKDAYS
from content.reading.nodes import read_sheet
from content.sentences import told

FILES = ("nacionales.yaml", "municipales.yaml", "participacion.yaml")
PAPERS = {
    "cualquiera": Papers.ANY,
    "con-run": Papers.WITH_RUN,
    "regular": Papers.REGULAR,
    "definitiva": Papers.DEFINITIVE,
    "sin-papeles": Papers.NONE_YET,
}
LANGUAGES = ("es", "ht", "en", "pt", "fr", "zh")
_CODE, _SHORT, _LONGEST_LABEL = r"[a-z][a-z0-9-]{1,40}", 18, 44


def read_category_file(path: Path, shown: str, complaints: Complaints) -> Mapping[Category, CategoryTold]:
    """The categories in the order in which they are shown; worth nothing when a complaint was added."""
    fields, found = _fields(path, shown, complaints), {}
    words = {each.value: each for each in Category}
    for each in fields.sections("categorias"):
        category = each.word("codigo", words)
        short, label, about = each.text("boton", _SHORT), each.text("nombre", _LONGEST_LABEL), each.text("de_que_trata", LINE)
        icon = each.code("icono", r"\S{1,4}", "🩺")
        found[category] = CategoryTold(category, icon, *(told(text, CONTEXT) for text in (short, label, about)))
        each.close()
    for lacking in [code for code, category in words.items() if category not in found] if found else ():
        fields.complain("categorias", f"Falta la categoría «{lacking}».", "Agréguela: la lista es cerrada.")
    fields.close()
    return found


def read_service_files(folder: Path, shown: str, complaints: Complaints) -> tuple[LocalService, ...]:
    """Every service of the files; worth nothing when a complaint was added."""
    services: dict[str, LocalService] = {}
    for name in FILES:
        fields = _fields(folder / name, f"{shown}/{name}", complaints)
        for each in fields.sections("servicios"):
            code = each.code("codigo", _CODE, "fonasa-regular", services)
            services[code] = _service(each, code)
        fields.close()
    return tuple(services.values())


def _fields(path: Path, shown: str, complaints: Complaints) -> Fields:
    sheet = read_sheet(path, shown, complaints)
    return Fields(sheet, complaints) if sheet else Fields.missing()


def _service(fields: Fields, code: str) -> LocalService:
    commune = fields.code("comuna", "[0-9]{5}", "05601") if "comuna" in fields else None
    service = LocalService(
        id=identifier("servicio", code),
        name=fields.text("nombre", LINE),
        organization=_organization(fields, commune),
        description=fields.text("descripcion", PARAGRAPH),
        categories=_categories(fields),
        commune=commune,
        papers=fields.word("papeles", PAPERS, Papers.ANY),
        who_may_use=fields.text("quien", PARAGRAPH),
        bring=fields.texts("llevar", LINE) if "llevar" in fields else (),
        cost=fields.maybe_text("costo", LINE) or "",
        how=fields.maybe_text("como") or "",
        spots=tuple(_spot(each) for each in fields.sections("lugares")) if "lugares" in fields else (),
        hours=tuple(_hours(each) for each in fields.sections("horario")) if "horario" in fields else (),
        phones=tuple(_phone(each) for each in fields.sections("telefonos")) if "telefonos" in fields else (),
        languages=_languages(fields),
        web=fields.code("web", r"https://\S{4,300}", "https://serviciomigraciones.cl") if "web" in fields else "",
        alert=fields.maybe_text("aviso") or "",
        checked=_checked(fields),
        is_example=fields.flag("ejemplo", default=False),
        keywords=tuple(word for _, word in fields.codes("palabras")) if "palabras" in fields else (),
    )
    fields.close()
    return service


def _organization(fields: Fields, commune: str | None) -> Organization:
    name = fields.text("entrega", LINE)
    if commune is not None:
        return Organization(identifier("municipalidad", commune), name, commune)
    return Organization(identifier("organizacion", folded(name)), name)


def _categories(fields: Fields) -> tuple[Category, ...]:
    known = {each.value: each for each in Category}
    found = []
    for spot, code in fields.codes("temas"):
        if code in known:
            found.append(known[code])
        else:
            fields.complaints.unknown(spot, f"No hay ningún tema «{code}».", code, known)
    return tuple(found)


def _languages(fields: Fields) -> tuple[str, ...]:
    found = []
    for spot, code in fields.codes("idiomas") if "idiomas" in fields else ():
        if code not in LANGUAGES:
            fields.complaints.unknown(spot, f"No conocemos el idioma «{code}».", code, LANGUAGES)
        found.append(code)
    return tuple(found) or ("es",)


def _spot(fields: Fields) -> Spot:
    commune = fields.code("comuna", "[0-9]{5}", "05601")
    has_place = "latitud" in fields or "longitud" in fields
    latitude = float(fields.number("latitud", "-56.6", "-17.4")) if has_place else None
    longitude = float(fields.number("longitud", "-109.6", "-66.3")) if has_place else None
    spot = Spot(fields.text("direccion", LINE), commune, latitude, longitude)
    fields.close()
    return spot


def _hours(fields: Fields) -> Hours:
    days = tuple(_weekdays(fields))
    hours = Hours(days, _clock(fields, "abre"), _clock(fields, "cierra"))
    if days and hours.closes <= hours.opens:
        fields.complain("cierra", "Cierra antes de abrir.", "Corrija las horas; el fin del día se escribe «23:59».")
    fields.close()
    return hours


def _weekdays(fields: Fields) -> Iterator[int]:
    for spot, day in fields.codes("dias"):
        if day in WEEKDAYS:
            yield WEEKDAYS[day]
        else:
            fields.complaints.unknown(spot, f"No conocemos el día «{day}».", day, WEEKDAYS)


def _clock(fields: Fields, key: str) -> time:
    written = fields.code(key, "([01][0-9]|2[0-3]):[0-5][0-9]", "09:00")
    return time.fromisoformat(written) if fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", written) else time.min


def _phone(fields: Fields) -> Phone:
    number = fields.code("numero", r"[+*]?[0-9][0-9 ]{1,19}", "600 360 7777")
    phone = Phone(number, fields.maybe_text("nota", LINE) or "")
    fields.close()
    return phone


def _checked(fields: Fields) -> Checked:
    on, until = _date(fields, "revisado"), _date(fields, "vence")
    by = fields.maybe_text("reviso", LINE) or ""
    if (on is None) != (not by):
        fields.complain("reviso", "«revisado» y «reviso» van juntos.", "Escriba quién lo revisó y cuándo, o ninguno de los dos.")
    return Checked(fields.text("fuente", 600), on, by, until)


def _date(fields: Fields, key: str) -> date | None:
    if key not in fields:
        return None
    written = fields.code(key, r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", "2026-11-24")
    try:
        return date.fromisoformat(written)
    except ValueError:
        fields.complain(key, f"«{written}» no es una fecha.", "Escríbala como «2026-11-24».")
        return None

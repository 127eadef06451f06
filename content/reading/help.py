"""The texts of `ayuda`, out of their files."""

from collections.abc import Callable, Iterator, Mapping
from datetime import time, timedelta
from pathlib import Path
from re import fullmatch

from content.help import Channel, Help, Kept, Responsible, Retention, Section, WorkingHours
from content.reading.complaints import Complaints, Spot
from content.reading.fields import LINE, SHORT, Fields
from content.reading.nodes import read_sheet
from content.sentences import Say, Value, Verbatim, told

FILES = ("sello.yaml", "privacidad.yaml", "contacto.yaml", "entrega.yaml", "plazos.yaml")
KEPT = {
    "mensajes_recibidos": Kept.INBOX,
    "personas": Kept.PERSON,
    "expedientes": Kept.DOSSIER,
    "mensajes_por_enviar": Kept.OUTBOX,
    "encargos": Kept.ERRAND,
    "documentos_en_camino": Kept.SPOOL,
    "prepostulaciones": Kept.PRE_APPLICATION,
    "documentos_sueltos": Kept.LOOSE_EVIDENCE,
    "casos": Kept.CASE,
    "invitaciones": Kept.INVITATION,
    "actividad": Kept.ACTIVITY,
    "accesos_revocados": Kept.REVOKED_ACCESS,
}
WEEKDAYS = {"lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6}
Tell = Callable[[str], Say]


def read_help_files(folder: Path, shown: str, complaints: Complaints) -> Help:
    """The texts in a folder; worth nothing when a complaint was added."""
    for path in sorted(folder.glob("*")):
        if path.name not in FILES and not path.name.startswith("."):
            complaints.add(Spot(f"{shown}/{path.name}"), "No conocemos este archivo.", f"Aquí van: {', '.join(FILES)}.")
    seal, privacy, contact, handing_over, terms = (_fields(folder / name, f"{shown}/{name}", complaints) for name in FILES)
    retention = dict(_retention(terms.section("conservacion")))
    responsible = _responsible(privacy.section("responsable"))
    tell = _teller(responsible)
    help = Help(
        about=_all(seal, "que_es"),
        steps=_all(seal, "pasos"),
        steps_note=_plain(seal.text("pasos_nota")),
        practice=_all(seal, "practica"),
        responsible=responsible,
        privacy_line=_plain(privacy.text("linea_inicial")),
        privacy=tuple(_section(each, tell, retention) for each in privacy.sections("aviso")),
        after_forgetting=_all(privacy, "despues_de_borrar"),
        no_desk=_plain(contact.text("sin_equipo")),
        channels=tuple(_channel(each) for each in contact.sections("canales")),
        regional_offices=_plain(contact.text("regiones")),
        declaration=_all(handing_over, "declaracion"),
        after_handing_over=_all(handing_over, "despues"),
        retention=retention,
        working_hours=_working_hours(terms.section("horario")),
    )
    for each in (seal, privacy, contact, handing_over, terms):
        each.close()
    return help


def _fields(path: Path, shown: str, complaints: Complaints) -> Fields:
    sheet = read_sheet(path, shown, complaints)
    return Fields(sheet, complaints) if sheet else Fields.missing()


def _plain(text: str) -> Say:
    return told(text, "ayuda")


def _all(fields: Fields, key: str) -> tuple[Say, ...]:
    return tuple(_plain(text) for text in fields.texts(key, LINE))


def _responsible(fields: Fields) -> Responsible:
    who = Responsible(*(fields.text(key, LINE, to_fill=True) for key in ("institucion", "correo", "direccion")))
    fields.close()
    return who


def _teller(who: Responsible) -> Tell:
    values: Mapping[str, Value] = {
        "institucion": Verbatim(who.institution),
        "correo": Verbatim(who.email),
        "direccion": Verbatim(who.address),
    }
    return lambda text: Say(text, "content", context="ayuda", values={n: v for n, v in values.items() if f"{{{n}}}" in text})


def _section(fields: Fields, tell: Tell, retention: Mapping[Kept, Retention]) -> Section:
    title = _plain(fields.text("titulo", SHORT))
    paragraphs = [tell(text) for text in fields.texts("parrafos", values=("institucion", "correo", "direccion"))]
    for spot, word in fields.codes("plazos") if "plazos" in fields else ():
        text = retention[KEPT[word]].text if word in KEPT else None
        if text is not None:
            paragraphs.append(text)
        else:
            what = f"«plazos» menciona «{word}», que no tiene «texto» en plazos.yaml."
            fields.complaints.unknown(spot, what, word, [name for name, kept in KEPT.items() if retention[kept].text])
    fields.allow("plazos")
    fields.close()
    return Section(title, tuple(paragraphs))


def _channel(fields: Fields) -> Channel:
    name = _plain(fields.text("nombre", LINE))
    address = fields.code("direccion", r"https://\S+|[+*]?[0-9][0-9 ]+", "600 486 3000")
    fields.close()
    return Channel(name, address)


def _retention(fields: Fields) -> Iterator[tuple[Kept, Retention]]:
    for key, kept in KEPT.items():
        term = fields.section(key)
        in_hours = "horas" in term
        amount = term.whole("horas" if in_hours else "dias", 1, 10_000)
        text = term.text("texto", LINE, values=("plazo",)) if "texto" in term else None
        if text is not None and "{plazo}" not in text:
            term.complain("texto", "El texto no dice el plazo.", "Ponga {plazo} donde va el número.")
        term.allow("texto", "horas", "dias")
        reason = term.text("motivo")
        term.close()
        span = timedelta(hours=amount) if in_hours else timedelta(days=amount)
        yield kept, Retention(span, Say(text, "content", context="ayuda", values={"plazo": amount}) if text else None, reason)
    fields.close()


def _working_hours(fields: Fields) -> WorkingHours:
    days = set()
    for spot, word in fields.codes("dias"):
        if word in WEEKDAYS:
            days.add(WEEKDAYS[word])
        else:
            fields.complaints.unknown(spot, f"«{word}» no es un día de la semana.", word, WEEKDAYS)
    pause = fields.section("pausa")
    moments = (_time(fields, "abre"), _time(pause, "desde"), _time(pause, "hasta"), _time(fields, "cierra"))
    if list(moments) != sorted(moments):
        fields.complain("abre", "Las horas no van en orden.", "Primero abre, luego la pausa y al final cierra.")
    elif moments[0] == moments[1] and moments[2] == moments[3]:
        fields.complain("abre", "Con estas horas no se atiende nunca.", "Ponga la hora de abrir antes de la de cerrar.")
    hours = WorkingHours(frozenset(days), moments[0], moments[3], moments[1], moments[2], fields.text("motivo"))
    pause.close()
    fields.close()
    return hours


def _time(fields: Fields, key: str) -> time:
    written = fields.code(key, r"([01]?[0-9]|2[0-3]):[0-5][0-9]", "9:00")
    found = fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", written)
    return time(int(found[1]), int(found[2])) if found else time()

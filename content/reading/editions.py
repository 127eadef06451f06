"""An edition of the programme out of its folder."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from re import fullmatch, sub

from content.programme import Contradiction, Dimension, EditionStatus, Profile, ProfileRule, Programme, Question, Source
from content.reading.complaints import Complaints, Spot
from content.reading.conditions import read_when
from content.reading.criteria import BASES, PROFILES, read_dimension, read_questions
from content.reading.fields import PARAGRAPH, Fields
from content.reading.kinds import RESULTS
from content.reading.nodes import read_sheet
from content.reading.settings import read_bands, read_labels, read_readiness
from content.sentences import Say, told

STATUSES = {"vigente": EditionStatus.CURRENT, "borrador": EditionStatus.DRAFT, "anterior": EditionStatus.FORMER}
SETTINGS = ("edicion.yaml", "perfil.yaml", "fuentes.yaml", "contradicciones.yaml")
DIMENSION_FILE = r"[0-9]+-[\w-]+\.yaml"


def digest_of(folder: Path) -> str:
    """The sha256, in hex, of the names and bytes of an edition's files.

    `estado` is left out: what was asked does not change when another edition takes its place.
    """
    digest = sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + sub(rb"(?m)^estado:.*$", b"", path.read_bytes()) + b"\0")
    return digest.hexdigest()


def read_edition(folder: Path, shown: str, complaints: Complaints) -> Programme:
    """The edition in a folder; worth nothing when a complaint was added."""
    _check_names(folder, shown, complaints)
    edition, profile, sources_file, contradictions = (_fields(folder, shown, name, complaints) for name in SETTINGS)
    sources = _sources(sources_file)
    profile_questions = read_questions(profile, "preguntas", "perfil", "PF", judged=False)
    before = len(complaints.found)
    dimensions = _dimensions(folder, shown, sources, complaints)
    if len(complaints.found) > before:
        contradictions = Fields.missing()  # what it names may only seem to be missing
    programme = Programme(
        edition=_name(edition, folder),
        digest=digest_of(folder),
        date=edition.code("fecha", r"20[0-9]{2}-[01][0-9]-[0-3][0-9]", "2026-11-23"),
        status=edition.word("estado", STATUSES),
        disclaimer=told(edition.text("aviso"), "edicion"),
        validity_months=edition.section("vigencia_meses").whole("valor", 1, 120),
        validity_reason=_validity_reason(edition.section("vigencia_meses")),
        verdicts=read_labels(edition, "resultados", RESULTS, "edicion"),
        profiles=read_labels(profile, "perfiles", PROFILES, "perfil"),
        basis_labels=read_labels(edition, "bases", BASES, "edicion"),
        profile_questions=profile_questions,
        profile_rules=_rules(profile, profile_questions),
        first_tasks=_first_tasks(edition, dimensions),
        dimensions=dimensions,
        readiness=read_readiness(edition.section("lista_para_evaluacion")),
        bands=read_bands(edition),
        contradictions=_contradictions(contradictions, profile_questions, dimensions),
        evidence_max_mb=edition.whole("documento_maximo_mb", 1, 20),
    )
    edition.close()
    profile.close()
    return programme


def _fields(folder: Path, shown: str, name: str, complaints: Complaints) -> Fields:
    sheet = read_sheet(folder / name, f"{shown}/{name}", complaints)
    return Fields(sheet, complaints) if sheet else Fields.missing()


def _check_names(folder: Path, shown: str, complaints: Complaints) -> None:
    for path in sorted(folder.iterdir()):
        if path.name not in SETTINGS and not path.name.startswith(".") and fullmatch(DIMENSION_FILE, path.name) is None:
            remedy = "Nómbrelo como «6-tema.yaml» o sáquelo de aquí."
            complaints.add(Spot(f"{shown}/{path.name}"), "No conocemos este archivo.", remedy)


def _name(fields: Fields, folder: Path) -> str:
    edition = fields.code("edicion", r"[0-9]+\.[0-9]+\.[0-9]+", "0.2.0")
    if "edicion" in fields and edition != folder.name:
        fields.complain("edicion", f"La edición dice «{edition}», pero su carpeta es «{folder.name}».", "Use el mismo nombre.")
    return edition


def _validity_reason(fields: Fields) -> Say:
    fields.allow("valor")
    reason = told(fields.text("motivo"), "edicion")
    fields.close()
    return reason


def _sources(fields: Fields) -> Mapping[str, Source]:
    sources: dict[str, Source] = {}
    for each in fields.sections("fuentes"):
        code = each.code("codigo", r"[A-Z][1-9][0-9]?", "S1", sources)
        address = each.code("direccion", r"https?://[^\s…]+", "https://serviciomigraciones.cl/") if "direccion" in each else None
        each.allow("direccion")
        sources[code] = Source(code, each.text("titulo"), address)
        each.close()
    fields.close()
    return sources


def _dimensions(folder: Path, shown: str, sources: Mapping[str, Source], complaints: Complaints) -> tuple[Dimension, ...]:
    names = sorted(
        (path.name for path in folder.iterdir() if fullmatch(DIMENSION_FILE, path.name)),
        key=lambda name: int(name.split("-")[0]),
    )
    if not names:
        remedy = "Agregue archivos como «0-adhesion.yaml»."
        complaints.add(Spot(f"{shown}/edicion.yaml"), "La edición no tiene dimensiones.", remedy)
    dimensions: dict[str, Dimension] = {}
    for name in names:
        sheet = read_sheet(folder / name, f"{shown}/{name}", complaints)
        if sheet is not None:
            dimension = read_dimension(Fields(sheet, complaints), sources, dimensions)
            dimensions[dimension.id] = dimension
    return tuple(dimensions.values())


def _rules(fields: Fields, questions: Sequence[Question]) -> tuple[ProfileRule, ...]:
    rules = []
    for each in fields.sections("reglas"):
        when = read_when(each, questions, "Solo puede nombrar preguntas del perfil.")
        rules.append((each, ProfileRule(each.word("perfil", PROFILES), when or {})))
        each.close()
    for each, rule in rules[:-1]:
        if not rule.when:
            each.complain("perfil", "Las reglas que siguen nunca se usan.", "Deje la regla sin «cuando» al final.")
    if rules and rules[-1][1].when:
        rules[-1][0].complain("cuando", "La última regla no vale para todos los casos.", "Quite su «cuando».")
    for profile in set(Profile) - {rule.profile for _, rule in rules}:
        fields.complain("reglas", f"Ninguna regla lleva al perfil «{profile.value}».", "Agregue una regla.")
    return tuple(rule for _, rule in rules)


def _first_tasks(fields: Fields, dimensions: Iterable[Dimension]) -> tuple[str, ...]:
    codes = {c.code for d in dimensions for c in d.criteria if Profile.STARTING in c.applies_to}
    found = fields.codes("primeras_tareas")
    for spot, code in found:
        if codes and code not in codes:
            what = f"«{code}» no es un criterio que aplique al perfil inicial."
            fields.complaints.unknown(spot, what, code, sorted(codes))
    if len({code for _, code in found}) < len(found):
        fields.complain("primeras_tareas", "Hay una tarea repetida.", "Deje cada criterio una sola vez.")
    return tuple(code for _, code in found)


def _contradictions(fields: Fields, profile: Sequence[Question], dimensions: Sequence[Dimension]) -> tuple[Contradiction, ...]:
    known = [*profile, *(q for d in dimensions for c in d.criteria for q in c.questions)]
    found: dict[str, Contradiction] = {}
    for each in fields.sections("contradicciones"):
        id = each.code("id", r"[a-z0-9-]+", "carta-sin-fecha", found)
        when = read_when(each, known, "Revise el código de la pregunta.") or {}
        if len(when) < 2 and "cuando" in each:
            each.complain("cuando", "Una contradicción nombra al menos dos preguntas.", "Agregue la otra pregunta.")
        if "cuando" not in each:
            each.complain("cuando", "Falta «cuando».", "Diga qué respuestas no van juntas: cuando: {PF2: [a], ADH-1.1: [d]}.")
        found[id] = Contradiction(id, when, told(each.text("texto", PARAGRAPH), "contradicciones"))
        each.close()
    fields.close()
    return tuple(found.values())

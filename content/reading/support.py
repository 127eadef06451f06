"""The replies that the support team has at hand, out of `respuestas.yaml`."""

from collections.abc import Mapping
from pathlib import Path

from content.help import WorkingHours
from content.reading.complaints import Complaints
from content.reading.fields import Fields
from content.reading.nodes import read_sheet
from content.sentences import Say, Value, told
from content.support import Reply, Support

FILE = "respuestas.yaml"
_CONTEXT, _LONGEST_TITLE = "respuestas", 24
# Named as on its button in the chat, in the person's language.
_INVITE = told("Invitar a mi equipo", "button")


def read_support_file(path: Path, shown: str, hours: WorkingHours, complaints: Complaints) -> Support:
    """The replies; worth nothing when a complaint was added."""
    sheet = read_sheet(path, shown, complaints)
    fields = Fields(sheet, complaints) if sheet else Fields.missing()
    values = _values(hours)
    replies: dict[str, Reply] = {}
    for each in fields.sections("respuestas"):
        reply = _reply(each, values, replies)
        replies[reply.id] = reply
    fields.close()
    return Support(replies)


def _reply(fields: Fields, values: Mapping[str, Value], taken: Mapping[str, Reply]) -> Reply:
    id = fields.code("id", r"[a-z][a-z-]{1,30}", "falta-documento", taken)
    title = fields.text("titulo", _LONGEST_TITLE)
    if title in {reply.title for reply in taken.values()}:
        fields.complain("titulo", f"«{title}» está dos veces.", "Cambie uno de los dos: son botones de la misma lista.")
    paragraphs = tuple(_paragraph(text, values) for text in fields.texts("parrafos", values=tuple(values)))
    fields.close()
    return Reply(id, title, paragraphs)


def _paragraph(text: str, values: Mapping[str, Value]) -> Say:
    used = {name: value for name, value in values.items() if f"{{{name}}}" in text}
    return Say(text, "content", context=_CONTEXT, values=used)


def _values(hours: WorkingHours) -> Mapping[str, Value]:
    moments = {"abre": hours.opens, "cierra": hours.closes, "pausa_desde": hours.pause_starts, "pausa_hasta": hours.pause_ends}
    return {"boton": _INVITE, **{name: f"{moment.hour}:{moment.minute:02}" for name, moment in moments.items()}}

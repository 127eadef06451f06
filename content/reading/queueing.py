"""The order of the queue, out of `apoyo/cola.yaml`."""

from datetime import timedelta
from pathlib import Path

from content.queueing import Precedence, QueueRule
from content.reading.complaints import Complaints
from content.reading.fields import Fields
from content.reading.nodes import read_sheet

FILE = "cola.yaml"
PRECEDENCES = {
    "urgente": Precedence.URGENT,
    "mas_horas_de_espera": Precedence.LONGEST_WAIT,
    "mas_dependencia_del_fcm": Precedence.MOST_DEPENDENT,
    "menos_poblacion": Precedence.FEWEST_PEOPLE,
}
BLANKS_FIRST = {"primero": True, "ultimo": False}


def read_queue_file(folder: Path, shown: str, complaints: Complaints) -> QueueRule:
    """The rule in a folder; worth nothing when a complaint was added."""
    sheet = read_sheet(folder / FILE, f"{shown}/{FILE}", complaints)
    fields = Fields(sheet, complaints) if sheet else Fields.missing()
    promise = fields.section("primera_respuesta")
    rule = QueueRule(
        order=_order(fields),
        blanks_first=fields.word("sin_dato", BLANKS_FIRST),
        first_answer=timedelta(hours=promise.whole("horas", 1, 400)),
        urgent_first_answer=timedelta(hours=promise.whole("horas_urgente", 1, 400)),
    )
    for each in (fields, promise):
        each.text("motivo")
        each.close()
    return rule


def _order(fields: Fields) -> tuple[Precedence, ...]:
    order: list[Precedence] = []
    for spot, word in fields.codes("orden"):
        if word not in PRECEDENCES:
            fields.complaints.unknown(spot, f"«{word}» no sirve para ordenar la cola.", word, PRECEDENCES)
        elif PRECEDENCES[word] in order:
            fields.complaints.add(spot, f"«{word}» está dos veces.", "Deje una sola: la segunda nunca decide nada.")
        else:
            order.append(PRECEDENCES[word])
    return tuple(order)

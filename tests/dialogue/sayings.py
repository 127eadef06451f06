"""What people type, and what each saying can only mean under a question, declared by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.oracle.acceptance import can_answer
from tests.oracle.edition import Node

SLIP, LINK = "slip", "link"


@dataclass(frozen=True)
class Saying:
    """A text with the one number, month or choice of numbers that it can be."""

    text: str
    number: str = ""
    month: str = ""
    ordinals: tuple[int, ...] = ()
    is_link: bool = False
    is_secret: bool = False


@dataclass(frozen=True)
class Meant:
    """An answer; or a `SLIP`, or a `LINK`, instead of one."""

    said: Any = None
    instead: str = ""


DONT_KNOW = "Aún no lo sé"
UNREADABLE = Saying("no sabría decirle")
SAYINGS = (
    Saying("1", number="1", ordinals=(1,)),
    Saying("2", number="2", ordinals=(2,)),
    Saying(" 4 ", number="4", ordinals=(4,)),
    Saying("5", number="5", ordinals=(5,)),
    Saying("7", number="7", ordinals=(7,)),
    Saying("unas 20", number="20"),
    Saying("11 horas", number="11"),
    Saying("12,5", number="12.5", ordinals=(12, 5)),
    Saying("1.200", number="1200"),
    Saying("-3"),
    Saying("123456"),
    Saying("entre 20 y 30"),
    Saying("1, 3", ordinals=(1, 3)),
    Saying("1 y 2", ordinals=(1, 2)),
    Saying("2, 4", ordinals=(2, 4)),
    Saying("3, 9", ordinals=(3, 9)),
    Saying("mayo 2026", month="2026-05"),
    Saying("marzo de 2019", month="2019-03"),
    Saying("enero 2025", month="2025-01"),
    Saying("05-2026", month="2026-05"),
    Saying("2022-11", month="2022-11"),
    Saying("6/2023", month="2023-06"),
    Saying("13-2025"),
    Saying("diciembre de 2099"),
    Saying("https://www.municipio.cl/carta", is_link=True),
    Saying("el RUT es 12.345.678-5", is_secret=True),
    Saying("<b>hola</b> {count} &amp; 🙃"),
    UNREADABLE,
    Saying("   "),
    Saying("x" * 3000),
    Saying(DONT_KNOW),
)


def meant(question: Node, saying: Saying, as_of: str) -> Meant:
    """What a saying comes to under that question."""
    if saying.is_secret:
        return Meant(instead=SLIP)
    if saying.text == DONT_KNOW:
        return Meant(None)
    return next(iter(_read(question, saying, as_of)), Meant(instead=SLIP))


def _read(question: Node, saying: Saying, as_of: str) -> Iterable[Meant]:
    match question["tipo"]:
        case "si_no" if saying.ordinals in ((1,), (2,)):
            yield Meant("yes" if saying.ordinals == (1,) else "no")
        case "una" | "varias":
            yield from _chosen(question, saying.ordinals)
        case "numero" if saying.number and can_answer(question, Decimal(saying.number)):
            yield Meant(Decimal(saying.number))
        case "fecha" if saying.month and saying.month <= as_of:
            yield Meant(saying.month)
        case "texto" if saying.text.strip():
            yield Meant(saying.text.strip())
        case "documentos" if saying.is_link:
            yield Meant(instead=LINK)


def _chosen(question: Node, ordinals: tuple[int, ...]) -> Iterable[Meant]:
    options = [each["id"] for each in question["opciones"]]
    if not ordinals or max(ordinals) > len(options):
        return
    ids = [id for number, id in enumerate(options, start=1) if number in ordinals]
    if question["tipo"] == "varias" and can_answer(question, ids):
        yield Meant(ids)
    if question["tipo"] == "una" and len(ids) == 1:
        yield Meant(ids[0])

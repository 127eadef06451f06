"""Exactly the journey is handed over: no closed answer, none left out, on the dossier's own edition."""

from decimal import Decimal
from typing import Any

from bot.deliveries.handing_over import pre_application
from bot.dialogue.dossier import Dossier
from bot.dialogue.turn import Content
from tests.dialogue.books import Book


def check_handed_over(content: Content, dossier: Dossier, book: Book, as_of: str) -> None:
    """The body that the api will get of a dossier that is being sent."""
    body = pre_application(content, dossier)
    said = book.said()
    assert (body.edition, body.profile, body.as_of) == (book.edition.name, book.profile(), as_of)
    assert {id: _bare(each.answer) for id, each in body.answers.items()} == {id: said[id] for id in book.journey(as_of)}
    profile = book.asked("PF", as_of)
    assert {id: _bare(each) for id, each in body.profile_answers.items()} == {id: said[id] for id in profile if id in said}
    attached = [id for id in body.answers if said[id] == {"status": "attached"}]
    files = [(id, each.id) for id in attached for each in book.files.get(id, []) if each.state == "kept"]
    assert len(body.evidence) == len(files)
    assert {each.question for each in body.evidence} == {id for id, _ in files}


def _bare(answer: Any) -> Any:
    return Decimal(str(answer)) if isinstance(answer, int | float) else answer

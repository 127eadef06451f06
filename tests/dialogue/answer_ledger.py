"""What answers, ticks and files under a question have to come to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.dialogue import events as e
from tests.dialogue.books import Book, File, Kept, read_stored_files
from tests.dialogue.phone import Comes, Phone
from tests.dialogue.sayings import LINK, SLIP, Meant
from tests.oracle.acceptance import can_answer
from tests.oracle.edition import Edition

MUNICIPALITY = "13120"
LARGEST = 20 * 1024 * 1024
ACCEPTED = {"application/pdf", "image/jpeg", "image/png"}
AWAY = {"later": {"status": "later"}, "lacking": {"status": "none"}}


@dataclass
class AnswerLedger:
    """The books of a municipality and of those who practise, and the phones they are filled from."""

    editions: dict[str, Edition]
    current: str
    books: dict[str, Book] = field(default_factory=dict)
    phones: dict[str, Phone] = field(default_factory=dict)
    serial: int = 0

    def book(self, who: str) -> Book | None:
        """The dossier that this person fills."""
        return self.books.get(MUNICIPALITY if self.phones[who].is_member else f"practice:{who}")

    def standing(self, who: str, as_of: str) -> str | None:
        """The question that stands on this person's screen, if it is still asked."""
        book, question = self.book(who), self.phones[who].question
        return question if book and question and book.is_asked(question, as_of) else None

    def ticks(self, phone: Phone, question: str) -> tuple[str, ...]:
        """What is ticked under a question now."""
        if phone.draft is not None and phone.draft[0] == question:
            return phone.draft[1]
        book = self.book(phone.who)
        kept = book.answers.get(question) if book else None
        return tuple(kept.said) if kept and kept.said else ()

    def name_links(self, stored: Mapping[str, str]) -> None:
        """A link has no message of its own to be named by: it goes by the name it was stored under."""
        for key, book in self.books.items():
            nameless = [(id, each) for id, files in book.files.items() for each in files if not each.id]
            for id, file in nameless:
                known = {each.id for each in book.files[id]}
                new = [piece for question, piece in read_stored_files(stored[key]) if question == id and piece not in known]
                assert len(new) == 1, "a link is kept once"
                file.id = new[0]

    def _pressed(self, phone: Phone, event: e.Event, as_of: str) -> Comes:
        book, question = self.book(phone.who), self.standing(phone.who, as_of)
        if book is None or question is None or event not in phone.visible:
            return self._stays(phone, as_of)
        match event:
            case e.WentBack():
                asked = book.asked(book.task_of(question), as_of)
                phone.draft = phone.slip = None
                return Comes(asked[asked.index(question) - 1] if asked[0] != question else None)
            case e.Labelled(piece, item) if book.phase == "filling":
                for each in book.files[question]:
                    each.item = item if each.id == piece else each.item
            case e.Removed(piece) if book.phase == "filling":
                return self._removed(phone, book, question, piece, as_of)
            case e.Replied() | e.Marked() | e.Finished() if self._current(book, question) == phone.seen:
                return self._replied(phone, book, question, event, as_of)
        return self._stays(phone, as_of)

    def _replied(self, phone: Phone, book: Book, question: str, event: e.Event, as_of: str) -> Comes:
        match event:
            case e.Marked(option, on):
                phone.slip = None
                phone.draft = (question, _marked(book, question, self.ticks(phone, question), option, on))
                return self._stays(phone, as_of)
            case e.Finished() if book.question(question)["tipo"] == "varias":
                return self._keep(phone, book, question, list(self.ticks(phone, question)), as_of)
            case e.Finished() if any(each.state != "lost" for each in book.files.get(question, [])):
                return self._keep(phone, book, question, {"status": "attached"}, as_of)
            case e.Replied("?"):
                return self._keep(phone, book, question, None, as_of)
            case e.Replied("none") if book.question(question)["tipo"] == "varias":
                return self._keep(phone, book, question, [], as_of)
            case e.Replied(said):
                return self._keep(phone, book, question, AWAY.get(said, said), as_of)
        return self._stays(phone, as_of)

    def _written(self, phone: Phone, question: str, event: e.Wrote | e.Sent | e.SentOther, means: Meant, as_of: str) -> Comes:
        book = self.book(phone.who)
        if isinstance(event, e.SentOther):
            phone.slip = None
        if book is None or book.phase != "filling" or isinstance(event, e.SentOther):
            return self._stays(phone, as_of)
        if isinstance(event, e.Sent):
            return self._sent(phone, book, question, event, as_of)
        kept = book.answers.get(question)
        unseen = kept is not None and kept.serial != phone.seen and kept.by != phone.who
        if unseen or (event.edited and phone.slip != question):
            return self._stays(phone, as_of)
        if means.instead == SLIP:
            phone.slip = question
            return replace(self._stays(phone, as_of), is_slip=True)
        if means.instead == LINK:
            if any(each.is_link for each in book.files.get(question, [])):
                return self._stays(phone, as_of)
            return self._attached(phone, book, question, File("", "kept", is_link=True), as_of)
        return self._keep(phone, book, question, means.said, as_of)

    def _sent(self, phone: Phone, book: Book, question: str, event: e.Sent, as_of: str) -> Comes:
        fits = 0 < event.size <= LARGEST and event.media_type in ACCEPTED
        phone.slip = None if book.question(question)["tipo"] != "documentos" else phone.slip
        if book.question(question)["tipo"] != "documentos" or not fits:
            return self._stays(phone, as_of)
        known = [each.id for files in book.files.values() for each in files]
        if event.message in known:
            return self._stays(phone, as_of)
        comes = self._attached(phone, book, question, File(event.message, "coming"), as_of)
        comes.fetches = True
        return comes

    def _attached(self, phone: Phone, book: Book, question: str, file: File, as_of: str) -> Comes:
        file.item = 0 if len(book.question(question)["documentos"]) == 1 else None
        book.files[question] = [*(each for each in book.files.get(question, []) if each.state != "lost"), file]
        tells = self._enter(phone, book, question, {"status": "attached"})
        return Comes(question, tells=tells)

    def _removed(self, phone: Phone, book: Book, question: str, piece: str, as_of: str) -> Comes:
        book.files[question] = [each for each in book.files.get(question, []) if each.id != piece]
        before = book.answers.get(question)
        book.without_files_reopened(question)
        lost = before is not None and question not in book.answers and before.by != phone.who
        comes = self._stays(phone, as_of)
        comes.tells = {before.by} if before and lost else set()
        return comes

    def _keep(self, phone: Phone, book: Book, question: str, said: Any, as_of: str) -> Comes:
        if book.phase != "filling":
            return self._stays(phone, as_of)
        tells = self._enter(phone, book, question, said)
        return Comes(book.first_open(book.task_of(question), as_of), tells=tells)

    def _enter(self, phone: Phone, book: Book, question: str, said: Any) -> set[str]:
        phone.draft = phone.slip = None
        before = book.answers.get(question)
        if before is not None and before.said == said:
            return set()
        self.serial += 1
        book.answers[question] = Kept(said, phone.who, self.serial)
        return {before.by} if before is not None and before.by != phone.who else set()

    def _current(self, book: Book, question: str) -> int | None:
        kept = book.answers.get(question)
        return kept.serial if kept else None

    def _stays(self, phone: Phone, as_of: str) -> Comes:
        """The same screen; any other where the question on it is asked no more."""
        if phone.question is None:
            return Comes()
        return self._at(phone.who, phone.question, as_of)

    def _at(self, who: str, question: str | None, as_of: str) -> Comes:
        book = self.book(who)
        if question is None or (book and book.is_asked(question, as_of)):
            return Comes(question)
        return Comes(anywhere=True)


def _marked(book: Book, question: str, ticks: tuple[str, ...], option: str, on: bool) -> tuple[str, ...]:
    written = book.question(question)
    together = {*ticks, option} if on else set(ticks) - {option}
    wanted = [each["id"] for each in written["opciones"] if each["id"] in together]
    return (
        tuple(wanted)
        if can_answer(written, wanted)
        else (option,)
        if _is_alone(written, option)
        else _without_alone(written, wanted)
    )


def _is_alone(written: dict[str, Any], option: str) -> bool:
    return any(each["id"] == option and each.get("sola") == "sí" for each in written["opciones"])


def _without_alone(written: dict[str, Any], wanted: list[str]) -> tuple[str, ...]:
    return tuple(each for each in wanted if not _is_alone(written, each))

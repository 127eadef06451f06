"""An account of its own of what every event has to come to: what is kept, who is told, which question is shown next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.dialogue import case_events as c
from bot.dialogue import events as e
from tests.dialogue.answer_ledger import MUNICIPALITY, AnswerLedger
from tests.dialogue.books import PROFILE, Book, File, Kept
from tests.dialogue.phone import Comes, Phone
from tests.dialogue.sayings import Meant

ASIDES = {e.Place.LANGUAGE, e.Place.DANGER, e.Place.ADVISER, e.Place.PRIVACY, e.Place.HELP, e.Place.MY_DATA, e.Place.FORGETTING}
FROM_ASIDES = {e.Place.LANGUAGE, e.Place.DANGER}
OF_THE_PROFILE = {e.Place.TASKS, e.Place.VERDICT, e.Place.RESULT, e.Place.REVIEW, e.Place.DECLARATION, e.Place.RECEIPT}


@dataclass
class Ledger(AnswerLedger):
    """The same, with everything around the questions: places, practice, rounds, what the world answers."""

    def comes(self, who: str, event: e.Event, as_of: str, means: Meant) -> Comes:
        """Enters the event into the books."""
        phone = self.phones[who]
        match event:
            case e.Opened():
                return self._opened(phone, event, as_of)
            case e.Chose() if event in phone.visible:
                return self._chose(phone, event.what, as_of)
            case e.Confirmed() if event in phone.visible:
                return self._confirmed(phone, event, as_of)
            case e.Wrote() | e.Sent() | e.SentOther() if (question := self.standing(who, as_of)) is not None:
                return self._written(phone, question, event, means, as_of)
            case e.Replied() | e.Marked() | e.Finished() | e.Labelled() | e.Removed() | e.Asked() | e.WentBack():
                return self._pressed(phone, event, as_of)
            case e.Fetched() | e.NotFetched() | e.HandedOver() | e.HandOverRefused():
                return self._outcome(phone, event, as_of)
        return self._moved(phone, event, as_of)

    def _moved(self, phone: Phone, event: e.Event, as_of: str) -> Comes:
        match event:
            case e.Spoke() if phone.aside is e.Place.LANGUAGE and phone.came_from is not None:
                phone.aside, phone.came_from = phone.came_from, None
                return Comes()
            case e.Spoke() if phone.aside is e.Place.LANGUAGE:
                phone.aside = None
                return self._at(phone.who, phone.left, as_of)
            case e.Started():
                phone.aside = phone.draft = phone.slip = None
                return Comes()
            case e.Accepted() | e.Declined() | e.Invited():
                phone.aside = None
                return Comes()
            case c.RemovedFromTeam(cut) if cut == MUNICIPALITY and phone.is_member:
                self._out(phone)
                return Comes()
            case c.RemovedFromTeam() | c.CaseAnswered() | c.Approved() | c.Refused() | c.HelpOffered():
                return Comes(is_silent=True)
            case c.CaseOpened() | c.NotAsked() | c.CaseClosed() | c.CaseReopened():
                return replace(self._stays(phone, as_of), may_be_silent=True)
        return self._stays(phone, as_of)

    def _out(self, phone: Phone) -> None:
        """No member any more; no question stands, but what is only looked at goes on being looked at."""
        phone.is_member, phone.draft, phone.slip = False, None, None
        phone.question = phone.left = None

    def joined(self, who: str, as_of: str) -> Comes:
        """A person is a member now; what was practised fills blanks."""
        self.phones[who].is_member, self.phones[who].aside = True, None
        self.books.setdefault(MUNICIPALITY, Book(self.editions[self.current]))
        book, practice = self.books[MUNICIPALITY], self.books.get(f"practice:{who}")
        if practice is not None and book.phase == "filling":
            self._merge(who, book, practice)
            if self.conflicts(who):
                return Comes()
        return Comes(book.first_open(PROFILE, as_of))

    def conflicts(self, who: str) -> list[str]:
        """The questions that a member's practice and the dossier answer differently, in the programme's order."""
        book, practice = self.books.get(MUNICIPALITY), self.books.get(f"practice:{who}")
        if not self.phones[who].is_member or book is None or practice is None or book.phase != "filling":
            return []
        mine, theirs = practice.on(book.edition).said(), book.said()
        return [id for id in book.edition.questions() if _says(mine, id) and _says(theirs, id) and mine[id] != theirs[id]]

    def _merge(self, who: str, book: Book, practice: Book) -> None:
        waiting = self.conflicts(who)
        carried = practice.on(book.edition)
        for id, kept in carried.answers.items():
            if _says(carried.said(), id) and not _says(book.said(), id):
                self.serial += 1
                book.answers[id] = Kept(kept.said, who, self.serial)
        for id, files in carried.files.items():
            if id not in waiting and id in book.answers:
                book.files.setdefault(id, []).extend(files)
        self._keep_practice(who, practice, waiting)

    def _keep_practice(self, who: str, practice: Book, waiting: list[str]) -> None:
        practice.answers = {id: kept for id, kept in practice.answers.items() if id in waiting}
        practice.files = {id: kept for id, kept in practice.files.items() if id in waiting}
        if not practice.answers:
            del self.books[f"practice:{who}"]

    def _opened(self, phone: Phone, event: e.Opened, as_of: str) -> Comes:
        if event.place in ASIDES:
            if phone.aside is None:
                phone.left = phone.question
            if phone.aside is not event.place:
                phone.came_from = phone.aside if event.place in FROM_ASIDES else None
            phone.aside = event.place
            return Comes()
        was_aside, phone.aside = phone.aside is not None, None
        if was_aside and phone.left is not None and event.place is e.Place.QUESTION and event.about in ("", phone.left):
            return self._at(phone.who, phone.left, as_of)
        phone.draft = phone.slip = None
        book = self.book(phone.who)
        if book is None and event.place is e.Place.PROFILE:
            book = self.books[f"practice:{phone.who}"] = Book(self.editions[self.current])
        return Comes(_opens(book, event, as_of) if book else None)

    def _chose(self, phone: Phone, what: str, as_of: str) -> Comes:
        which, _, id = what.partition(" ")
        if what == "leave":
            self._out(phone)
            return Comes()
        if which.startswith("out-") and phone.is_member:
            for other in self.phones.values():
                if other is not phone and other.is_member:
                    self._out(other)
            return Comes()
        if which not in ("mine", "theirs") or self.conflicts(phone.who)[:1] != [id]:
            return self._stays(phone, as_of)
        book, practice = self.books[MUNICIPALITY], self.books[f"practice:{phone.who}"]
        tells = self._enter(phone, book, id, practice.answers[id].said) if which == "mine" else set()
        if which == "mine":
            book.files.setdefault(id, []).extend(practice.files.get(id, []))
        last = len(self.conflicts(phone.who)) <= (which == "theirs")
        self._keep_practice(phone.who, practice, [each for each in practice.answers if each != id])
        return Comes(book.first_open(PROFILE, as_of) if last else None, tells=tells)

    def _confirmed(self, phone: Phone, event: e.Confirmed, as_of: str) -> Comes:
        book = self.book(phone.who)
        if event.what == "forget":
            self.books.pop(f"practice:{phone.who}", None)
            self.phones[phone.who] = Phone(phone.who)
            return Comes()
        if book is None or event.to != book.round:
            return self._stays(phone, as_of)
        match event.what, book.phase:
            case "hand-over", "filling" if book.is_complete(as_of):
                book.phase, book.sent_by = "sending", phone.who
                return Comes(hands_over=True)
            case "correct", "sent":
                book.round, book.phase = book.round + 1, "filling"
            case "edition", "filling" if book.edition.name != self.current:
                key = MUNICIPALITY if phone.is_member else f"practice:{phone.who}"
                self.books[key] = book.on(self.editions[self.current])
                return Comes(_opens(self.books[key], e.Opened(e.Place.TASKS), as_of))
        return Comes()

    def _outcome(self, phone: Phone, event: e.Event, as_of: str) -> Comes:
        match event:
            case e.Fetched(piece):
                for _, _, file in self._holding(piece):
                    file.state = "kept"
            case e.NotFetched(piece):
                for book, question, file in list(self._holding(piece)):
                    file.state = "lost"
                    book.without_files_reopened(question)
                    if book.phase == "sending":
                        book.phase, phone.aside = "filling", None
                        return self._at(phone.who, question, as_of)
            case e.HandedOver(round) if round not in self.books[MUNICIPALITY].received:
                book = self.books[MUNICIPALITY]
                book.received.append(round)
                book.phase, phone.aside = "sent", None
                return Comes()
            case e.HandOverRefused(round):
                book = self.books[MUNICIPALITY]
                if (round, "sending") == (book.round, book.phase):
                    book.phase, phone.aside = "filling", None
                    return Comes()
        return self._stays(phone, as_of)

    def _holding(self, piece: str) -> Iterator[tuple[Book, str, File]]:
        for book in self.books.values():
            for question, files in book.files.items():
                yield from ((book, question, each) for each in files if each.id == piece)


def _says(said: dict[str, Any], id: str) -> bool:
    return said.get(id) is not None


def _opens(book: Book, event: e.Opened, as_of: str) -> str | None:
    """The question that a place leads to, None where it shows none."""
    profile_open = book.profile() is None
    match event.place:
        case e.Place.PROFILE:
            return book.first_open(PROFILE, as_of)
        case e.Place.QUESTION if event.about and book.is_asked(event.about, as_of):
            return event.about
        case e.Place.QUESTION if not profile_open:
            task = next((each for each in book.tasks() if event.about == each or event.about.startswith(f"{each}.")), None)
            return book.first_open(task, as_of) if task else book.next_open(as_of)
        case e.Place.RECEIPT if book.phase != "filling":
            return None
        case place if (place in OF_THE_PROFILE or place is e.Place.QUESTION) and profile_open:
            return book.first_open(PROFILE, as_of)
    return None

"""What people do at a question: proper answers, slips, files, old buttons, and what a colleague does meanwhile."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.dialogue import events as e
from content.languages import LANGUAGES
from tests.dialogue import glass
from tests.dialogue.answer_ledger import LARGEST
from tests.dialogue.books import PROFILE
from tests.dialogue.sayings import SAYINGS, UNREADABLE, Meant, meant
from tests.dialogue.stepping import PEOPLE, Stepping

WHO = st.sampled_from(PEOPLE)
ANY = st.integers(0, 10_000)
FILES = (
    ("acta.pdf", "application/pdf", 120_000),
    ("foto.jpg", "image/jpeg", LARGEST),
    ("grande.pdf", "application/pdf", LARGEST + 1),
    ("vacio.pdf", "application/pdf", 0),
    ("virus.exe", "application/octet-stream", 10_000),
)


class AnsweringWalk(Stepping):
    """Rules for questions."""

    meanwhile: ClassVar[tuple[str, ...]] = ("slip", "language", "aside", "sticker", "file")

    @rule(who=WHO, which=ANY)
    def press(self, who: str, which: int) -> None:
        self.act(who, self.pick(self.ledger.phones[who].visible, which))

    @rule(who=WHO, which=ANY)
    def press_in_the_middle_of_a_question(self, who: str, which: int) -> None:
        self.at_a_question(who)
        phone = self.ledger.phones[who]
        self.act(who, self.pick([each for each in phone.visible if not isinstance(each, e.Opened)] or phone.visible, which))

    @rule(who=WHO, which=ANY, how=st.sampled_from(["older", "of this question", "twice", "told"]))
    def press_something_old(self, who: str, which: int, how: str) -> None:
        """A button of a screen that is gone, the last one again, or one under a message about what a colleague did."""
        question = self.ledger.phones[who].question
        older: list[e.Event] = [each for each in self.older[who] if not isinstance(each, e.Opened)]
        match how:
            case "of this question":
                older = [each for each in older if getattr(each, "to", "") == question]
            case "twice":
                older = self.older[who][-1:]
            case "told":
                older = self.told[who]
        if older:
            self.act(who, self.pick(older[-60:], which))

    @rule(
        who=WHO, saying=st.sampled_from(SAYINGS), edited=st.sampled_from([False, False, False, True]), at_question=st.booleans()
    )
    def type(self, who: str, saying: Any, edited: bool, at_question: bool) -> None:
        if at_question:
            self.at_a_question(who)
        question, book = self.ledger.standing(who, self.as_of), self.ledger.book(who)
        means = meant(book.question(question), saying, self.as_of) if book and question else Meant()
        self.act(who, e.Wrote(saying.text, edited), means)

    @rule(who=WHO, which=ANY)
    def type_an_option(self, who: str, which: int) -> None:
        self.at_a_question(who)
        options = [each for each in glass.presses(self.screens[who]) if glass.is_option(each.event)]
        if options:
            press = self.pick(options, which)
            text = self.world.content.words.word(press.label, self.language(who))
            self.act(who, e.Wrote(text), Meant(self.said_by(who, press.event)))

    @rule(who=WHO, file=st.sampled_from(FILES), album=st.sampled_from(["", "7"]), at_question=st.booleans())
    def send(self, who: str, file: tuple[str, str, int], album: str, at_question: bool) -> None:
        if at_question:
            self.at_a_question(who)
        self.messages += 1
        name, media_type, size = file
        sent = e.Sent(f"{who}:{self.messages}", f"file-{self.messages}", name, media_type, size, album)
        self.act(who, sent)
        if album:
            self.act(who, sent)  # redelivered
            self.messages += 1
            self.act(who, replace(sent, message=f"{who}:{self.messages}", file=f"file-{self.messages}"))

    @rule(who=WHO, which=ANY, times=st.integers(1, 2))
    def tick_and_do_something_else(self, who: str, which: int, times: int) -> None:
        """Under a question with several options, what is ticked waits until it is confirmed."""
        book = self.ledger.book(who)
        codes = [each for each in book.journey(self.as_of) if book.question(each)["tipo"] == "varias"] if book else []
        if not codes or not self.is_filling(who):
            return
        self.act(who, e.Opened(e.Place.QUESTION, self.pick(codes, which)))
        for _ in range(times):
            self.act(who, self.pick([each for each in self.ledger.phones[who].visible if isinstance(each, e.Marked)], which))
        for each in self.meanwhile:
            self.in_between(who, each, which)
        self.press_something_old(who, which, "of this question")

    def in_between(self, who: str, what: str, which: int) -> None:
        match what:
            case "slip":
                self.type(who, UNREADABLE, edited=False, at_question=True)
            case "language":
                self.speak(who, "fr", by_menu=bool(which % 2))
            case "aside":
                self.look_aside_and_come_back(who, e.Place.PRIVACY)
            case "sticker":
                self.act(who, e.SentOther("sticker"))
            case "file":
                self.send(who, FILES[0], "", at_question=True)

    @rule(who=WHO, language=st.sampled_from(LANGUAGES), by_menu=st.booleans())
    def speak(self, who: str, language: str, by_menu: bool) -> None:
        for _ in range(2):  # what happened meanwhile is said once
            self.act(who, e.Looked())
        before, place = self.screens[who], self.ledger.phones[who].aside
        if by_menu:
            self.act(who, e.Opened(e.Place.LANGUAGE))
        self.act(who, e.Spoke(language))
        if place is not e.Place.LANGUAGE:
            assert self.screens[who] == before, "another language is nothing but another language"

    @rule(who=WHO, aside=st.sampled_from([e.Place.ADVISER, e.Place.PRIVACY, e.Place.HELP]))
    def look_aside_and_come_back(self, who: str, aside: e.Place) -> None:
        self.at_a_question(who)
        question = self.ledger.phones[who].question
        if question is not None:
            self.act(who, e.Looked())
            before = self.screens[who]
            self.act(who, e.Opened(aside))
            assert e.Opened(e.Place.QUESTION, question) in self.ledger.phones[who].visible
            self.act(who, e.Opened(e.Place.QUESTION, question))
            assert self.screens[who] == before, "whoever looks aside finds everything as it was"

    @rule(who=WHO, times=st.integers(1, 4), data=st.data())
    def answer_properly(self, who: str, times: int, data: st.DataObject) -> None:
        for _ in range(times):
            self.at_a_question(who)
            if self.ledger.phones[who].question is not None and self.is_filling(who):
                self.answer(who, data)

    @rule(who=WHO, which=ANY, data=st.data())
    def change_an_answer(self, who: str, which: int, data: st.DataObject) -> None:
        book = self.ledger.book(who)
        given = [each for each in book.answers if book.is_asked(each, self.as_of)] if book else []
        if given and self.is_filling(who):
            self.act(who, e.Opened(e.Place.QUESTION, self.pick(given, which)))
            self.answer(who, data)

    @precondition(lambda self: all(phone.is_member for phone in self.ledger.phones.values()))
    @rule(who=WHO, which=ANY, how=st.sampled_from(["type", "press", "type", "send"]), data=st.data())
    def answer_under_a_colleagues_nose(self, who: str, which: int, how: str, data: st.DataObject) -> None:
        """One looks at a question, the other answers it, and the first one goes on with what is on the screen."""
        other = next(each for each in PEOPLE if each != who)
        book = self.ledger.book(who)
        codes = book.journey(self.as_of) if book else []
        if book is None or not codes or not self.is_filling(who):
            return
        for each in (other, who):
            self.act(each, e.Opened(e.Place.QUESTION, self.pick(codes, which)))
        self.answer(who, data)
        match how:
            case "press":
                self.press_in_the_middle_of_a_question(other, which)
            case "type":
                question = book.question(self.pick(codes, which))
                understood = [each for each in SAYINGS if not meant(question, each, self.as_of).instead]
                self.type(other, self.pick(understood, data.draw(ANY)), edited=False, at_question=False)
            case "send":
                self.send(other, FILES[0], "", at_question=True)

    @rule(who=WHO, which=ANY)
    def go_back(self, who: str, which: int) -> None:
        """From the last question of a task, one by one, to where it was opened from."""
        book = self.ledger.book(who)
        tasks = [self.pick(book.tasks(), which), PROFILE] if book and book.tasks() else [PROFILE]
        for task in tasks:
            asked = book.asked(task, self.as_of) if book else []
            self.act(who, e.Opened(e.Place.QUESTION, asked[-1] if asked else ""))
            for _ in asked:
                back = [each for each in self.ledger.phones[who].visible if isinstance(each, e.WentBack)]
                if back:
                    self.act(who, back[0])

    def answer(self, who: str, data: st.DataObject) -> None:
        """A proper answer to the question that stands, by any of the ways there are."""
        phone, book = self.ledger.phones[who], self.ledger.book(who)
        assert book is not None
        assert phone.question is not None
        question, kind = phone.question, book.question(phone.question)["tipo"]
        choices: Sequence[e.Event] = [each for each in phone.visible if isinstance(each, e.Replied)]
        understood = [each for each in SAYINGS if not meant(book.question(question), each, self.as_of).instead]
        if kind == "varias" and data.draw(ANY) % 2:
            marks = [each for each in phone.visible if isinstance(each, e.Marked)]
            self.act(who, self.pick(marks, data.draw(ANY)))
            phone = self.ledger.phones[who]
            done = [
                each
                for each in phone.visible
                if isinstance(each, e.Finished) or (isinstance(each, e.Replied) and each.said == "none")
            ]
            self.act(who, done[0])
        elif kind == "documentos" and data.draw(ANY) % 3 == 0:
            self.send(who, FILES[0], "", at_question=False)
            done = [each for each in self.ledger.phones[who].visible if isinstance(each, e.Finished)]
            assert done, "whoever sent a file can say that this is all"
            self.act(who, done[0])
        elif choices and data.draw(ANY) % 4:
            self.act(who, self.pick(choices, data.draw(ANY)))
        else:
            saying = self.pick(understood, data.draw(ANY))
            self.act(who, e.Wrote(saying.text), meant(book.question(question), saying, self.as_of))

    def said_by(self, who: str, event: e.Replied | e.Marked) -> Any:
        """An option's button as the answer that its words are."""
        book = self.ledger.book(who)
        assert book is not None
        if isinstance(event, e.Marked):
            return [event.option]
        away = {"?": None, "later": {"status": "later"}, "lacking": {"status": "none"}}
        if event.said in away:
            return away[event.said]
        several = book.question(event.to)["tipo"] == "varias"
        return [] if several and event.said == "none" else event.said

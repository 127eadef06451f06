"""Two officials of one municipality do anything in any order; each step is held against books kept on the side."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from bot.dialogue import events as e
from bot.dialogue.errands import FetchFile, HandOver
from content.languages import LANGUAGES
from tests.dialogue.answer_ledger import MUNICIPALITY
from tests.dialogue.answering_walk import ANY, FILES, WHO
from tests.dialogue.stepping import PEOPLE
from tests.dialogue.team_walk import OF_NOTHING, TeamWalk
from tests.transcripts.world import START

WANDERING: tuple[e.Event, ...] = (
    e.Opened(e.Place.QUESTION),
    e.Opened(e.Place.PROFILE),
    e.Opened(e.Place.TASKS),
    e.Opened(e.Place.STATUS),
    e.Opened(e.Place.REVIEW),
    e.Opened(e.Place.RESULT),
    e.Opened(e.Place.ADVISER),
    e.Opened(e.Place.PRIVACY),
    e.Started(),
    e.Started("inv_ABC123"),
    e.Started("com_13120"),
    e.Started("rara"),
    e.SentOther("sticker"),
    e.SentOther("location"),
    e.Accepted(MUNICIPALITY),
    e.Declined("used"),
    e.NotInvited(),
    e.Invited("inv_A", "https://t.me/b?start=inv_A", START),
    *OF_NOTHING,
)


class Walk(TeamWalk):
    """Everything around the questions: ways in, asides, languages, hand-over, editions, and what the world answers."""

    @initialize(
        languages=st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES)),
        members=st.sampled_from([2, 2, 1, 0]),
        begun=st.sampled_from([True, True, False]),
        data=st.data(),
    )
    def begin(self, languages: tuple[str, str], members: int, begun: bool, data: st.DataObject) -> None:
        for who, language in zip(PEOPLE, languages, strict=True):
            self.act(who, e.Started())
            self.act(who, e.Spoke(language))
        for who in PEOPLE[:members]:
            self.join(who)
        if begun:
            self.answer_properly(PEOPLE[0], 4, data)

    @rule(who=WHO, data=st.data())
    def answer_all_that_is_left(self, who: str, data: st.DataObject) -> None:
        for _ in range(200):
            self.act(who, e.Opened(e.Place.QUESTION))
            if self.ledger.phones[who].question is None or not self.is_filling(who):
                break
            self.answer(who, data)
        book = self.ledger.book(who)
        assert book is None or book.is_complete(self.as_of)

    @rule(who=WHO, which=ANY, data=st.data())
    def bring_to_its_end(self, who: str, which: int, data: st.DataObject) -> None:
        self.join(who)
        self.answer_all_that_is_left(who, data)
        self.close_something(who, which)
        self.answer_all_that_is_left(who, data)
        self.hand_over(who)

    @rule(who=WHO, which=ANY)
    def close_something(self, who: str, which: int) -> None:
        """An answer is changed so that another one, given before, is asked for no more."""
        book = self.ledger.book(who)
        closing = list(book.closing(self.as_of)) if book and self.is_filling(who) else []
        if closing:
            question, said = self.pick(closing, which)
            self.act(who, e.Opened(e.Place.QUESTION, question))
            replied = [each for each in self.ledger.phones[who].visible if isinstance(each, e.Replied) and each.said == said]
            self.act(who, replied[0])

    @rule(who=WHO)
    def hand_over(self, who: str) -> None:
        self.act(who, e.Opened(e.Place.DECLARATION))
        book = self.ledger.book(who)
        possible = bool(book) and book is not None and self.ledger.phones[who].is_member and book.phase == "filling"
        sending = [each for each in self.ledger.phones[who].visible if isinstance(each, e.Confirmed)]
        if possible and book is not None:
            assert bool(sending) == book.is_complete(self.as_of), "possible as soon as each question is answered, not before"
        if sending and sending[0].what == "hand-over":
            self.act(who, sending[0])
            self.act(who, sending[0])  # pressed twice

    @rule(who=WHO, event=st.sampled_from(WANDERING))
    def wander(self, who: str, event: e.Event) -> None:
        """Commands, links, stickers, and answers of the world to what was asked some time ago."""
        if self.ledger.phones[who].is_member or not isinstance(event, e.Accepted):
            self.act(who, event)
        self.world.now += timedelta(days=7)

    @rule(who=WHO, place=st.sampled_from([e.Place.RECEIPT, e.Place.EDITION]))
    def go_on(self, who: str, place: e.Place) -> None:
        """*Corregir* after the hand-over; to the new edition after the change."""
        self.act(who, e.Opened(place))
        for each in self.ledger.phones[who].visible:
            if isinstance(each, e.Confirmed):
                self.act(who, each)

    @precondition(lambda self: not all(phone.is_member for phone in self.ledger.phones.values()))
    @rule(who=WHO)
    def join(self, who: str) -> None:
        if not self.ledger.phones[who].is_member:
            self.act(who, e.Accepted(MUNICIPALITY, focal_point=MUNICIPALITY not in self.ledger.books))
            self.act(who, e.Wrote("Ana Rojas"))
            self.act(who, e.Wrote("Encargada"), joins=True)

    @precondition(lambda self: self.ledger.current != list(self.setting.editions)[-1])
    @rule()
    def programme_changes_overnight(self) -> None:
        self.world.content = self.setting.after
        self.ledger.current = self.setting.after.current.edition

    @rule(which=ANY, why=st.sampled_from(["", "", "gone", "type", "empty", "large"]), again=st.booleans())
    def file_arrives(self, which: int, why: str, again: bool) -> None:
        waiting = [(who, errand) for who, errand in self.world.waiting if isinstance(errand, FetchFile)]
        if waiting:
            who, errand = waiting[which % len(waiting)]
            self.world.waiting.remove((who, errand))
            fetched = e.Fetched(errand.piece, "ab" * 32, "application/pdf", 120_000)
            event = e.NotFetched(errand.piece, why) if why else fetched
            self.outcome(who, event)
            if again and not why:
                self.outcome(who, event)

    @rule(who=WHO, which=ANY, why=st.sampled_from(["gone", "type"]))
    def a_file_is_lost(self, who: str, which: int, why: str) -> None:
        book = self.ledger.book(who)
        codes = [each for each in book.journey(self.as_of) if book.question(each)["tipo"] == "documentos"] if book else []
        if codes and self.is_filling(who):
            self.act(who, e.Opened(e.Place.QUESTION, self.pick(codes, which)))
            self.send(who, FILES[0], "", at_question=True)
            self.file_arrives(-1, why, again=False)

    @rule(who=WHO, which=ANY, item=st.integers(0, 1))
    def say_what_a_file_shows(self, who: str, which: int, item: int) -> None:
        """A file is named, and then, on the screen that is gone, named otherwise."""
        book = self.ledger.book(who)
        codes = [each for each in book.journey(self.as_of) if len(book.question(each).get("documentos", [])) > 1] if book else []
        if codes and self.is_filling(who):
            self.act(who, e.Opened(e.Place.QUESTION, self.pick(codes, which)))
            self.send(who, FILES[0], "", at_question=True)
            names = [each for each in self.ledger.phones[who].visible if isinstance(each, e.Labelled)]
            self.act(who, self.pick(names, item))
            self.act(who, self.pick(names, item + 1))

    @rule()
    def everything_arrives(self) -> None:
        while any(isinstance(errand, FetchFile) for _, errand in self.world.waiting):
            self.file_arrives(0, "", again=False)
        self.hand_over_is_answered(refused=False, again=False)

    @rule(refused=st.sampled_from([False, False, True]), again=st.booleans())
    def hand_over_is_answered(self, refused: bool, again: bool) -> None:
        waiting = [(who, errand) for who, errand in self.world.waiting if isinstance(errand, HandOver)]
        book = self.ledger.books.get(MUNICIPALITY)
        if again and self.handed:
            self.outcome(*self.handed[-1])
            if book is not None and book.phase == "sent":
                self.outcome(self.handed[-1][0], e.HandOverRefused(book.round, "late"))
        if waiting and book is not None:
            who, errand = waiting[0]
            files = [each for files in book.files.values() for each in files]
            if book.phase != "sending":
                self.world.waiting.remove((who, errand))  # it was called off
            elif all(each.state != "coming" for each in files):
                self.world.waiting.remove((who, errand))
                receipt = e.HandedOver(errand.round, f"SM-2026-{errand.round:04}-AB", self.world.now, "cd" * 32)
                self.outcome(who, e.HandOverRefused(errand.round, "unknown-edition") if refused else receipt)
                if not refused:
                    self.handed.append((who, receipt))

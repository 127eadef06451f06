"""What the team and the focal point do while officials are at their questions: cases there and back, members taken out."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from bot.dialogue import case_events as c
from bot.dialogue import events as e
from bot.dialogue.cases import CaseKind, Hat, Refusal, When
from bot.dialogue.errands import AskPerson
from tests.dialogue.answer_ledger import MUNICIPALITY
from tests.dialogue.answering_walk import ANY, WHO, AnsweringWalk
from tests.dialogue.books import read_stored_header
from tests.transcripts.world import START

DOES = ("answered", "closed", "reopened", "approved", "refused", "rated")
# Of cases that nobody knows, of another municipality, and of what was never asked.
OF_NOTHING: tuple[e.Event, ...] = (
    c.CaseOpened("0", "D-2026-0000", Hat.OFFICIAL, CaseKind.VERIFICATION, START, When.HOLIDAY),
    c.NotAsked(Hat.OFFICIAL, CaseKind.VERIFICATION),
    c.CaseAnswered("0"),
    c.CaseClosed("0", "nadie lo pidió"),
    c.CaseReopened("0"),
    c.Approved("0", "inv_A"),
    c.Refused("0", Refusal.EMAIL),
    c.Rated("0", True),
    c.RemovedFromTeam("10109"),
    c.HelpOffered(),
)


class TeamWalk(AnsweringWalk):
    """Rules for cases and for the team of the municipality. Nothing of it answers a question or keeps anybody from answering."""

    meanwhile = ("case", *AnsweringWalk.meanwhile, "case")

    def __init__(self) -> None:
        super().__init__()
        self.cases: list[tuple[str, str]] = []

    def in_between(self, who: str, what: str, which: int) -> None:
        mine = [case for asker, case in self.cases if asker == who]
        if what != "case":
            super().in_between(who, what, which)
        elif mine:
            self.act(who, self._of(self.pick(mine, -1), self.pick(DOES, which)))

    @invariant()
    def one_answers_for_the_municipality(self) -> None:
        written = self.world.dossiers.get(MUNICIPALITY)
        team = read_stored_header(written).get("members", []) if written else []
        assert sum(each.get("focal_point", False) for each in team) == bool(team)

    @rule(who=WHO, at_question=st.booleans())
    def ask_the_team(self, who: str, at_question: bool) -> None:
        """Somebody writes to a person, and may go on with their question before anything comes back."""
        if at_question:
            self.at_a_question(who)
        self.act(who, e.Opened(e.Place.ADVISER))
        self.messages += 1
        self.act(who, e.Wrote("¿Sirve un oficio?", message=f"{who}:{self.messages}"))
        if at_question:
            self.act(who, e.Opened(e.Place.QUESTION))

    @rule(is_heard=st.booleans(), comes=st.sampled_from([True, True, True, False]))
    def team_receives(self, is_heard: bool, comes: bool) -> None:
        waiting = [(who, each) for who, each in self.world.waiting if isinstance(each, AskPerson)]
        if waiting:
            who, asked = waiting[0]
            self.world.waiting.remove((who, asked))
            id = str(len(self.cases) + 1)
            if comes and not asked.case:
                self.cases.append((who, id))
                opened = c.CaseOpened(id, f"D-2026-{id:>04}", asked.hat, asked.kind, START, When.AFTER_HOURS, is_heard)
                self.act(who, opened)
            elif not comes:
                self.act(who, c.NotAsked(asked.hat, asked.kind))

    @precondition(lambda self: self.cases)
    @rule(which=ANY, does=st.sampled_from(DOES), look=st.booleans())
    def team_does(self, which: int, does: str, look: bool) -> None:
        who, case = self.pick(self.cases, which)
        if look:
            self.act(who, e.Opened(e.Place.ADVISER, case))
        self.act(who, self._of(case, does))
        self.looked_at["case"] += 1

    @precondition(lambda self: self.cases)
    @rule(which=ANY)
    def team_closes_over_ticks(self, which: int) -> None:
        """A case is closed while its person has ticked something that waits."""
        who, case = self.pick(self.cases, which)
        book = self.ledger.book(who)
        codes = [each for each in book.journey(self.as_of) if book.question(each)["tipo"] == "varias"] if book else []
        if codes and self.is_filling(who):
            self.act(who, e.Opened(e.Place.QUESTION, self.pick(codes, which)))
            self.act(who, self.pick([each for each in self.ledger.phones[who].visible if isinstance(each, e.Marked)], which))
            self.act(who, self._of(case, "closed"))
            self.act(who, e.Looked())

    @rule(who=WHO, data=st.data())
    def there_and_back_while_answering(self, who: str, data: st.DataObject) -> None:
        """A case goes all its ways, and between any two of them the person answers a question."""
        self.ask_the_team(who, at_question=True)
        while any(isinstance(each, AskPerson) for _, each in self.world.waiting):
            self.team_receives(is_heard=True, comes=True)
        for does in DOES:
            self.answer_properly(who, 1, data)
            mine = [case for asker, case in self.cases if asker == who]
            self.act(who, self._of(self.pick(mine, -1), does))

    @rule(who=WHO, at_question=st.booleans())
    def staff_take_out(self, who: str, at_question: bool) -> None:
        if at_question:
            self.at_a_question(who)
        self.looked_at["taken out"] += self.ledger.phones[who].is_member
        self.act(who, c.RemovedFromTeam(MUNICIPALITY))

    @precondition(lambda self: all(phone.is_member for phone in self.ledger.phones.values()))
    @rule(who=WHO)
    def focal_point_takes_out(self, who: str) -> None:
        """The other one learns of it with whatever they do next."""
        self.act(who, e.Opened(e.Place.TEAM))
        for kind in (e.Opened, e.Chose):
            for event in self.ledger.phones[who].visible:
                if isinstance(event, kind) and str(getattr(event, "about", getattr(event, "what", ""))).startswith("out-"):
                    self.act(who, event)

    def _of(self, case: str, does: str) -> Any:
        match does:
            case "answered":
                return c.CaseAnswered(case)
            case "closed":
                return c.CaseClosed(case)
            case "reopened":
                return c.CaseReopened(case, START)
            case "approved":
                return c.Approved(case, "inv_A")
            case "refused":
                return c.Refused(case)
        return c.Rated(case, helped=True)

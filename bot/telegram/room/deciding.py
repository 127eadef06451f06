"""/servicios: staff approve or refuse what officials propose about their services."""

from collections.abc import Iterator
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from api.contract import ProposalKept
from bot.backend import ApiRefused, Backend
from bot.dialogue.opening_hours import week_in_words
from bot.dialogue.turn import Content
from bot.memory import secrets
from bot.memory.database import Memory
from bot.memory.room_errands import DecideService
from bot.telegram.room import wording
from bot.telegram.room.group import Group, MessageGone
from bot.telegram.room.pressing import APPROVE, REFUSE, Pressed, key, rows
from content.local_services import Category, Hours

_MOST = 8
_LONGEST = 400
Said = tuple[str, InlineKeyboardMarkup | None]


@dataclass(frozen=True, slots=True)
class Deciding:
    """Decides through the api; whoever proposed it is told by their own turn."""

    memory: Memory
    backend: Backend
    group: Group
    content: Content

    async def listed(self) -> Said:
        """What waits, the oldest first, each with two buttons."""
        waiting = (await self.backend.proposals_waiting()).results
        if not waiting:
            return wording.NO_PROPOSALS, None
        shown = waiting[:_MOST]
        lines = [self._line(number, each) for number, each in enumerate(shown, start=1)]
        more = [wording.MORE_PROPOSALS.format(number=len(waiting) - _MOST)] if len(waiting) > _MOST else []
        buttons = [
            [
                key(wording.APPROVE_NUMBER.format(number=number), Pressed(APPROVE, str(each.id))),
                key(wording.REFUSE_NUMBER.format(number=number), Pressed(REFUSE, str(each.id))),
            ]
            for number, each in enumerate(shown, start=1)
        ]
        return "\n".join((wording.PROPOSALS, *lines, *more)), rows(*buttons)

    async def deliver(self, pressed: DecideService) -> None:
        """Decides, and the list where it was pressed is as it is now."""
        alias = await self.memory.do(secrets.alias, pressed.staff.id)
        try:
            decided = await self.backend.decide(pressed.proposal, alias, approves=pressed.approves)
        except ApiRefused as refusal:
            said: Said = wording.NO_ROLE if refusal.name == "acting-forbidden" else refusal.detail, None
        else:
            text, buttons = await self.listed()
            outcome = wording.APPROVED if decided.state == "approved" else wording.REFUSED
            said = f"{outcome.format(name=decided.name, staff=pressed.staff.name)}\n\n{text}", buttons
        try:
            await self.group.redraw(pressed.message, *said)
        except MessageGone:
            await self.group.write(pressed.thread, *said)

    def _line(self, number: int, proposed: ProposalKept) -> str:
        commune = self.content.communes.of(proposed.commune).name
        kind = wording.NEW_SERVICE if proposed.kind == "added" else wording.CHANGED_SERVICE
        changes = "; ".join(self._changes(proposed))
        return f"{number}. {commune} · {proposed.name} · {kind} · {proposed.by}\n   {changes[:_LONGEST]}"

    def _changes(self, proposed: ProposalKept) -> Iterator[str]:
        change = proposed.change
        told = {"description": change.description, "address": change.address, "phone": change.phone}
        yield from (f"{wording.FIELDS[name]}: {value}" for name, value in told.items() if value)
        if change.categories:
            labels = (self.content.categories[Category(each)].label for each in change.categories)
            yield f"{wording.FIELDS['categories']}: {', '.join(self.content.words.word(each, 'es') for each in labels)}"
        if change.papers:
            yield f"{wording.FIELDS['papers']}: {wording.PAPERS[change.papers]}"
        if change.hours:
            hours = [Hours(tuple(each.weekdays), each.opens, each.closes) for each in change.hours]
            week = (self.content.words.word(line, "es") for line in week_in_words(hours))
            yield f"{wording.FIELDS['hours']}: {', '.join(week)}"
        if change.bring:
            yield f"{wording.FIELDS['bring']}: {', '.join(change.bring)}"
        if change.status:
            yield wording.STATUSES[change.status]

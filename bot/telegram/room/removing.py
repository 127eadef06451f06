"""/quitar: staff take an official out of a municipality's team, after a last yes."""

import time
from dataclasses import dataclass

from sqlalchemy import Connection
from telegram import InlineKeyboardMarkup

from bot.backend import ApiRefused, Backend
from bot.dialogue.case_events import RemovedFromTeam
from bot.dialogue.dossier import Dossier, Member
from bot.dialogue.turn import Content
from bot.memory import dossiers, inbox, secrets
from bot.memory.database import Memory
from bot.memory.errands import Job
from bot.memory.room_errands import TakeOut
from bot.telegram.room import wording
from bot.telegram.room.group import Group, MessageGone
from bot.telegram.room.pressing import OUT, STAY, SURE, Pressed, key, rows

_LABEL = 60
Said = tuple[str, InlineKeyboardMarkup | None]


@dataclass(frozen=True, slots=True)
class Removing:
    """Takes officials out through the api; what follows for the person is their own turn."""

    memory: Memory
    backend: Backend
    group: Group
    content: Content

    async def listed(self, cut: str) -> Said:
        """Who fills the municipality's dossier, each with a button."""
        dossier, commune = await self.memory.do(_dossier, cut), self._commune(cut)
        team = [each for each in dossier.members if each.person] if dossier else []
        if not team:
            return wording.TEAM_EMPTY.format(commune=commune), None
        lines = [wording.TEAM_OF.format(commune=commune), *map(_line, team)]
        buttons = [[key(wording.TAKE_OUT.format(name=each.name)[:_LABEL], Pressed(OUT, cut, each.mark))] for each in team]
        return "\n".join(lines), rows(*buttons)

    async def deliver(self, job: Job, pressed: TakeOut) -> None:
        """Asks once more, or does it and reports it to the person's inbox; where it was pressed reads what it came to."""
        dossier = await self.memory.do(_dossier, pressed.cut)
        official = next((each for each in dossier.members if each.person == job.lane), None) if dossier and job.lane else None
        if pressed.step == STAY:
            said = await self.listed(pressed.cut)
        elif dossier is None or official is None:
            said = wording.NOT_IN_TEAM.format(commune=self._commune(pressed.cut)), None
        elif pressed.step == SURE:
            said = await self._taken_out(job, pressed, official), None
        else:
            said = self._asked(dossier, official)
        try:
            await self.group.redraw(pressed.message, *said)
        except MessageGone:
            await self.group.write(pressed.thread, *said)

    def _asked(self, dossier: Dossier, official: Member) -> Said:
        commune, after = self._commune(dossier.key), dossier.without_member(official.person)
        lines = [wording.SURE_OUT.format(name=official.name, post=official.post, commune=commune)]
        if after.focal_point is None:
            lines.append(wording.NO_HEIR.format(commune=commune))
        elif after.focal_point != dossier.focal_point:
            lines.append(wording.HEIR.format(name=after.focal_point.name, post=after.focal_point.post))
        yes = key(wording.YES_OUT, Pressed(SURE, dossier.key, official.mark))
        return "\n".join(lines), rows([yes, key(wording.NO_OUT, Pressed(STAY, dossier.key, official.mark))])

    async def _taken_out(self, job: Job, pressed: TakeOut, official: Member) -> str:
        alias = await self.memory.do(secrets.alias, official.person)
        try:
            await self.backend.remove_member(alias, pressed.cut, await self.memory.do(secrets.alias, pressed.staff.id))
        except ApiRefused as refusal:
            return wording.NO_ROLE if refusal.name == "acting-forbidden" else refusal.detail
        # Before anything is said in the group, which may be away: access ends at once.
        await self.memory.do(inbox.report, job.id, official.person, "", RemovedFromTeam(pressed.cut), time.time())
        staff, commune = pressed.staff.name, self._commune(pressed.cut)
        return wording.TAKEN_OUT.format(name=official.name, post=official.post, commune=commune, staff=staff)

    def _commune(self, cut: str) -> str:
        return self.content.communes.of(cut).name


def _dossier(connection: Connection, cut: str) -> Dossier | None:
    return dossiers.load(connection, cut).get(cut)


def _line(official: Member) -> str:
    line = f"• {official.name}, {official.post}"
    return f"{line}, contraparte" if official.focal_point else line

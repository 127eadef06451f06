"""/cola, /caso, /invitar, /quitar, /servicios and /ayuda, answered there where staff wrote them."""

from dataclasses import dataclass

from api.contract import EscalationListed
from bot.backend import ApiRefused, Backend
from bot.dialogue.turn import Content
from bot.memory import cases, people, secrets
from bot.memory.database import Memory
from bot.memory.room_errands import AnswerCommand
from bot.telegram.room import wording
from bot.telegram.room.deciding import Deciding
from bot.telegram.room.group import Group, TopicGone
from bot.telegram.room.removing import Removing, Said
from content.directory import Commune

_MOST = 30


@dataclass(frozen=True, slots=True)
class Commanding:
    """Commands of staff. `username` is the bot's, for links."""

    memory: Memory
    backend: Backend
    group: Group
    content: Content
    username: str
    removing: Removing
    deciding: Deciding

    async def answer(self, asked: AnswerCommand) -> None:
        """Answers in the topic of the command."""
        person = await self.memory.do(people.load, asked.staff.id)
        if asked.command != "ayuda" and (person is None or person.role != "support"):
            said: Said = wording.NO_ROLE, None
        else:
            said = await self._said(asked)
        try:
            await self.group.write(asked.thread, *said)
        except TopicGone:
            return

    async def _said(self, asked: AnswerCommand) -> Said:
        match asked.command:
            case "cola":
                return await self._queue(), None
            case "servicios":
                return await self.deciding.listed()
            case "caso":
                return await self._case(asked.given), None
            case "invitar" | "quitar":
                return await self._of_a_commune(asked)
        return wording.HELP, None

    async def _of_a_commune(self, asked: AnswerCommand) -> Said:
        if not asked.given:
            return wording.WHICH_COMMUNE.format(command=asked.command), None
        found = self.content.communes.find(asked.given, 1)
        if not found:
            return wording.UNKNOWN_COMMUNE.format(given=asked.given[:60]), None
        commune = found[0].commune
        return (
            await self.removing.listed(commune.cut) if asked.command == "quitar" else (await self._invite(asked, commune), None)
        )

    async def _queue(self) -> str:
        waiting = (await self.backend.queue(_MOST)).results
        if not waiting:
            return wording.QUEUE_EMPTY
        return "\n".join((wording.QUEUE, *[await self._line(each) for each in waiting]))

    async def _case(self, given: str) -> str:
        if not given:
            return wording.WHICH_CASE
        try:
            found = await self.backend.case(given)
        except ApiRefused:
            return wording.UNKNOWN_CASE.format(given=given[:60])
        return await self._line(found)

    async def _line(self, told: EscalationListed) -> str:
        place = self.content.communes.of(told.commune).name if told.commune else "sin comuna"
        mark = "🔴 " if told.priority else ""
        wait = f"espera hace {told.waited_minutes} min hábiles" if told.waiting_since else "la última palabra es del equipo"
        state = wording.STATES[told.state]
        known = await self.memory.do(cases.find, str(told.id))
        link = f"\n   {_link(known.chat, known.thread)}" if known and known.thread else ""
        return f"{mark}{told.reference} · {place} · {state}{'' if told.state == 'closed' else f' · {wait}'}{link}"

    async def _invite(self, asked: AnswerCommand, commune: Commune) -> str:
        try:
            made = await self.backend.invite(commune.cut, await self.memory.do(secrets.alias, asked.staff.id))
        except ApiRefused:
            return wording.NO_ROLE
        link = made.link or f"https://t.me/{self.username}?start={made.start}"
        return wording.INVITATION.format(commune=commune.name, link=link, code=made.start)


def _link(chat: int, thread: int) -> str:
    return f"https://t.me/c/{str(chat).removeprefix('-100')}/{thread}"

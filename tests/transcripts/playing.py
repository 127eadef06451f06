"""Plays a written conversation: `who> what they do`, and below it, indented, what must appear.

What a person does: words (`⇉ words`: forwarded); `/start inv_X`; `[a button]`; `[a button]*` (from an earlier screen);
`[this] [or that]…` (whichever is there, again and again, the last screen is shown); `📎 name 120kB`; `☐ sticker`;
`✎ words` (the last message, edited; `✎-2 words`: the one two before it).
What the world does: `! archivo llega`, `! archivo perdido gone`, `! invitación 10109 contraparte`, `! invitación no expired`,
`! enlace ABC`, `! comprobante SM-1`, `! entrega rechazada`, `! mañana`, `! en 40 días`, `! sin equipo`, and what room.py lists.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.dialogue.errands import AskPerson, FetchFile, HandOver, ReportActivity, Tell
from bot.dialogue.events import (
    Accepted,
    Declined,
    Event,
    Fetched,
    HandedOver,
    HandOverRefused,
    Invited,
    NotFetched,
    Opened,
    Place,
    Sent,
    SentOther,
    Spoke,
    Started,
    Wrote,
)
from bot.dialogue.screen import Attachment, Chart, DataFile, Link, Map, Paper, Press, ReadAloud, Screen
from bot.dialogue.turn import Turn
from content.sentences import Text
from content.wording import offered
from tests.transcripts.room import asked_in_short, what_the_room_does
from tests.transcripts.world import World

TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
COMMANDS = {
    "/requisitos": Opened(Place.REQUIREMENTS),
    "/autoevaluacion": Opened(Place.QUESTION),
    "/avance": Opened(Place.TASKS),
    "/estado": Opened(Place.STATUS),
    "/servicios": Opened(Place.SERVICES),
    "/persona": Opened(Place.ADVISER),
    "/privacidad": Opened(Place.PRIVACY),
    "/misdatos": Opened(Place.MY_DATA),
    "/borrar": Opened(Place.FORGETTING),
    "/ayuda": Opened(Place.HELP),
}
_FILE = re.compile(r"📎 (\S+) (\d+)(B|kB|MB)(?: (\w+))?")
_SIZES = {"B": 1, "kB": 1024, "MB": 1024 * 1024}


@dataclass
class Play:
    """One conversation being played in a world."""

    world: World
    who: str = ""
    messages: int = 0

    def played(self, script: str) -> Iterator[str]:
        """The script's own lines, and below each what appears now."""
        for line in script.splitlines():
            if line.startswith("#"):
                yield line
            if line.startswith("! ") or re.match(r"\w*> ", line):
                yield from ("", line)
            if line.startswith("! "):
                yield from self._world_does(line[2:])
            elif found := re.match(r"(\w*)> (.+)", line):
                self.who = found[1] or "marta"
                yield from self._shown(
                    self.who, self._again_and_again(found[2]) if found[2].endswith("…") else self._once(found[2])
                )

    def _once(self, said: str) -> Turn:
        return self.world.happens(self.who, self._event(said))

    def _again_and_again(self, said: str) -> Turn:
        wanted = re.findall(r"\[([^]]+)\]", said)
        turn = None
        while (label := next((each for each in wanted if self._has(each)), None)) is not None:
            turn = self._once(f"[{label}]")
        assert turn is not None, f"none of {wanted} is there"
        return turn

    def _has(self, label: str) -> bool:
        return any(f"[{label}]" in row for row in self._rows(self.who, self.world.screens[self.who][-1]))

    def _event(self, said: str) -> Event:
        if found := re.fullmatch(r"\[(.+)\](\*?)", said):
            return self._pressed(found[1], stale=bool(found[2]))
        if found := _FILE.fullmatch(said):
            self.messages += 1
            media = TYPES.get(found[1].rpartition(".")[2], "application/octet-stream")
            size = int(found[2]) * _SIZES[found[3]]
            return Sent(self._key(), f"file{self.messages}", found[1], media, size, found[4] or "")
        match said.split(maxsplit=1):
            case ["☐", kind]:
                self.messages += 1
                return SentOther(kind, self._key())
            case [pencil, words] if pencil.startswith("✎"):
                return Wrote(words, edited=True, message=self._key(int(pencil[1:] or 0)))
            case ["⇉", words]:
                self.messages += 1
                return Wrote(words, message=self._key(), forwarded=True)
            case ["/start", *payload]:
                return Started(payload[0] if payload else "")
            case ["/idioma", *code]:
                spoken = offered(code[0]) if code else None
                return Spoke(spoken) if spoken else Opened(Place.LANGUAGE, code[0] if code else "")
            case [command] if command in COMMANDS:
                return COMMANDS[command]
        self.messages += 1
        return Wrote(said, message=self._key())

    def _key(self, before: int = 0) -> str:
        return f"{self.who}:{self.messages + before}"

    def _pressed(self, label: str, *, stale: bool) -> Event:
        screens = self.world.screens[self.who][:-1] if stale else self.world.screens[self.who][-1:]
        for screen in reversed(screens):
            for row in screen.rows:
                for each in row:
                    if isinstance(each, Press) and self._word(self.who, each.label) == label:
                        return each.event
        for each in reversed(self.world.told.get(self.who, [])):
            if self._word(self.who, each.label) == label:
                return each.event
        raise AssertionError(f"no button [{label}] for {self.who}; there are {self._rows(self.who, screens[-1])}")

    def _world_does(self, what: str) -> Iterator[str]:
        match what.split():
            case ["sin", "equipo"]:
                self.world.content = replace(self.world.content, has_desk=False)
            case ["mañana"]:
                self.world.now += timedelta(days=1)
            case ["en", days, "días"]:
                self.world.now += timedelta(days=int(days))
            case _:
                who, event = self._outcome(what.split())
                yield from self._shown(who, self.world.happens(who, event))

    def _outcome(self, what: list[str]) -> tuple[str, Event]:
        match what:
            case ["archivo", "llega"]:
                who, errand = self.world.take_errand(FetchFile)
                assert isinstance(errand, FetchFile)
                return who, Fetched(errand.piece, "ab" * 32, "application/pdf", 122_880)
            case ["archivo", "perdido", why]:
                who, errand = self.world.take_errand(FetchFile)
                assert isinstance(errand, FetchFile)
                return who, NotFetched(errand.piece, why)
            case ["invitación", "no", why]:
                return self.who, Declined(why)
            case ["invitación", "rol", role]:
                return self.who, Accepted(role=role)
            case ["invitación", cut, *rest]:
                return self.who, Accepted(cut, focal_point="contraparte" in rest)
            case ["enlace", code]:
                return self.who, Invited(code, f"https://t.me/sello?start=inv_{code}", self.world.now + timedelta(days=14))
            case ["comprobante", reference, *replaces]:
                who, errand = self.world.take_errand(HandOver)
                assert isinstance(errand, HandOver)
                return who, HandedOver(errand.round, reference, self.world.now, "cd" * 32, replaces[0] if replaces else "")
            case ["entrega", "rechazada"]:
                who, errand = self.world.take_errand(HandOver)
                assert isinstance(errand, HandOver)
                return who, HandOverRefused(errand.round, "unknown-edition")
        return what_the_room_does(self.world, what)

    def _shown(self, who: str, turn: Turn) -> Iterator[str]:
        if turn.hint is not None:
            yield f"  ({self._word(who, turn.hint)})"
        if turn.screen is not None:
            yield from self._screen(who, turn.screen)
        for errand in turn.errands:
            if isinstance(errand, Tell):
                self.world.told.setdefault(errand.person, []).extend((Press(errand.label, errand.event), *errand.others))
                labels = " ".join(
                    f"[{self._word(errand.person, each)}]" for each in (errand.label, *(o.label for o in errand.others))
                )
                yield f"  → {errand.person}: {self._word(errand.person, errand.text)} {labels}"
            elif isinstance(errand, AskPerson):
                yield f"  → {asked_in_short(errand)}"
            elif not isinstance(errand, ReportActivity):
                yield f"  → {errand}"

    def _screen(self, who: str, screen: Screen) -> Iterator[str]:
        for attachment in screen.attachments:
            yield f"  {self._attachment(who, attachment)}"
        for block in screen.blocks:
            yield from (f"  {part}" for line in block.lines for part in self._word(who, line).split("\n"))
        yield from self._rows(who, screen)

    def _attachment(self, who: str, attachment: Attachment) -> str:
        match attachment:
            case Chart(caption=caption):
                return f"🖼 {self._word(who, caption)}"
            case Map(name=name):
                return f"🗺 {self._word(who, name)}"
            case ReadAloud():
                return "🔊"
            case Paper(name=name) | DataFile(name=name):
                return f"📄 {name}"

    def _rows(self, who: str, screen: Screen) -> list[str]:
        return [
            "  " + " ".join(f"[{self._word(who, b.label)}]" + (" ↗" if isinstance(b, Link) else "") for b in row)
            for row in screen.rows
        ]

    def _word(self, who: str, text: Text) -> str:
        return self.world.content.words.word(text, self.world.state_of(who).person.language or "es")

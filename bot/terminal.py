"""The same dialogue in a terminal: numbered buttons, no network, no database. What needs the api is answered by nobody."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.dialogue.conversation import take_turn
from bot.dialogue.errands import Errand, FetchFile
from bot.dialogue.events import Event, Fetched, Opened, Place, Pressable, Sent, Spoke, Started, Wrote
from bot.dialogue.person import Person, State
from bot.dialogue.screen import Link, Press, Screen, Style
from bot.dialogue.turn import Content, Turn
from content.wording import offered

_ID = "terminal"
_BAR = "─" * 72
_COMMANDS = {
    "ayuda": Place.HELP,
    "requisitos": Place.REQUIREMENTS,
    "autoevaluacion": Place.QUESTION,
    "avance": Place.TASKS,
    "estado": Place.STATUS,
    "servicios": Place.SERVICES,
    "persona": Place.ADVISER,
    "privacidad": Place.PRIVACY,
    "misdatos": Place.MY_DATA,
    "borrar": Place.FORGETTING,
}


@dataclass(slots=True)
class Terminal:
    """One person at a keyboard."""

    content: Content
    state: State = field(default_factory=lambda: State(Person(_ID)))
    buttons: list[Pressable] = field(default_factory=list)

    def hear(self, typed: str) -> Iterator[str]:
        """What appears after a line was typed: a button's number, `📎 path`, a command, or words."""
        yield from self.take(self._event(typed))

    def take(self, event: Event) -> Iterator[str]:
        """What appears after an event."""
        turn = take_turn(self.content, self.state, event, datetime.now(UTC))
        self.state = turn.state or State(Person(_ID))
        yield from self._shown(turn)
        for errand in turn.errands:
            yield from self._run(errand)

    def _event(self, typed: str) -> Event:
        if typed.isdecimal() and 0 < int(typed) <= len(self.buttons):
            return self.buttons[int(typed) - 1]
        if typed.startswith("/"):
            return _command(typed[1:])
        if typed.startswith("📎"):
            return _sent(Path(typed.removeprefix("📎").strip()))
        return Wrote(typed)

    def _run(self, errand: Errand) -> Iterator[str]:
        match errand:
            case FetchFile(piece, file):
                yield from self.take(Fetched(piece, "0" * 64, "application/pdf", len(file)))
            case _:
                yield f"  → {errand}"

    def _shown(self, turn: Turn) -> Iterator[str]:
        language = self.state.person.language or "es"
        if turn.hint:
            yield f"  ({self.content.words.word(turn.hint, language)})"
        if turn.screen is not None:
            yield from self._screen(turn.screen, language)

    def _screen(self, screen: Screen, language: str) -> Iterator[str]:
        word = self.content.words.word
        yield _BAR
        for attachment in screen.attachments:
            yield f"[{type(attachment).__name__}]"
        for block in screen.blocks:
            before = "│ " if block.style is Style.QUOTE else ""
            yield from (before + word(line, language) for line in block.lines)
            yield ""
        self.buttons = []
        for row in screen.rows:
            yield "  ".join(self._button(button, language) for button in row)

    def _button(self, button: Press | Link, language: str) -> str:
        label = self.content.words.word(button.label, language)
        if isinstance(button, Link):
            return f"[{label}: {button.address}]"
        self.buttons.append(button.event)
        return f"{len(self.buttons)}[{label}]"


def talk(content: Content) -> None:
    """Talks until the input ends."""
    terminal = Terminal(content)
    typer.echo("Escriba el número de un botón, un texto, /ayuda, o 📎 y la ruta de un archivo. Ctrl-D termina.")
    lines = terminal.take(Started())
    while True:
        for line in lines:
            typer.echo(line)
        try:
            typed = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            typer.echo("")
            return
        lines = terminal.hear(typed) if typed else iter(())


def _command(words: str) -> Event:
    name, _, argument = words.partition(" ")
    if name == "start":
        return Started(argument)
    if name == "idioma":
        language = offered(argument)
        return Spoke(language) if language else Opened(Place.LANGUAGE, argument)
    return Opened(_COMMANDS.get(name, Place.HELP))


def _sent(path: Path) -> Event:
    size = path.stat().st_size if path.is_file() else 100_000
    return Sent(f"{_ID}:{uuid.uuid4().hex[:8]}", str(path), path.name, "", size)

"""The same dialogue in a terminal: numbered buttons, no network, no database. What needs the api is answered by nobody."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.dialogue.commands import command
from bot.dialogue.conversation import take_turn
from bot.dialogue.errands import Errand, FetchFile, FileSheet
from bot.dialogue.events import Event, Fetched, Pressable, Replied, Sent, Started, Wrote
from bot.dialogue.person import Person, State
from bot.dialogue.screen import Link, Press, Screen, Style
from bot.dialogue.turn import Content, Turn

_ID = "terminal"
_BAR = "─" * 72


@dataclass(slots=True)
class Terminal:
    """One person at a keyboard."""

    content: Content
    state: State = field(default_factory=lambda: State(Person(_ID)))
    buttons: list[Pressable] = field(default_factory=list)

    def hear(self, typed: str) -> Iterator[str]:
        """What appears after a line was typed: a button's number, `📎 path`, a command, or words."""
        yield from self.take(self.event(typed))

    def take(self, event: Event) -> Iterator[str]:
        """What appears after an event."""
        turn = take_turn(self.content, self.state, event, datetime.now(UTC))
        self.state = turn.state or State(Person(_ID))
        yield from self._shown(turn)
        for errand in turn.errands:
            yield from self._run(errand)

    def event(self, typed: str) -> Event:
        """What a typed line means here."""
        number = typed.removeprefix("#")
        if number.isdecimal() and 0 < int(number) <= len(self.buttons) and (typed.startswith("#") or not self._asks_for_words()):
            return self.buttons[int(number) - 1]
        if typed.startswith("/"):
            return command(typed)
        if typed.startswith("📎"):
            return _sent(Path(typed.removeprefix("📎").strip()))
        return Wrote(typed)

    def _asks_for_words(self) -> bool:
        """Whether a number typed now would be an answer: no button replies but "I don't know yet" or "not yet"."""
        replies = {event.said for event in self.buttons if isinstance(event, Replied)}
        return bool(replies) and replies <= {"?", "none"}

    def _run(self, errand: Errand) -> Iterator[str]:
        match errand:
            case FetchFile(piece, file):
                yield from self.take(Fetched(piece, "0" * 64, "application/pdf", len(file)))
            case FileSheet(piece, sheet):
                yield from self.take(Fetched(piece, "0" * 64, "application/pdf", len(sheet.name)))
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
    typer.echo("Escriba el número de un botón (#número si se pide una cifra), un texto, /ayuda, o 📎 y una ruta. Ctrl-D termina.")
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


def _sent(path: Path) -> Event:
    size = path.stat().st_size if path.is_file() else 100_000
    return Sent(f"{_ID}:{uuid.uuid4().hex[:8]}", str(path), path.name, "", size)

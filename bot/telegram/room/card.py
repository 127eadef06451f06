"""The card of a case: what staff see at a glance, and what they may press. No RUT, no files."""

from collections.abc import Iterator
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from api.contract import EscalationKept
from bot.dialogue.addresses import is_institutional
from bot.dialogue.turn import Content
from bot.memory.cases import RoomCase
from bot.telegram.room import wording
from bot.telegram.room.pressing import Pressed, key, rows
from content.calendar_words import CHILE
from content.wording import ENDONYMS

_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Cards:
    """Draws cards with what the programme says."""

    content: Content

    def title(self, case: RoomCase) -> str:
        """The topic's name: the reference first, so that even an orphan can be told."""
        mark = {"waiting": "🟡", "taken": "🔵", "closed": "✅"}.get(case.state, "")
        mark = "🔴" if case.kind == "distress" and case.state != "closed" else mark
        return f"{mark} {case.reference} · {self._who(case)}"

    def text(self, case: RoomCase, told: EscalationKept, *, is_blocked: bool) -> str:
        """The card."""
        return "\n".join(self._lines(case, told, is_blocked=is_blocked))

    def keyboard(self, case: RoomCase) -> InlineKeyboardMarkup:
        """What may be done with the case as it stands."""
        id = case.id
        if case.state == "closed":
            return rows([key(wording.REOPEN, Pressed("reopen", id))])
        take = [key(wording.TAKE, Pressed("take", id))] if case.state == "waiting" else []
        pass_on = [key(wording.PASS_ON, Pressed("pass", id))] if case.state == "taken" else []
        if case.kind == "verification":
            refusals = [[key(label, Pressed("refuse", id, why))] for why, label in wording.REFUSALS.items()]
            return rows([*take, *pass_on, key(wording.APPROVE, Pressed("approve", id))], *refusals)
        return rows(
            [*take, *pass_on, key(wording.CLOSE, Pressed("close", id))],
            [key(wording.CANNED, Pressed("canned", id)), key(wording.INVITE, Pressed("invite", id))],
        )

    def _who(self, case: RoomCase) -> str:
        if case.hat == "neighbour":
            return "vecina o vecino"
        return self._commune(case.commune) or "funcionaria o funcionario"

    def _commune(self, cut: str) -> str:
        return self.content.communes.of(cut).name if cut else ""

    def _lines(self, case: RoomCase, told: EscalationKept, *, is_blocked: bool) -> Iterator[str]:
        yield f"{told.reference} · {wording.KINDS[told.kind]}"
        profile = f" · perfil {told.profile.replace('_', ' ')}" if told.profile else ""
        place = f" · {self._commune(told.commune)}" if told.commune and told.hat == "neighbour" else ""
        yield f"{self._who(case).capitalize() if told.hat == 'neighbour' else self._who(case)}{place}{profile}"
        yield f"Idioma: {ENDONYMS.get(told.language, told.language)}"
        if told.verification is not None:
            asked = told.verification
            yield f"Nombre: {asked.name}\nCargo: {asked.post}\nCorreo: {asked.email} ({_kind_of(asked.email)})"
        if told.stood is not None:
            yield f"Estaba en: {self._question(told.stood.question) or told.stood.place}"
            if told.stood.said:
                yield f"Había respondido: {told.stood.said[:_LONGEST]}"
        yield _state(case, told)
        if told.earlier:
            listed = ", ".join(f"{each.reference} ({wording.STATES[each.state]})" for each in told.earlier)
            yield f"Casos anteriores: {listed}"
        if is_blocked:
            yield wording.BLOCKED

    def _question(self, id: str | None) -> str:
        for programme in reversed(tuple(self.content.editions.values())):
            for question in programme.questions():
                if question.id == id:
                    return f"{question.id} · {question.text.source}"[:_LONGEST]
        return ""


def _kind_of(email: str) -> str:
    return "puede ser institucional" if is_institutional(email) else "⚠️ NO es institucional"


def _state(case: RoomCase, told: EscalationKept) -> str:
    if told.state == "closed":
        return "Estado: cerrado"
    taken = f"tomado por {case.holder or 'alguien del equipo'}" if told.state == "taken" else "en espera de quien lo tome"
    if told.waiting_since is None:
        return f"Estado: {taken}; la última palabra es del equipo"
    since = told.waiting_since.astimezone(CHILE)
    return f"Estado: {taken}; espera desde el {since:%d-%m %H:%M} ({told.waited_minutes} min hábiles)"

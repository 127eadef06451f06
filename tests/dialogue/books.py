"""What the conversation should have kept, in its own words: answers as on the wire, files, rounds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.oracle.acceptance import can_answer
from tests.oracle.edition import Edition, Node
from tests.oracle.journey import criterion_questions, journey, profile, profile_questions, tasks

PROFILE = "PF"


@dataclass
class Kept:
    """An answer and who gave it. `serial` is never used twice: whoever has not seen it has seen another answer, or none."""

    said: Any
    by: str
    serial: int


@dataclass
class File:
    """A file or link under a question: `coming`, `kept` or `lost`; `item` is the number of the document it shows, if said."""

    id: str
    state: str
    item: int | None = None
    is_link: bool = False


@dataclass
class Book:
    """A dossier."""

    edition: Edition
    answers: dict[str, Kept] = field(default_factory=dict)
    files: dict[str, list[File]] = field(default_factory=dict)
    round: int = 1
    phase: str = "filling"
    received: list[int] = field(default_factory=list)
    sent_by: str = ""

    def said(self) -> dict[str, Any]:
        """The bare answers."""
        return {id: kept.said for id, kept in self.answers.items()}

    def profile(self) -> str | None:
        """The way in."""
        return profile(self.edition, self.said())

    def tasks(self) -> list[str]:
        """The criteria, in this profile's order; none while it is open."""
        chosen = self.profile()
        return tasks(self.edition, chosen) if chosen else []

    def task_of(self, question: str) -> str:
        """The task of a question: its criterion's code, or `PF`."""
        return PROFILE if question.startswith(PROFILE) else question.rpartition(".")[0]

    def asked(self, task: str, as_of: str) -> list[str]:
        """The questions asked in a task."""
        if task == PROFILE:
            return profile_questions(self.edition, self.said())
        return criterion_questions(self.edition.criterion(task), self.said(), as_of) if task in self.tasks() else []

    def is_asked(self, question: str, as_of: str) -> bool:
        """Whether that question stands anywhere on the way."""
        return question in self.asked(self.task_of(question), as_of)

    def first_open(self, task: str, as_of: str) -> str | None:
        """The first question of a task without an answer."""
        return next((each for each in self.asked(task, as_of) if each not in self.answers), None)

    def next_open(self, as_of: str) -> str | None:
        """The first open question of all tasks, in this profile's order."""
        return next((found for task in self.tasks() if (found := self.first_open(task, as_of))), None)

    def journey(self, as_of: str) -> list[str]:
        """All that is asked after the profile."""
        return journey(self.edition, self.said(), as_of)

    def is_complete(self, as_of: str) -> bool:
        """Whether each question on the journey has an answer."""
        return self.profile() is not None and set(self.journey(as_of)) <= self.answers.keys()

    def closing(self, as_of: str) -> Iterator[tuple[str, str]]:
        """Each question on the journey with an option that would close another one that has an answer."""
        before, said = self.journey(as_of), self.said()
        for id in before:
            question = self.question(id)
            options = [each["id"] for each in question.get("opciones", [])] if question["tipo"] == "una" else []
            options += ["no"] if question["tipo"] == "si_no" else ["none"] if "sin_fecha" in question else []
            for option in options:
                if (set(before) - set(journey(self.edition, {**said, id: option}, as_of))) & said.keys():
                    yield id, option

    def question(self, id: str) -> Node:
        """The question as it is written in this edition."""
        return self.edition.questions()[id]

    def without_files_reopened(self, question: str) -> None:
        """Without any file that is here or coming, a question answered by files is open again."""
        kept = self.answers.get(question)
        if kept and kept.said == {"status": "attached"} and all(each.state == "lost" for each in self.files.get(question, [])):
            del self.answers[question]

    def on(self, edition: Edition) -> "Book":
        """What of this can be said there."""
        known = edition.questions()
        answers = {id: kept for id, kept in self.answers.items() if id in known and can_answer(known[id], kept.said)}
        files = {id: kept for id, kept in self.files.items() if id in known and known[id]["tipo"] == "documentos"}
        return Book(edition, answers, files, self.round, self.phase, self.received, self.sent_by)


def read_stored(written: str, edition: Edition) -> dict[str, Any]:
    """The answers in a dossier as it was saved, as on the wire; read without the code that saved it."""
    _, answers, _ = json.loads(written)
    return {id: _on_wire(edition.questions()[id], json.loads(said)) for id, said, *_ in answers}


def read_stored_header(written: str) -> dict[str, Any]:
    """What else was saved of a dossier: edition, round, receipts, whether it is being sent."""
    header: dict[str, Any] = json.loads(json.loads(written)[0])
    return header


def read_stored_files(written: str) -> dict[tuple[str, str], tuple[str, int | None]]:
    """Each file's state and the document it shows, by question and id, as saved."""
    return {(piece["question"], piece["id"]): (piece["state"], piece["item"]) for piece in json.loads(written)[2]}


def _on_wire(question: Node, stored: list[Any]) -> Any:
    match stored:
        case ["chosen", *options]:
            return options if question["tipo"] == "varias" else options[0]
        case ["counted", amount]:
            return Decimal(amount)
        case ["dated", month]:
            return month or "none"
        case ["written", text]:
            return text
        case ["attached", status]:
            return {"status": status}
        case ["skipped"]:
            return None
    raise AssertionError(stored)

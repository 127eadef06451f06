"""The bare minimum that loses nothing: inbox, state, answer and outbox written by hand, one thing at a time."""

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.rivals import form
from tests.benchmarks.rivals.telegram import Telegram, stay_on_one_core

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON", "secure_delete=ON")
TABLES = (
    "CREATE TABLE inbox (update_id INTEGER PRIMARY KEY, lane TEXT NOT NULL, body TEXT NOT NULL, handled INTEGER NOT NULL)",
    "CREATE TABLE state (person TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE answer (person TEXT, question TEXT, said TEXT NOT NULL, PRIMARY KEY (person, question)) WITHOUT ROWID",
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, chat TEXT NOT NULL, body TEXT NOT NULL)",
)


def answer(telegram: Telegram, connection: sqlite3.Connection) -> None:
    """Until nobody presses any more."""
    while telegram.waiting:
        _receive(connection, telegram.waiting.popleft())
        _take_turn(connection)
        _send(telegram, connection)


def _receive(connection: sqlite3.Connection, raw: dict[str, Any]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    row = (raw["update_id"], str(raw["callback_query"]["from"]["id"]), json.dumps(raw))
    connection.execute("INSERT INTO inbox VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING", row)
    connection.execute("COMMIT")


def _take_turn(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    found = connection.execute("SELECT update_id, lane, body FROM inbox WHERE handled = 0 ORDER BY update_id LIMIT 1").fetchone()
    number, person, body = found
    pressed = json.loads(body)["callback_query"]
    known = connection.execute("SELECT body FROM state WHERE person = ?", (person,)).fetchone()
    state = json.loads(known[0]) if known else {"at": 1}
    _, said, question = pressed["data"].split("|")
    if question == f"Q{state['at']}":
        connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (person, question, said))
        state["at"] = form.question_after(state["at"])
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (person, json.dumps(state)))
    screen = {"message_id": pressed["message"]["message_id"], "callback": pressed["id"], **_screen(state["at"])}
    connection.execute("INSERT INTO outbox (chat, body) VALUES (?, ?)", (person, json.dumps(screen)))
    connection.execute("UPDATE inbox SET handled = 1, lane = '', body = '' WHERE update_id = ?", (number,))
    connection.execute("COMMIT")


def _screen(question: int) -> dict[str, str]:
    rows = [[{"text": label, "callback_data": data} for label, data in row] for row in form.buttons(question)]
    return {"text": form.html(question), "parse_mode": "HTML", "reply_markup": json.dumps({"inline_keyboard": rows})}


def _send(telegram: Telegram, connection: sqlite3.Connection) -> None:
    number, chat, body = connection.execute("SELECT id, chat, body FROM outbox ORDER BY id LIMIT 1").fetchone()
    screen = json.loads(body)
    json.loads(telegram.call("answerCallbackQuery", {"callback_query_id": screen.pop("callback")}))
    json.loads(telegram.call("editMessageText", {"chat_id": chat, **screen}))
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM outbox WHERE id = ?", (number,))
    connection.execute("COMMIT")


def main(folder: Path, people: int, presses: int) -> None:
    """Prints what the telegram reports."""
    stay_on_one_core()
    connection = sqlite3.connect(folder / "prototype.sqlite3", isolation_level=None)
    for statement in (*(f"PRAGMA {pragma}" for pragma in PRAGMAS), *TABLES):
        connection.execute(statement)
    telegram = Telegram(people, presses, opening="r|yes|Q1")
    telegram.open()
    answer(telegram, connection)
    print(telegram.report())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

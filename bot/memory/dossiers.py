"""Dossiers in the database: a header, a row per answer, a row per piece; only what changed is written."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, or_, select

from bot.dialogue.dossier import Author, Dossier, Given, Piece, PieceState
from bot.memory.hot import Hot, Row, upsert
from bot.memory.tables import answer, dossier, piece
from bot.memory.writing import read_header, read_said, write_header, write_said

_Thing = TypeVar("_Thing")

_A: BindParameter[str] = bindparam("a")
_B: BindParameter[str] = bindparam("b")
_HEADERS = Hot(select(dossier.c.key, dossier.c.header).where(or_(dossier.c.key == _A, dossier.c.key == _B)))
# Columns in the order of the tables.
_ANSWERS = Hot(select(answer).where(or_(answer.c.dossier == _A, answer.c.dossier == _B)))
_PIECES = Hot(select(piece).where(or_(piece.c.dossier == _A, piece.c.dossier == _B)).order_by(piece.c.at, piece.c.id))
_LOCK = Hot(select(func.pg_advisory_xact_lock(func.hashtextextended("dossier:" + bindparam("key"), 0))))
_KEEP_HEADER, _KEEP_ANSWERS, _KEEP_PIECES = (Hot(upsert(table)) for table in (dossier, answer, piece))
_DROP_ANSWERS = Hot(delete(answer).where(answer.c.dossier == bindparam("of"), answer.c.question == bindparam("one")))
_DROP_PIECES = Hot(delete(piece).where(piece.c.dossier == bindparam("of"), piece.c.id == bindparam("one")))


def lock(connection: Connection, key: str) -> None:
    """Keeps every other turn on this dossier waiting until the transaction ends, whether or not it exists yet."""
    if connection.dialect.name == "postgresql":  # SQLite lets one writer in at a time
        _LOCK.run(connection, {"key": key})


def load(connection: Connection, first: str, second: str = "") -> dict[str, Dossier]:
    """The dossiers of up to two keys; those that do not exist are left out."""
    keys = {"a": first, "b": second}
    headers = _HEADERS.run(connection, keys)
    if not headers:
        return {}
    answers = _ANSWERS.run(connection, keys)
    pieces = _PIECES.run(connection, keys)
    return {key: _dossier(key, header, answers, pieces) for key, header in headers}


def save(connection: Connection, before: Dossier | None, after: Dossier) -> None:
    """Writes what `after` has and `before` has not; `before` None when the dossier does not exist yet."""
    if before is None or _header(before) != _header(after):
        _KEEP_HEADER.run(connection, {"key": after.key, "header": write_header(after)})
    before = before or Dossier(after.key, after.edition)
    if before.answers is not after.answers:
        _write(connection, after.key, before.answers, after.answers, (_DROP_ANSWERS, _KEEP_ANSWERS), _answer_row)
    if before.pieces is not after.pieces:
        of_before, of_after = ({each.id: each for each in one.pieces} for one in (before, after))
        _write(connection, after.key, of_before, of_after, (_DROP_PIECES, _KEEP_PIECES), _piece_row)


def remove(connection: Connection, key: str) -> None:
    """Deletes a dossier with all that is in it."""
    for table, column in ((answer, answer.c.dossier), (piece, piece.c.dossier), (dossier, dossier.c.key)):
        connection.execute(delete(table).where(column == key))


def _write(
    connection: Connection,
    key: str,
    before: Mapping[str, _Thing],
    after: Mapping[str, _Thing],
    statements: tuple[Hot, Hot],
    row: Callable[[str, str, _Thing], dict[str, Any]],
) -> None:
    drop, keep = statements
    drop.run_each(connection, [{"of": key, "one": id} for id in before if id not in after])
    keep.run_each(connection, [row(key, id, thing) for id, thing in after.items() if before.get(id) != thing])


def _answer_row(key: str, question: str, given: Given) -> dict[str, Any]:
    by = _author_columns(given.by)
    at = given.at.isoformat()
    return {"dossier": key, "question": question, "answer": write_said(given.answer), **by, "at": at, "revision": given.revision}


def _piece_row(key: str, id: str, one: Piece) -> dict[str, Any]:
    names = ("question", "link", "media_type", "size", "sha256", "item")
    same = {name: getattr(one, name) for name in names}
    return {
        "dossier": key,
        "id": id,
        "title": one.name,
        **_author_columns(one.by),
        "at": one.at.isoformat(),
        "state": one.state,
        **same,
    }


def _header(of: Dossier) -> tuple[object, ...]:
    return of.edition, of.round, of.sending, of.members, of.receipts


def _author_columns(by: Author) -> dict[str, str]:
    return {"person": by.person, "name": by.name, "post": by.post}


def _dossier(key: str, written: str, answers: Iterable[Row], pieces: Iterable[Row]) -> Dossier:
    header = read_header(written)
    return Dossier(
        key,
        header.edition,
        {question: _given(*given) for of, question, *given in answers if of == key},
        tuple(_piece(*known) for of, *known in pieces if of == key),
        header.members,
        header.round,
        header.sending,
        header.receipts,
    )


def _given(said: str, person: str, name: str, post: str, at: str, revision: int) -> Given:
    return Given(read_said(said), Author(person, name, post), datetime.fromisoformat(at), revision)


def _piece(id: str, question: str, title: str, *rest: Any) -> Piece:
    person, name, post, at, state, *known = rest
    by = Author(person, name, post)
    return Piece(id, question, title, by, datetime.fromisoformat(at), PieceState(state), *known)

"""Forgetting a person: their chat and practice go; in a municipality's dossier the post stays where the name was."""

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from secrets import token_hex

from sqlalchemy import Connection, delete, select, update

from bot.dialogue.dossier import Author, Dossier, PieceState, Sending, inherited
from bot.dialogue.errands import FetchFile, FileSheet, HandOver
from bot.memory import cases, dossiers, errands, outbox, people, relays
from bot.memory.room_errands import EndTopic
from bot.memory.tables import answer, dossier, errand, piece
from bot.memory.writing import Header, read_errand, read_header, write_header


def forget(connection: Connection, id: str) -> Mapping[str, str]:
    """Removes whatever identifies this person; errands for a municipality's dossier are still run.

    By the CUT of each municipality that they answered for: who answers for it in their place, if anybody does.
    """
    people.remove(connection, id)
    dossiers.remove(connection, f"practice:{id}")
    outbox.clear(connection, id)
    for each in cases.of_person(connection, id):
        if each.thread:
            end = EndTopic(each.chat, each.thread, "" if each.state == "closed" else each.reference)
            errands.add(connection, end, "", "", time.time())
    relays.forget(connection, id)
    cases.forget(connection, id)
    for table in (answer, piece):
        connection.execute(update(table).where(table.c.person == id).values(person="", name=""))
    unnumber_pieces(connection)
    heirs = _leave_dossiers(connection, id)
    _drop_errands(connection, id)
    return heirs


def unnumber_pieces(connection: Connection) -> None:
    """Takes the chat's number out of the ids of files whose sender was forgotten; one on its way keeps it until it came."""
    numbered = (piece.c.person == "") & piece.c.id.contains(":") & (piece.c.state != PieceState.COMING)
    for key in connection.execute(select(piece.c.dossier).where(numbered).distinct()).scalars().all():
        dossiers.lock(connection, key)
        for id in connection.execute(select(piece.c.id).where(numbered, piece.c.dossier == key)).scalars().all():
            this = (piece.c.dossier == key) & (piece.c.id == id)
            connection.execute(update(piece).where(this).values(id=token_hex(8)))


def _leave_dossiers(connection: Connection, id: str) -> Mapping[str, str]:
    heirs = {}
    named = select(dossier.c.key, dossier.c.header).where(dossier.c.header.contains(json.dumps(id), autoescape=True))
    for key, written in connection.execute(named).all():
        before = read_header(written)
        header = _without(before, id)
        bare = Dossier(key, header.edition, {}, (), header.members, header.round, header.sending, header.receipts)
        connection.execute(update(dossier).where(dossier.c.key == key).values(header=write_header(bare)))
        if bare.focal_point and bare.focal_point not in before.members:
            heirs[key] = bare.focal_point.person
    return heirs


def _without(header: Header, id: str) -> Header:
    members = tuple(replace(each, person="", name="") if each.person == id else each for each in header.members)
    return replace(header, members=inherited(members), sending=_unsigned(header.sending, id))


def _unsigned(sending: Sending | None, id: str) -> Sending | None:
    if sending is None or sending.by.person != id:
        return sending
    return replace(sending, by=Author("", "", sending.by.post))


def _drop_errands(connection: Connection, id: str) -> None:
    for row in connection.execute(select(errand).where(errand.c.lane == id)).all():
        serves_others = row.dossier and not row.dossier.startswith("practice:")
        if not (serves_others and isinstance(read_errand(row.body), FetchFile | FileSheet | HandOver)):
            connection.execute(delete(errand).where(errand.c.id == row.id))

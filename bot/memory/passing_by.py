"""Whoever only asked leaves nothing behind; of others who asked about services it is not kept what they asked."""

from dataclasses import replace

from sqlalchemy import Connection, select, update

from bot.dialogue.events import Place
from bot.dialogue.person import Person, Standing
from bot.memory import inbox, outbox, people
from bot.memory.tables import dossier, errand, person
from bot.memory.writing import read_person, write_person

_TELLING = frozenset({Place.SERVICES, Place.SERVICE, Place.DOUBTING, Place.DANGER})


def forget(connection: Connection, idle_since: float) -> None:
    """No row of somebody who only asked, and no place that tells what anybody asked, is older than that (seconds since 1970)."""
    idle = select(person.c.id, person.c.state).where(person.c.seen_at < idle_since)
    busy = set(connection.execute(select(errand.c.lane).where(errand.c.dead.is_(False))).scalars())
    practising = select(dossier.c.key).where(dossier.c.key.startswith("practice:"))
    kept = {key.removeprefix("practice:") for key in connection.execute(practising).scalars()} | busy
    for id, state in connection.execute(idle).all():
        known = read_person(state)
        if id in kept or _has_ties(known):
            _send_home(connection, known, state, idle_since)
        else:
            people.remove(connection, id)  # they signed nothing: there is no need to look for their name elsewhere
            outbox.leave(connection, id)
            inbox.drop_lane(connection, id)


def _has_ties(known: Person) -> bool:
    return bool(known.membership or known.joining or known.role or any(each.is_open for each in known.cases))


def _send_home(connection: Connection, known: Person, state: str, idle_since: float) -> None:
    left = None if known.left and _tells(known.left) else known.left
    standing = (left or Standing(Place.HOME)) if _tells(known.standing) else known.standing
    if (standing, left, ()) != (known.standing, known.left, known.doubted):
        left = left if standing == known.standing else None
        sent_home = write_person(replace(known, standing=standing, left=left, doubted=()))
        # Whoever came back meanwhile is no longer as they were read.
        connection.execute(update(person).where(person.c.id == known.id, person.c.state == state).values(state=sent_home))
        outbox.drop_unsent(connection, known.id, idle_since)


def _tells(standing: Standing) -> bool:
    """Whether it says what was asked; who writes to a person (`returning`) is in the midst of that."""
    return standing.place in _TELLING and standing.returning is None

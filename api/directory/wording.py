"""The words that stand in services, and the services that words stand in: whole ones, and the beginnings of longer ones."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, false, select
from sqlmodel.sql.expression import SelectOfScalar

from api.contract import ServiceWritten
from api.directory.tables import ServiceWordRow
from content.hearing import plain, words_in

_LONGEST, _MOST_SOUGHT, _BEGUN_FROM = 60, 12, 3
_AFTER_ALL = "\U0010ffff"


def words_of(service: ServiceWritten) -> set[str]:
    """The folded words of its texts."""
    texts = (service.name, service.organization.name, service.description, service.who_may_use, service.how)
    return {word for text in texts for word in _words(text)}


def having(text: str) -> SelectOfScalar[int]:
    """The numbers of the services in which every word of a text stands, or a word that it begins; of signs alone, none.

    A number may come several times.
    """
    service = col(ServiceWordRow.service)
    first, *others = [_is(word) for word in dict.fromkeys(_words(text))][:_MOST_SOUGHT] or [false()]
    too = (service.in_(select(ServiceWordRow.service).where(each).correlate(None)) for each in others)
    return select(ServiceWordRow.service).where(first, *too)


def _words(text: str) -> Iterable[str]:
    return (each.folded[:_LONGEST] for each in words_in(plain(text)))


def _is(word: str) -> ColumnElement[bool]:
    spelt = col(ServiceWordRow.word)
    return spelt == word if len(word) < _BEGUN_FROM else and_(spelt >= word, spelt < word + _AFTER_ALL)

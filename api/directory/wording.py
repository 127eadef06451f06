"""The words that stand in services, and the services that words stand in: whole ones, and the beginnings of longer ones."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, false, select

from api.contract import ServiceWritten
from api.directory.tables import ServiceRow, ServiceWordRow
from content.hearing import plain, words_in

_LONGEST, _MOST_SOUGHT, _BEGUN_FROM = 60, 12, 3
_AFTER_ALL = "\U0010ffff"


def words_of(service: ServiceWritten) -> set[str]:
    """The folded words of its texts."""
    texts = (service.name, service.organization.name, service.description, service.who_may_use, service.how)
    return {word for text in texts for word in _words(text)}


def having(text: str) -> list[ColumnElement[bool]]:
    """That every word of a text stands in a service, or a word that it begins; none can where the text has signs alone."""
    words = list(dict.fromkeys(_words(text)))[:_MOST_SOUGHT]
    if not words and text.strip():
        return [false()]
    return [col(ServiceRow.number).in_(select(ServiceWordRow.service).where(_is(word))) for word in words]


def _words(text: str) -> Iterable[str]:
    return (each.folded[:_LONGEST] for each in words_in(plain(text)))


def _is(word: str) -> ColumnElement[bool]:
    spelt = col(ServiceWordRow.word)
    return spelt == word if len(word) < _BEGUN_FROM else and_(spelt >= word, spelt < word + _AFTER_ALL)

"""What somebody's words are about, and the services for it. Nothing of the words is kept."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal

from sqlmodel import Session

from api.contract import ServiceWritten
from api.contract.services import SearchResult, TopicFound
from api.directory import records
from api.directory.records import Sought
from api.directory.tables import ServiceRow
from api.directory.telling import Teller
from api.library import Library
from content.calendar_words import CHILE
from content.local_services import Category, Checked, LocalService, Organization, Papers, ServiceStatus
from content.offering import Directory
from content.topics import Outcome, Topic

_OUTCOMES: Mapping[Outcome, Literal["found", "unsure", "none"]] = {
    Outcome.FOUND: "found",
    Outcome.UNSURE: "unsure",
    Outcome.NONE: "none",
}


def search(session: Session, library: Library, teller: Teller, words: str, commune: str | None) -> SearchResult:
    """For each topic at most three services, best first; those of the commune that is named, or given, before others."""
    about, distress = library.topics.about(words), library.understanding.distress(words)
    cut = about.commune or commune
    fit = library.fitting.fit(words)
    topics = about.topics if about.outcome is not Outcome.NONE else ()
    results = [_found(session, library, teller, topic, cut, fit) for topic in topics]
    return SearchResult(results=results, commune=cut, outcome="distress" if distress else _OUTCOMES[about.outcome])


def _found(
    session: Session, library: Library, teller: Teller, topic: Topic, cut: str | None, fit: dict[str, float]
) -> TopicFound:
    rows = {row.id: row for row in _about(session, topic.category, cut)}
    directory = Directory(map(_known, rows.values()), library.communes, library.fitting)
    offer = directory.offer([topic.category], cut, datetime.now(CHILE).date(), fit)
    services = [teller.tell(rows[each.id]) for each in offer.services]
    return TopicFound(category=topic.category.value, services=services, score=round(topic.score, 4))


def _about(session: Session, category: Category, cut: str | None) -> Iterator[ServiceRow]:
    """All that may be offered: the commune's own, or those of all Chile."""
    after: str | None = None
    while True:
        rows, after = records.page(session, Sought(category=category.value, commune=cut, is_national=cut is None), after, 200)
        yield from rows
        if after is None:
            return


def _known(row: ServiceRow) -> LocalService:
    """What the order depends on."""
    written = ServiceWritten.model_validate_json(row.document)
    checked = written.checked
    return LocalService(
        id=row.id,
        name=written.name,
        organization=Organization(written.organization.id, written.organization.name, written.organization.commune),
        description=written.description,
        categories=tuple(map(Category, written.categories)),
        commune=written.commune,
        papers=Papers(written.papers),
        who_may_use=written.who_may_use,
        checked=Checked(checked.source, checked.on, checked.by, checked.expires_on),
        status=ServiceStatus(written.status),
        is_example=written.example,
        doubts=row.doubts,
    )

"""A service as it is shown to whoever asks, in their language."""

from dataclasses import dataclass

from api.contract import ServiceTold, ServiceWritten, Worded
from api.directory.tables import ServiceRow
from api.library import Reader
from content.local_services import CONTEXT
from content.sentences import told


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of services in one language."""

    reader: Reader

    def tell(self, row: ServiceRow) -> ServiceTold:
        """The service with its texts in that language, each in Spanish where it has no translation."""
        written = ServiceWritten.model_validate_json(row.document)
        return ServiceTold(
            id=row.id,
            name=self._word(written.name),
            organization=written.organization,
            description=self._word(written.description),
            categories=written.categories,
            commune=written.commune,
            papers=written.papers,
            who_may_use=self._word(written.who_may_use),
            bring=[self._word(each) for each in written.bring],
            cost=self._word(written.cost),
            how=self._word(written.how),
            spots=written.spots,
            hours=written.hours,
            phones=[each.model_copy(update={"note": self._word(each.note).text}) for each in written.phones],
            languages=written.languages,
            web=written.web,
            status=written.status,
            alert=self._word(written.alert),
            example=written.example,
            checked=written.checked,
            doubts=row.doubts,
            modified_at=row.modified_at,
        )

    def _word(self, text: str) -> Worded:
        return self.reader.word(told(text, CONTEXT)) if text else Worded(text="", lang=self.reader.language.replace("_", "-"))

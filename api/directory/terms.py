"""The two closed lists that services are classified by, as taxonomies: what they are about, and which papers they ask for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from api.contract import CategoryId, PapersId, hsds
from api.errors import Refusal
from api.library import Library, Reader
from api.voice import say
from content.local_services import Papers, identifier
from content.sentences import Text

PAPERS: Mapping[Papers, Text] = {
    Papers.ANY: say("Con o sin residencia: no importa su situación migratoria."),
    Papers.WITH_RUN: say("Se necesita cédula (RUN)."),
    Papers.REGULAR: say("Se necesita un permiso de residencia vigente."),
    Papers.DEFINITIVE: say("Se necesita residencia definitiva."),
    Papers.NONE_YET: say("Es para quien no tiene residencia vigente."),
}
TERMS: Mapping[str, Mapping[str, Any]] = {
    **{identifier("tema", each): {"category": each} for each in get_args(CategoryId)},
    **{identifier("papeles", each): {"papers": each} for each in get_args(PapersId)},
}
"""What each term narrows services to, by its id."""
ABOUT = identifier("taxonomia", "temas")
ASKING = identifier("taxonomia", "papeles")
VERSION = "1"
_IDS = {code: id for id, narrowed in TERMS.items() for code in narrowed.values()}
_Listed = TypeVar("_Listed", hsds.Taxonomy, hsds.TaxonomyTerm)


class TermUnknown(Refusal):
    """No taxonomy or term has that id."""

    name, status, title = "unknown-term", 404, "Ninguna lista y ningún término tiene ese identificador."


def term_id(of: CategoryId | PapersId) -> str:
    """The id of the term for a category, or for the papers that are asked for."""
    return _IDS[of]


@dataclass(frozen=True, slots=True)
class Terms:
    """Taxonomies and their terms, in one language."""

    library: Library
    reader: Reader

    def taxonomies(self) -> Iterator[hsds.Taxonomy]:
        """Both of them."""
        yield hsds.Taxonomy(id=ABOUT, name="temas", description=self._word(say("De qué trata el servicio.")), version=VERSION)
        asking = self._word(say("Qué papeles se necesitan para usar el servicio."))
        yield hsds.Taxonomy(id=ASKING, name="papeles", description=asking, version=VERSION)

    def terms(self) -> Iterator[hsds.TaxonomyTerm]:
        """Every term, those of a taxonomy together and in its order."""
        about, asking = self.taxonomies()
        for category, each in self.library.categories.items():
            yield self._term(about, term_id(category.value), category.value, each.label, each.about)
        for papers, sentence in PAPERS.items():
            yield self._term(asking, term_id(papers.value), papers.value, sentence, sentence)

    def _term(self, taxonomy: hsds.Taxonomy, id: str, code: str, name: Text, description: Text) -> hsds.TaxonomyTerm:
        worded = self.reader.word(name)
        return hsds.TaxonomyTerm(
            id=id,
            code=code,
            name=worded.text,
            description=self._word(description),
            language=worded.lang,
            taxonomy=taxonomy.name,
            taxonomy_id=taxonomy.id,
            taxonomy_detail=taxonomy,
        )

    def _word(self, text: Text) -> str:
        return self.reader.word(text).text


def named(listed: Iterator[_Listed], id: str) -> _Listed:
    """The one of that id; TermUnknown."""
    for each in listed:
        if each.id == id:
            return each
    raise TermUnknown(id=id)

"""Text -> sentence in a language. The only module that knows how a language is spoken."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from content.calendar_words import day_in_words, moment_in_words, month_in_words
from content.catalogues import DOMAINS, LOCALES, CataloguesBroken, Translations, count_of
from content.languages import ENDONYMS, LANGUAGES, SOURCE, offered
from content.months import Month
from content.numerals import figures
from content.sentences import Catalogue, Say, Text, Value, Verbatim

__all__ = ["ENDONYMS", "LANGUAGES", "CataloguesBroken", "Shortfall", "Wording", "offered"]

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Shortfall(StrEnum):
    """Why something is shown in Spanish: never translated, or the requirement changed after it was."""

    MISSING = "missing"
    BEHIND = "behind"


_NOT_OFFERED = "Todavía no hablamos ese idioma. Este texto está en español."
_NOTICES: Mapping[str, Mapping[Shortfall, str]] = {
    "ht": {
        Shortfall.MISSING: "Tèks sa a an panyòl paske nou poko gen tradiksyon li.",
        Shortfall.BEHIND: "Kondisyon sa a chanje. Nou montre nouvo tèks la an panyòl.",
    },
    "en": {
        Shortfall.MISSING: "This text is in Spanish because there is no translation yet.",
        Shortfall.BEHIND: "This requirement has changed. We show the new text in Spanish.",
    },
    "pt_BR": {
        Shortfall.MISSING: "Este texto está em espanhol porque ainda não há tradução.",
        Shortfall.BEHIND: "Este requisito mudou. Mostramos o texto novo em espanhol.",
    },
    "fr": {
        Shortfall.MISSING: "Ce texte est en espagnol, car il n’est pas encore traduit.",
        Shortfall.BEHIND: "Cette condition a changé. Nous affichons le nouveau texte en espagnol.",
    },
    "zh_Hans": {
        Shortfall.MISSING: "以下内容暂无中文译文，显示西班牙语原文。",
        Shortfall.BEHIND: "此项要求已有变动，现显示新的西班牙语原文。",
    },
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Every sentence in every language, Spanish where a language has none. A language not offered is answered in Spanish."""

    _translations: Mapping[tuple[str, Catalogue], Translations]

    @classmethod
    def load(cls, folder: Path = LOCALES) -> "Wording":
        """The catalogues of a folder, compiled where needed; CataloguesBroken."""
        files = ((language, domain) for language in LANGUAGES if language != SOURCE for domain in DOMAINS)
        return cls({(code, domain): Translations(folder / code / "LC_MESSAGES" / f"{domain}.po") for code, domain in files})

    def word(self, text: Text, language: str) -> str:
        """The text in that language with its values in place. A sentence in Spanish has its values in Spanish too."""
        match text:
            case Verbatim(written):
                return written
            case Say():
                spoken = offered(language) or SOURCE
                translated = self._translated(text, spoken)
                if translated is None:
                    return self._filled(_in_spanish(text), text, SOURCE)
                return self._filled(translated, text, spoken)

    def pieces(self, text: Text, language: str) -> Iterator[tuple[str, str]]:
        """The sentence in pieces, each with its own language: a name or what somebody wrote is Spanish in any sentence."""
        match text:
            case Verbatim(written):
                yield SOURCE, written
            case Say():
                spoken = offered(language) or SOURCE
                translated = self._translated(text, spoken)
                whole, spoken = (_in_spanish(text), SOURCE) if translated is None else (translated, spoken)
                for number, piece in enumerate(PLACEHOLDER.split(whole)):
                    value = text.values[piece] if number % 2 else piece
                    yield from self.pieces(value, spoken) if isinstance(value, Text) else [(spoken, self._shown(value, spoken))]

    def shortfall(self, texts: Iterable[Text], language: str) -> Shortfall | None:
        """What is not current in that language among these texts and the texts inside them; None when nothing is."""
        spoken = offered(language)
        if spoken == SOURCE:
            return None
        missed = [say for text in texts for say in _sayings(text) if spoken is None or self._translated(say, spoken) is None]
        if spoken and any(self._is_behind(say, spoken) for say in missed):
            return Shortfall.BEHIND
        return Shortfall.MISSING if missed else None

    def notice(self, shortfall: Shortfall, language: str) -> str:
        """The line to set above a text that is shown in Spanish."""
        notices = _NOTICES.get(offered(language) or SOURCE)
        return notices[shortfall] if notices else _NOT_OFFERED

    def _translated(self, say: Say, language: str) -> str | None:
        if language == SOURCE:
            return None
        translated = self._translations[language, say.catalogue].of(say)
        fits = translated is not None and set(PLACEHOLDER.findall(translated)) <= say.values.keys()
        return translated if fits else None

    def _is_behind(self, say: Say, language: str) -> bool:
        # Only the programme's content is a requirement that "has changed".
        return say.catalogue == "content" and self._translations[language, say.catalogue].is_behind(say)

    def _filled(self, sentence: str, say: Say, language: str) -> str:
        return PLACEHOLDER.sub(lambda found: self._shown(say.values[found[1]], language), sentence)

    def _shown(self, value: Value, language: str) -> str:
        match value:
            case str():
                return value
            case int() | Decimal():
                return figures(value, language)
            case Month():
                return month_in_words(value, language)
            case datetime():
                return moment_in_words(value, language)
            case date():
                return day_in_words(value, language)
            case Say() | Verbatim():
                return self.word(value, language)


def _in_spanish(say: Say) -> str:
    return say.source if say.plural is None or count_of(say) == 1 else say.plural


def _sayings(text: Text) -> Iterator[Say]:
    if isinstance(text, Say):
        yield text
        for value in text.values.values():
            if isinstance(value, Say):
                yield from _sayings(value)

"""The translations on disk: compiled when stale, read once, and remembering which ones are behind their Spanish source."""

import os
import tempfile
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from content.sentences import Catalogue, Say

LOCALES = Path(__file__).parent.parent / "locales"
DOMAINS: tuple[Catalogue, ...] = ("bot", "content", "api")


class CataloguesBroken(Exception):
    """A catalogue is missing or cannot be read; the message, in Spanish, names the file and the remedy."""


class Translations:
    """One language's sentences for one part of the program."""

    def __init__(self, po: Path) -> None:
        self._po = po
        self._current = _compiled(po)
        self._current.add_fallback(_Untranslated())

    def of(self, say: Say) -> str | None:
        """The sentence in that language, its placeholders still open; None without a current translation."""
        try:
            return _looked_up(self._current, say) or None
        except LookupError:
            return None

    def is_behind(self, say: Say) -> bool:
        """Whether there is a translation, but of an earlier wording of the source."""
        return (say.context, say.source) in self._behind

    @cached_property
    def _behind(self) -> frozenset[tuple[str | None, str]]:
        # Read when the first translation is missed: with complete catalogues nobody waits for it.
        return frozenset((each.context, source_of(each)[0]) for each in read_catalogue(self._po) if each.id and each.fuzzy)


class _Untranslated(NullTranslations):
    """Raises where gettext would quietly give the source back: whoever asks must know that nothing was found."""

    def gettext(self, message: str) -> str:
        raise LookupError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise LookupError(msgid1)

    def pgettext(self, context: str, message: str) -> str:
        raise LookupError(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        raise LookupError(msgid1)


def read_catalogue(po: Path) -> Catalog:
    """The catalogue as translators keep it; CataloguesBroken when there is none or it is not one."""
    try:
        with po.open("rb") as file:
            return read_po(file, abort_invalid=True)
    except FileNotFoundError:
        raise CataloguesBroken(f"Falta {po}. Recupérelo o ejecute: python -m content.extraction update") from None
    except (PoFileError, ValueError) as trouble:
        raise CataloguesBroken(f"{po} no se puede leer: {trouble}. Corríjalo con un editor de traducciones.") from trouble


def _looked_up(current: GNUTranslations, say: Say) -> str:
    match say:
        case Say(source="", plural=None):
            raise LookupError  # gettext keeps the header of the file under the empty text
        case Say(source, plural=None, context=None):
            return current.gettext(source)
        case Say(source, plural=None, context=str(context)):
            return current.pgettext(context, source)
        case Say(source, plural=str(plural), context=None):
            return current.ngettext(source, plural, count_of(say))
        case Say(source, plural=str(plural), context=str(context)):
            return current.npgettext(context, source, plural, count_of(say))
    raise TypeError(say)


def count_of(say: Say) -> int:
    """The count that chooses the form of a plural sentence."""
    count = say.values["count"]
    if not isinstance(count, int):
        raise TypeError(f"count of {say.source!r} is {count!r}")
    return count


def _compiled(po: Path) -> GNUTranslations:
    mo = po.with_suffix(".mo")
    if mo.exists() and po.exists() and mo.stat().st_mtime_ns > po.stat().st_mtime_ns:
        return GNUTranslations(BytesIO(mo.read_bytes()))
    compiled = BytesIO()
    write_mo(compiled, _without_empty_forms(read_catalogue(po)))
    _keep(compiled.getvalue(), mo)
    return GNUTranslations(BytesIO(compiled.getvalue()))


def _without_empty_forms(catalog: Catalog) -> Catalog:
    for message in list(catalog):
        if message.id and not all(forms(message)):
            catalog.delete(message.id, message.context)
    return catalog


def _keep(compiled: bytes, mo: Path) -> None:
    # Several processes may start at once: each replaces the whole file, so none reads half of one.
    try:
        handle, written = tempfile.mkstemp(dir=mo.parent, suffix=".tmp")
    except OSError:
        return  # a folder that cannot be written to: every start compiles in memory
    with os.fdopen(handle, "wb") as file:
        file.write(compiled)
    Path(written).chmod(0o644)
    Path(written).replace(mo)


def forms(message: Message) -> tuple[str, ...]:
    """The translated forms of a catalogue's message, one where it has no plural; empty where untranslated."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(str(form) for form in message.string)


def source_of(message: Message) -> tuple[str, str | None]:
    """The Spanish source of a catalogue's message, and its plural where it has one."""
    return (message.id, None) if isinstance(message.id, str) else (str(message.id[0]), str(message.id[1]))

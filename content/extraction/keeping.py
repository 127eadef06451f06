"""Catalogues as translators keep them: brought up to the sentences in use, and written so that a diff shows only what changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, escape

from content.catalogues import forms, source_of
from content.extraction.found import Found, Key
from content.languages import ENDONYMS, SOURCE

PLURAL_FORMS: Mapping[str, str] = {
    "ht": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "pt_BR": "nplurals=2; plural=(n > 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "zh_Hans": "nplurals=1; plural=0;",
}
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Kept:
    """What a catalogue holds for one sentence. `previous` is the source that a fuzzy translation was made from."""

    forms: tuple[str, ...] = ()
    plural: str | None = None
    fuzzy: bool = False
    previous: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether it may be shown."""
        return bool(self.forms) and all(self.forms) and not self.fuzzy


def kept_in(catalog: Catalog) -> dict[Key, Kept]:
    """Everything a catalogue holds, by what it is found by."""
    kept = {}
    for message in catalog:
        if message.id:
            source, plural = source_of(message)
            notes = tuple(note for note in message.user_comments if not note.startswith("|"))
            kept[message.context, source] = Kept(forms(message), plural, bool(message.fuzzy), _previous(message), notes)
    return kept


def _previous(message: Message) -> str | None:
    # Babel writes `#| msgid "…"` but reads it as a comment.
    told = [note.removeprefix("| ") for note in message.user_comments if note.startswith(("| msgid ", '| "'))]
    return denormalize("\n".join(told).removeprefix("msgid ")) if told else None


def brought_up(found: Iterable[Found], old: Mapping[Key, Kept], known: Mapping[Key, str]) -> Iterator[tuple[Found, Kept]]:
    """Each sentence with what there is for it: its own translation, a known one, one to be revised, or nothing yet.

    A sentence that changed keeps its translation as fuzzy, under the same context only: it is shown in Spanish until revised.
    """
    listed = tuple(found)
    in_use = {each.key for each in listed}
    left_over = {key: kept for key, kept in old.items() if key not in in_use and any(kept.forms)}
    elsewhere = {source: kept for (context, source), kept in old.items() if context != "button" and kept.is_current}
    for each in listed:
        kept = old.get(each.key)
        if kept and (any(kept.forms) or kept.notes):
            yield each, kept if kept.plural == each.plural else _to_revise(kept, each.source)
        elif each.plural is None and each.fixed_key in known:
            yield each, Kept((known[each.fixed_key],))
        elif not each.is_button and each.source in elsewhere and elsewhere[each.source].plural == each.plural:
            yield each, Kept(elsewhere[each.source].forms, each.plural)
        else:
            yield each, _formerly(each, left_over)


def _formerly(found: Found, left_over: Mapping[Key, Kept]) -> Kept:
    candidates = {source: kept for (context, source), kept in left_over.items() if context == found.context}
    alike = get_close_matches(found.source, candidates, n=1, cutoff=_ALIKE)
    return _to_revise(candidates[alike[0]], candidates[alike[0]].previous or alike[0]) if alike else Kept()


def _to_revise(kept: Kept, made_from: str) -> Kept:
    return Kept(kept.forms, kept.plural, True, made_from, kept.notes)


def written(language: str, entries: Iterable[tuple[Found, Kept]]) -> str:
    """The text of a catalogue: no dates and no line numbers, one line a sentence."""
    header = (
        f"# {ENDONYMS[SOURCE]} → {ENDONYMS[language]}\n"
        "# Para revisar lo traducido: python -m content.extraction check\n"
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: sello-migrante\\n"\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n'
    )
    return "\n".join([header, *(_entry(language, found, kept) for found, kept in entries)])


def _entry(language: str, found: Found, kept: Kept) -> str:
    lines = [f"# {note}" for note in kept.notes]
    lines += [f"#. {place}" for place in found.places]
    if found.is_button:
        lines.append(f"#. botón: hasta {button_limit(language)} caracteres")
    if kept.fuzzy:
        lines.append("#, fuzzy")
    if kept.previous:
        lines.append(f"#| msgid {escape(kept.previous)}")
    if found.context is not None:
        lines.append(f"msgctxt {escape(found.context)}")
    lines.append(f"msgid {escape(found.source)}")
    if found.plural is None:
        lines.append(f"msgstr {escape(kept.forms[0] if kept.forms else '')}")
    else:
        lines.append(f"msgid_plural {escape(found.plural)}")
        count = plural_count(language)
        padded = (*kept.forms, *[""] * count)[:count]
        lines += [f"msgstr[{number}] {escape(form)}" for number, form in enumerate(padded)]
    return "\n".join(lines) + "\n"


def plural_count(language: str) -> int:
    """How many forms a plural has in that language."""
    return int(PLURAL_FORMS[language].removeprefix("nplurals=")[0])


def button_limit(language: str) -> int:
    """How many characters fit on a button, placeholders and emoji counted."""
    return 10 if language == "zh_Hans" else 24

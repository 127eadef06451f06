"""`python -m content.extraction update` brings the catalogues up to the sentences; `check` says what is wrong with them."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from content.catalogues import DOMAINS, LOCALES, read_catalogue
from content.extraction.calls import said_in
from content.extraction.checking import check_catalogue, check_source
from content.extraction.found import Found, once
from content.extraction.glossary import fixed_words
from content.extraction.keeping import PLURAL_FORMS, brought_up, kept_in, written
from content.extraction.walking import told_in
from content.reading import read_categories, read_danger, read_editions, read_help, read_services, read_support
from content.reading.complaints import Complaint
from content.sentences import Catalogue

ROOT = LOCALES.parent
Sentences = dict[Catalogue, tuple[Found, ...]]


def main(words: list[str]) -> int:
    """The command line; 1 when there is something to complain of."""
    parser = ArgumentParser(prog="python -m content.extraction", description="Las frases del programa y sus traducciones.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="pone los catálogos al día con las frases; lo que cambió queda por revisar")
    check = commands.add_parser("check", help="dice qué está mal en los catálogos")
    check.add_argument("--complete", action="store_true", help="también lo que falta traducir o revisar")
    chosen = parser.parse_args(words)
    sentences, complaints = gathered()
    if chosen.command == "update":
        for file in updated(sentences):
            print(file)
    else:
        complaints += checked(sentences, complete=chosen.complete)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


def gathered() -> tuple[Sentences, list[Complaint]]:
    """Every sentence of the program by catalogue, and the calls that no translator could be given."""
    met: dict[Catalogue, Iterable[Found | Complaint]] = {
        "bot": list(said_in(ROOT, "bot")),
        "content": told_in((*read_editions().values(), read_help(), read_danger(), read_support(), _directory())),
        "api": list(said_in(ROOT, "api")),
    }
    sorted_out: Sentences = {}
    complaints: list[Complaint] = []
    for catalogue, each in met.items():
        listed = list(each)
        sorted_out[catalogue] = once(one for one in listed if isinstance(one, Found))
        complaints += [one for one in listed if isinstance(one, Complaint)]
    return sorted_out, complaints


def _directory() -> Mapping[str, object]:
    services = {f"servicio {each.name} ({each.organization.name})": (*each.told(), *each.named()) for each in read_services()}
    return {"temas de los servicios": tuple(read_categories().values()), **services}


def updated(sentences: Sentences) -> Iterator[str]:
    """The catalogues written anew, each named with how much of it is translated."""
    for language in PLURAL_FORMS:
        for domain in DOMAINS:
            po = _file(language, domain)
            old = kept_in(read_catalogue(po)) if po.exists() else {}
            entries = list(brought_up(sentences[domain], old, fixed_words(language)))
            po.parent.mkdir(parents=True, exist_ok=True)
            po.write_text(written(language, entries), encoding="utf-8")
            current = sum(kept.is_current for _, kept in entries)
            fuzzy = sum(kept.fuzzy for _, kept in entries)
            yield f"{_shown(po)}: {len(entries)} frases, {current} traducidas, {fuzzy} por revisar"


def checked(sentences: Sentences, *, complete: bool) -> list[Complaint]:
    """Everything wrong with the sentences in code and with the catalogues."""
    source = check_source(chain(sentences["bot"], sentences["api"]))
    files = ((language, domain, _file(language, domain)) for language in PLURAL_FORMS for domain in DOMAINS)
    catalogues = (check_catalogue(po, _shown(po), code, sentences[domain], complete=complete) for code, domain, po in files)
    return [*source, *chain.from_iterable(catalogues)]


def _file(language: str, domain: Catalogue) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def _shown(po: Path) -> str:
    return po.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

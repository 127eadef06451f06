"""Small catalogues written for one test."""

from pathlib import Path

from content.catalogues import DOMAINS
from content.wording import LANGUAGES

_PLURALS = {"fr": "nplurals=2; plural=(n > 1);", "pt_BR": "nplurals=2; plural=(n > 1);", "zh_Hans": "nplurals=1; plural=0;"}


def header(language: str) -> str:
    plurals = _PLURALS.get(language, "nplurals=2; plural=(n != 1);")
    lines = (f"Language: {language}", "Content-Type: text/plain; charset=UTF-8", f"Plural-Forms: {plurals}")
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def write_catalogue(folder: Path, language: str, domain: str, entries: str = "") -> Path:
    po = folder / language / "LC_MESSAGES" / f"{domain}.po"
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_text(header(language) + entries, encoding="utf-8")
    return po


def write_empty_catalogues(folder: Path) -> None:
    for language in LANGUAGES[1:]:
        for domain in DOMAINS:
            write_catalogue(folder, language, domain)

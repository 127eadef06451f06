"""Everything that is left somewhere: every row of every table, every file, every line of a log."""

import re
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, MetaData, select

from tests.house.sources import ROOT

_WORD = re.compile(r"[^\W\d_]{4,}|[\u4e00-\u9fff]{2}")


def rows(engine: Engine) -> Iterator[str]:
    """Each row of each table that is there, named by its table."""
    tables = MetaData()
    with engine.begin() as connection:
        tables.reflect(connection)
        for table in tables.sorted_tables:
            for row in connection.execute(select(table)):
                yield f"{table.name}: {tuple(row)}"


def files(folder: Path, *but: Path) -> Iterator[str]:
    """Each file below the folder, whatever it is, with its name; not those below the others."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(other in path.parents for other in but):
            yield f"{path.name}: {path.read_bytes().decode('utf-8', 'replace')}"


def words(text: str) -> set[str]:
    """The words of a text that are long enough to say something, in small letters; of Chinese, each two signs."""
    return set(_WORD.findall(text.lower()))


def terms_asked_for() -> set[str]:
    """What questions are counted by: the first column of the vocabulary, and no other."""
    tables = sorted((ROOT / "content/servicios/vocabulario").glob("*.csv"))
    return {line.partition(";")[0] for table in tables for line in table.read_text(encoding="utf-8").splitlines()[1:]}


def content_words() -> set[str]:
    """Every word that the programme itself says in any language, and the code's own."""
    said = [*(ROOT / "content").rglob("*.yaml"), *(ROOT / "locales").rglob("*.po")]
    code = [path for part in ("api", "bot", "content") for path in (ROOT / part).rglob("*.py")]
    terms = {word for term in terms_asked_for() for word in words(term)}
    return terms | {word for path in (*said, *code) for word in words(path.read_text(encoding="utf-8"))}

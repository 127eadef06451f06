"""How catalogues become what the program reads: compiled when stale, in memory if need be, named when broken."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.sentences import Say, Voice
from content.wording import CataloguesBroken, Wording
from tests.locales.catalogue_files import write_catalogue, write_empty_catalogues

VOICE = Voice("bot")
PLURAL = 'msgid "Le falta {count} respuesta."\nmsgid_plural "Le faltan {count} respuestas."\n'
ENGLISH = PLURAL + 'msgstr[0] "{count} answer left."\nmsgstr[1] "{count} answers left."\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_empty_catalogues(tmp_path)
    write_catalogue(tmp_path, "en", "bot", ENGLISH)
    return tmp_path


def left(count: int) -> Say:
    return VOICE.say_n("Le falta {count} respuesta.", "Le faltan {count} respuestas.", count=count)


def test_an_unfinished_plural_is_never_shown_empty(folder: Path) -> None:
    write_catalogue(folder, "fr", "bot", PLURAL + 'msgstr[0] "Il manque {count} réponse."\nmsgstr[1] ""\n')
    assert Wording.load(folder).word(left(5), "fr") == "Le faltan 5 respuestas."


def test_a_catalogue_is_compiled_again_when_its_source_is_newer(folder: Path) -> None:
    Wording.load(folder)
    po = write_catalogue(folder, "en", "bot", 'msgid "Hola"\nmsgstr "Hello"\n')
    mo = po.with_suffix(".mo")
    os.utime(po, ns=(mo.stat().st_mtime_ns + 1, mo.stat().st_mtime_ns + 1))
    assert Wording.load(folder).word(VOICE.say("Hola"), "en") == "Hello"


def test_a_compiled_catalogue_is_used_while_it_is_current(folder: Path) -> None:
    Wording.load(folder)
    po = folder / "en" / "LC_MESSAGES" / "bot.po"
    before = po.with_suffix(".mo").stat()
    po.write_text("this is not a catalogue", encoding="utf-8")
    os.utime(po, ns=(before.st_mtime_ns - 1, before.st_mtime_ns - 1))
    assert Wording.load(folder).word(left(1), "en") == "1 answer left."


@pytest.fixture
def sealed() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_empty_catalogues(folder)
        write_catalogue(folder, "en", "bot", ENGLISH)
        for place in (folder, *folder.rglob("*/")):
            place.chmod(0o555)
        us = os.geteuid()
        if us == 0:  # to root every folder can be written to
            os.seteuid(65534)
        yield folder
        os.seteuid(us)
        for place in (folder, *folder.rglob("*/")):
            place.chmod(0o755)


def test_a_folder_that_cannot_be_written_to_is_compiled_in_memory(sealed: Path) -> None:
    assert Wording.load(sealed).word(left(1), "en") == "1 answer left."
    assert not [path for path in sealed.rglob("*") if path.suffix not in {".po", ""}]


def test_compiling_leaves_nothing_half_written(folder: Path) -> None:
    Wording.load(folder)
    assert {path.suffix for path in folder.rglob("*.*") if path.is_file()} == {".po", ".mo"}


@pytest.mark.parametrize("broken", [b"this is not a catalogue", b'msgid "x"\nmsgstr "\xff"\n'])
def test_a_broken_catalogue_is_named(folder: Path, broken: bytes) -> None:
    (folder / "fr" / "LC_MESSAGES" / "api.po").write_bytes(broken)
    with pytest.raises(CataloguesBroken, match=r"fr/LC_MESSAGES/api\.po"):
        Wording.load(folder)


def test_a_missing_catalogue_is_named(folder: Path) -> None:
    (folder / "zh_Hans" / "LC_MESSAGES" / "content.po").unlink()
    with pytest.raises(CataloguesBroken, match=r"Falta .*zh_Hans/LC_MESSAGES/content\.po"):
        Wording.load(folder)

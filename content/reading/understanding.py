"""The phrases of danger, out of `palabras-de-peligro`: one file a language."""

from collections.abc import Iterator
from pathlib import Path

from content.danger import Danger
from content.languages import LANGUAGES
from content.phrases import Phrase, Run
from content.reading.complaints import Complaints, Spot
from content.reading.danger import KINDS
from content.reading.fields import Fields
from content.reading.nodes import read_sheet
from content.reading.phrases import PhraseReader, read_run
from content.understanding import Ear, Understanding

_HARMLESS = "no_es_peligro"
FILES = tuple(f"{language.partition('_')[0]}.yaml" for language in LANGUAGES)


def read_word_files(folder: Path, shown: str, complaints: Complaints, ear: Ear | None = None) -> Understanding:
    """What the files of a folder know; worth nothing when a complaint was added."""
    for path in sorted(folder.glob("*")):
        if path.name not in FILES and not path.name.startswith("."):
            complaints.add(Spot(f"{shown}/{path.name}"), "No conocemos este archivo.", f"Aquí van: {', '.join(FILES)}.")
    phrases: list[tuple[Phrase, Danger]] = []
    harmless: list[Phrase] = []
    for name in FILES:
        sheet = read_sheet(folder / name, f"{shown}/{name}", complaints)
        fields = Fields(sheet, complaints) if sheet else Fields.missing()
        reader = PhraseReader(dict(_groups(fields.section("grupos"))), complaints)
        for key, danger in KINDS.items():
            phrases += [(reader.phrase(spot, written), danger) for spot, written in fields.codes(key)]
        harmless += [reader.phrase(spot, written) for spot, written in fields.codes(_HARMLESS)]
        fields.close()
    return Understanding(phrases, harmless, ear)


def _groups(fields: Fields) -> Iterator[tuple[str, tuple[Run, ...]]]:
    for name in fields.sheet.entries:
        runs = [run for spot, written in fields.codes(name) for run in read_run(spot, written, fields.complaints)]
        yield name, tuple(runs)

"""Which questions the month's sheet can be attached to, out of `servicios/hoja.yaml`."""

from collections.abc import Iterable
from pathlib import Path

from content.kinds import Evidence
from content.programme import Programme
from content.reading.complaints import Complaints
from content.reading.fields import Fields
from content.reading.nodes import read_sheet

FILE = "hoja.yaml"


def read_month_sheet_file(folder: Path, shown: str, editions: Iterable[Programme], complaints: Complaints) -> tuple[str, ...]:
    """The ids of questions that ask for documents in some edition; worth nothing when a complaint was added."""
    known = {each.id for edition in editions for each in edition.questions() if isinstance(each.kind, Evidence)}
    sheet = read_sheet(folder / FILE, f"{shown}/{FILE}", complaints)
    fields = Fields(sheet, complaints) if sheet else Fields.missing()
    asked = fields.codes("adjuntar_en")
    for spot, code in asked:
        if code not in known:
            complaints.unknown(spot, f"«{code}» no es una pregunta que pida documentos.", code, known)
    fields.close()
    return tuple(code for _, code in asked)

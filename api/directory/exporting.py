"""The whole directory into a file that can be imported again."""

import json
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from api.contract import ServiceWritten
from api.directory import cells, records
from api.directory.publishing import Publisher
from api.directory.sheets import write_rows
from api.library import Library, Reader


def export_csv(session: Session, path: Path) -> None:
    """A spreadsheet, a service a row."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = records.stream(session)
        write_rows(file, (cells.write(row.id, ServiceWritten.model_validate_json(row.document)) for row in rows))


def export_hsds(session: Session, library: Library, path: Path) -> None:
    """One page of HSDS with every service on it as a whole, in Spanish."""
    publisher = Publisher.of(library, Reader.of(library.wording, None), datetime.now(UTC))
    total, _ = records.numbered(session, records.Sought(), 1, 1)
    page = {
        "total_items": total,
        "total_pages": min(total, 1),
        "page_number": 1,
        "size": total,
        "first_page": True,
        "last_page": True,
    }
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps({**page, "empty": not total})[:-1] + ', "contents": [')
        for number, row in enumerate(records.stream(session)):
            file.write((",\n" if number else "\n") + publisher.whole(row).model_dump_json(exclude_none=True))
        file.write("\n]}\n")

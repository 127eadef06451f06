"""Services out of a file into the directory: what is good is kept, what is not is named with its reason."""

import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from api.contract import ServiceWritten
from api.database import Database
from api.directory import records
from api.directory.cells import Cells
from api.directory.documents import Documents, read_documents
from api.directory.refusing import FileRefused, Places, RowRefused, why
from api.directory.sheets import read_rows
from api.library import Library
from content.folding import folded
from content.local_services import identifier

AT_ONCE = 500
Row = tuple[str, "Mapping[str, Any] | RowRefused"]
Read = Callable[[Mapping[str, Any]], dict[str, Any]]


@dataclass(slots=True)
class Imported:
    """What became of a file: services kept, those that stood there already, who was refused and why, and where it broke off."""

    kept: int = 0
    same: int = 0
    refused: list[str] = field(default_factory=list)
    broken: str = ""


def import_services(database: Database, library: Library, path: Path, progress: Callable[[int], None]) -> Imported:
    """Keeps what is good, so many services in a transaction; `progress` is told how many bytes were read."""
    imported = Imported()
    with path.open("rb") as file:
        # The text is held until the end: let go, it would close the file.
        rows, read, _text = _source(file, path, library)
        services = _services(_unbroken(rows, imported), read)
        while chunk := list(islice(services, AT_ONCE)):
            good = dict(each for each in chunk if not isinstance(each, str))
            imported.refused += [each for each in chunk if isinstance(each, str)]
            with database.transaction() as session:
                kept = records.keep_all(session, good, "imported", f"archivo {path.name}"[:100])
            imported.kept += kept
            imported.same += len(good) - kept
            progress(file.tell())
    return imported


def _source(file: BinaryIO, path: Path, library: Library) -> tuple[Iterator[Row], Read, io.TextIOWrapper | None]:
    places = Places(library.communes)
    if path.suffix.lower() == ".json" or file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        file.seek(0)
        return read_documents(file), Documents(places).read, None
    text = io.TextIOWrapper(file, _encoding(file), errors="replace", newline="")
    return read_rows(text), Cells.of(places, library.categories).read, text


def _unbroken(rows: Iterator[Row], imported: Imported) -> Iterator[Row]:
    """The rows as far as they can be read."""
    try:
        yield from rows
    except FileRefused as broken:
        imported.broken = str(broken)


def _encoding(file: BinaryIO) -> str:
    """UTF-8 where it is, else what spreadsheets on Windows write: Latin-1 with some marks more."""
    file.seek(0)
    decoder, encoding = getincrementaldecoder("utf-8")(), "utf-8-sig"
    if file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE):
        encoding = "utf-16"
    file.seek(0)
    try:
        while encoding == "utf-8-sig" and (some := file.read(1 << 16)):
            decoder.decode(some)
    except UnicodeDecodeError:
        encoding = "cp1252"
    file.seek(0)
    return encoding


def _services(rows: Iterator[Row], read: Read) -> Iterator[tuple[str, ServiceWritten] | str]:
    """Each service with its id, or the line that says why it is refused."""
    seen: dict[str, str] = {}
    for place, found in rows:
        try:
            id, service = _service(found, read)
            _once(seen, id, place)
        except RowRefused as refused:
            name = "" if isinstance(found, RowRefused) else str(found.get("nombre") or found.get("name") or "")
            yield f"{place}{f' («{name[:60]}»)' if name else ''}: {refused}"
        else:
            yield id, service


def _once(seen: dict[str, str], id: str, place: str) -> None:
    if (before := seen.setdefault(id, place)) != place:
        raise RowRefused(f"es el mismo servicio que en: {before}")


def _service(found: Mapping[str, Any] | RowRefused, read: Read) -> tuple[str, ServiceWritten]:
    if isinstance(found, RowRefused):
        raise found
    return _checked(read(found))


def _checked(read: dict[str, Any]) -> tuple[str, ServiceWritten]:
    organization = read["organization"]
    organization["id"] = organization["id"].lower() or _organization_id(organization)
    id = read.pop("id").lower()
    try:
        service = ServiceWritten.model_validate(read)
    except ValidationError as wrong:
        raise RowRefused(why(wrong)) from None
    if not id:
        id = identifier("importado", service.organization.id, service.commune or "", folded(service.name))
    elif not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", id):
        raise RowRefused("id: no es un identificador; déjelo vacío en un servicio nuevo")
    return id, service


def _organization_id(organization: Mapping[str, Any]) -> str:
    if organization["commune"]:
        return identifier("municipalidad", organization["commune"])
    return identifier("organizacion", folded(organization["name"]))

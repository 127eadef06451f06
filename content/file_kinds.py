"""What a file of evidence is, by its content: its name, and what its sender says of it, count for nothing."""

from collections.abc import Mapping
from typing import BinaryIO

ENDINGS: Mapping[str, str] = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
MEDIA_TYPES = tuple(ENDINGS)
PDF, JPEG, PNG, DOCX, XLSX = MEDIA_TYPES

_BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
_MAIN_PARTS = {b"word/document.xml": DOCX, b"xl/workbook.xml": XLSX}
_TAIL = 1 << 20


def media_type_of(file: BinaryIO) -> str | None:
    """One of MEDIA_TYPES; None for anything else, also for an empty file. The file is left wherever reading ended."""
    file.seek(0)
    head = file.read(8)
    for beginning, media_type in _BEGINNINGS.items():
        if head.startswith(beginning):
            return media_type
    return _office(file) if head.startswith(b"PK\x03\x04") else None


def _office(file: BinaryIO) -> str | None:
    """By the names in the archive's directory, which stand at its end; nothing is unpacked, so no bomb can go off."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    directory = tail[tail.find(b"PK\x01\x02") :]
    if b"PK\x05\x06" not in directory or b"[Content_Types].xml" not in directory or b"vbaProject.bin" in directory:
        return None
    return next((media_type for part, media_type in _MAIN_PARTS.items() if part in directory), None)

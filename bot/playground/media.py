"""Files as messages show them."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from bot.playground.files import Files, StoredFile, Upload
from bot.playground.wire import Wire

MOST_PIXELS_OF_BOTH_SIDES = 10_000
MOST_TIMES_AS_LONG = 20
_THUMBNAIL_SIDE = 320
_SENSELESS_MARKERS = frozenset({0xC4, 0xC8, 0xCC})

OGG = "audio/ogg"
FOLDERS = {
    "document": "documents",
    "photo": "photos",
    "voice": "voice",
    "sticker": "stickers",
    "audio": "music",
    "video": "videos",
}


class NoPicture(ValueError):
    """A photo that Telegram does not take; the reason in its own words."""


def shown(files: Files, kind: str, upload: Upload) -> Wire:
    """The message members for a new file of that kind; NoPicture for a photo that is none, or one too long or too large."""
    size = _checked_size(upload) if kind == "photo" else None
    if upload.content.startswith(b"OggS"):
        upload = replace(upload, mime=OGG)
    return shown_again(kind, files.keep(upload, FOLDERS[kind]), size)


def shown_again(kind: str, stored: StoredFile, size: tuple[int, int] | None = None) -> Wire:
    """The message members for a file the server already holds."""
    file: Wire = {"file_id": stored.id, "file_unique_id": stored.unique, "file_size": stored.size}
    named = file | {"file_name": stored.name, "mime_type": stored.mime}
    match kind:
        case "photo":
            return {"photo": list(_sizes(file, size or (_THUMBNAIL_SIDE, _THUMBNAIL_SIDE)))}
        case "voice":
            return {"voice": file | {"duration": 3, "mime_type": stored.mime}}
        case "audio":
            return {"audio": named | {"duration": 3}}
        case "video":
            return {"video": named | {"duration": 3, "width": 640, "height": 360}}
        case "sticker":
            look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"}
            return {"sticker": file | look}
    return {"document": named}


def _sizes(file: Wire, size: tuple[int, int]) -> Iterator[Wire]:
    """A small and the full one, as Telegram lists them; here both are the same bytes."""
    width, height = size
    larger = max(width, height)
    if larger > _THUMBNAIL_SIDE:
        small = {"width": max(width * _THUMBNAIL_SIDE // larger, 1), "height": max(height * _THUMBNAIL_SIDE // larger, 1)}
        yield file | small | {"file_unique_id": f"{file['file_unique_id']}s"}
    yield file | {"width": width, "height": height}


def _checked_size(upload: Upload) -> tuple[int, int]:
    size = picture_size(upload.content)
    if size is None:
        raise NoPicture("IMAGE_PROCESS_FAILED")
    if sum(size) > MOST_PIXELS_OF_BOTH_SIDES or max(size) > MOST_TIMES_AS_LONG * min(size):
        raise NoPicture("PHOTO_INVALID_DIMENSIONS")
    return size


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _THUMBNAIL_SIDE, _THUMBNAIL_SIDE
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in _SENSELESS_MARKERS:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None

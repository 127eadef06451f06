"""Files that were sent, kept under their ids; large ones may be pretended, so that nobody has to make them."""

import mimetypes
import secrets
from dataclasses import dataclass
from pathlib import Path

DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as somebody handed it over: its name and type are what they say, `size` in bytes."""

    name: str
    mime: str
    content: bytes
    pretended_size: int | None = None

    @property
    def size(self) -> int:
        """How large it is, or is pretended to be."""
        return len(self.content) if self.pretended_size is None else self.pretended_size


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file the server holds; `path` is what downloads ask for, `unique` is the same for the same sending."""

    id: str
    unique: str
    path: str
    name: str
    mime: str
    size: int


class Files:
    """The files of one playground, their bytes in a folder of the disk."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.by_id: dict[str, StoredFile] = {}

    def keep(self, upload: Upload, folder: str) -> StoredFile:
        """Stores the bytes; `folder` is Telegram's name for the kind, such as `documents`."""
        number = len(self.by_id) + 1
        suffix = Path(upload.name).suffix or mimetypes.guess_extension(upload.mime) or ""
        path = f"{folder}/file_{number}{suffix if suffix.isascii() else ''}"
        id, unique = f"BQACAgEAAxkBAA{number:x}-{secrets.token_urlsafe(24)}", f"AgAD{secrets.token_hex(6)}"
        stored = StoredFile(id, unique, path, upload.name, upload.mime, upload.size)
        place = self.directory / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(upload.content)
        self.by_id[stored.id] = stored
        return stored

    def at(self, path: str) -> StoredFile | None:
        """The file of that path; None for any other path, so that nothing else of the disk is reached."""
        return next((stored for stored in self.by_id.values() if stored.path == path), None)

    def content(self, stored: StoredFile) -> bytes:
        """The bytes of a file."""
        return (self.directory / stored.path).read_bytes()

"""Files kept under the sha256 of their content: what stands under a digest is what it says, whole, or is not there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated, BinaryIO

from fastapi import Depends, Request


class Incoming:
    """A file on its way in: bytes are added until it is kept or let go."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self.path, self.size = path, 0
        self._file, self._hash = file, sha256()

    def add(self, chunk: bytes) -> None:
        """Writes some more."""
        self._file.write(chunk)
        self._hash.update(chunk)
        self.size += len(chunk)

    def finish(self) -> str:
        """The digest of all that came; it is on the disk by then."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._hash.hexdigest()


@dataclass(frozen=True, slots=True)
class Vault:
    """A folder, sharded by the first two hex digits."""

    folder: Path

    def path(self, digest: str) -> Path:
        """Where a file of that digest stands, or would."""
        return self.folder / digest[:2] / digest

    def has(self, digest: str) -> bool:
        """Whether it is kept here."""
        return self.path(digest).is_file()

    @contextmanager
    def incoming(self) -> Iterator[Incoming]:
        """A place to write to; it is gone afterwards unless it was kept."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix="incoming-")
        path = Path(name)
        try:
            with os.fdopen(handle, "w+b") as file:
                yield Incoming(file, path)
        finally:
            path.unlink(missing_ok=True)

    def keep(self, incoming: Incoming, digest: str) -> None:
        """Puts it in its place at once and for good. Kept twice is kept once, and counts as new for `older_than`."""
        target = self.path(digest)
        target.parent.mkdir(exist_ok=True)
        incoming.path.replace(target)
        for folder in (target.parent, self.folder):
            _settle(folder)

    def older_than(self, limit: datetime) -> Iterator[str]:
        """Digests of the files that were last put before that."""
        for path in self.folder.glob("??/*"):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < limit:
                yield path.name

    def forget(self, digest: str) -> None:
        """Erases the file."""
        self.path(digest).unlink(missing_ok=True)

    def sweep(self, limit: datetime) -> None:
        """Erases what was left half written before that, by a process that died."""
        for path in self.folder.glob("incoming-*"):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < limit:
                path.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """A new name is safe from a power cut only once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


async def _vault(request: Request) -> Vault:
    vault: Vault = request.app.state.vault
    return vault


Keeping = Annotated[Vault, Depends(_vault)]

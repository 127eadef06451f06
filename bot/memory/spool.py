"""Files on their way from Telegram to the api, each under its sha256."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, text, update

from bot.memory.tables import piece, spool

_KEEP = text(
    "INSERT INTO spool (sha256, media_type, kept_at) VALUES (:sha256, :media_type, :now) ON CONFLICT (sha256)"
    " DO UPDATE SET kept_at = excluded.kept_at"
)


@dataclass(frozen=True, slots=True)
class Spool:
    """The folder of the files; a file is there in full or not at all."""

    folder: Path

    def keep(self, content: bytes) -> str:
        """The sha256 in hex under which the file is now kept, whatever happens next."""
        sha256 = hashlib.sha256(content).hexdigest()
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(self.path(sha256))
        _sync_folder(self.folder)
        return sha256

    def path(self, sha256: str) -> Path:
        """Where the file of that digest is."""
        return self.folder / sha256

    def tidy(self, wanted: frozenset[str], before: float) -> None:
        """Removes files from before that moment that nobody waits for."""
        for file in self.folder.glob("*") if self.folder.is_dir() else ():
            if file.name not in wanted and file.stat().st_mtime < before:
                file.unlink(missing_ok=True)


def note(connection: Connection, sha256: str, media_type: str, now: float) -> None:
    """Keeps that the file is in the spool."""
    connection.execute(_KEEP, {"sha256": sha256, "media_type": media_type, "now": now})


def note_put(connection: Connection, sha256: str, now: float) -> None:
    """Keeps that the api has the file."""
    connection.execute(update(spool).where(spool.c.sha256 == sha256).values(put_at=now))


def missing(connection: Connection, digests: frozenset[str]) -> frozenset[str]:
    """Those of the digests that the api does not have yet."""
    put = select(spool.c.sha256).where(spool.c.sha256.in_(digests), spool.c.put_at.is_not(None))
    return digests - frozenset(connection.execute(put).scalars())


def wanted(connection: Connection) -> frozenset[str]:
    """The digests that some dossier names and the api does not have yet."""
    put = select(spool.c.sha256).where(spool.c.put_at.is_not(None))
    return frozenset(connection.execute(select(piece.c.sha256).where(piece.c.sha256 != "", piece.c.sha256.not_in(put))).scalars())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

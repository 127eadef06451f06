"""Voice messages, made by the machine's own programs and kept under the digest of what is said in them."""

import asyncio
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path
from uuid import uuid4

import structlog

from bot.speech.audible import Passage
from bot.speech.tongues import ENCODER, SPEAKER, TONGUES

_SPEAK = (SPEAKER, "-m", "-b", "1", "-s", "150", "-v", TONGUES["es"].voice, "--stdin", "--stdout")
_ENCODE = (ENCODER, "--quiet", "--speech", "--bitrate", "20", "--comp", "5", "-", "-")
_PATIENCE = 20.0
_AT_ONCE = 2
_MOST_KEPT = 1000
_TICKS = 48_000
_log = structlog.get_logger()


class _Unspoken(Exception):
    """A program ended otherwise than well."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """Keeps its recordings in the folder: of public texts, with nothing of who asked for them."""

    folder: Path
    patience: float = _PATIENCE
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def recorded(self, passages: Sequence[Passage]) -> bytes | None:
        """OGG/Opus of what is said; None where a program is missing, fails or takes too long."""
        script = "".join(map(_marked, passages)).encode()
        file = self.folder / f"{sha256(b'|'.join([*map(str.encode, (*_SPEAK, *_ENCODE)), script])).hexdigest()}.ogg"
        try:
            if file.exists():
                return await asyncio.to_thread(file.read_bytes)
            async with self._turns, asyncio.timeout(self.patience):
                recording = await _run(_ENCODE, await _run(_SPEAK, b"<speak>%b</speak>" % script))
            await asyncio.to_thread(self._keep, file, recording)
        except (OSError, TimeoutError, _Unspoken) as error:
            _log.warning("not_spoken", reason=type(error).__name__)
            return None
        return recording

    def _keep(self, file: Path, recording: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(f".{uuid4().hex}")
        beside.write_bytes(recording)
        beside.replace(file)
        oldest_first = sorted(self.folder.iterdir(), key=lambda each: each.stat().st_mtime)
        for each in oldest_first[:-_MOST_KEPT]:
            each.unlink(missing_ok=True)


def seconds(recording: bytes) -> int:
    """How long an OGG/Opus recording is: its last page says at which tick it ends."""
    ticks: int = struct.unpack_from("<q", recording, recording.rindex(b"OggS") + 6)[0]
    return max(1, round(ticks / _TICKS))


def _marked(passage: Passage) -> str:
    return f'<voice xml:lang="{TONGUES[passage.language].voice}">{escape(passage.text, quote=False)} </voice>'


async def _run(command: Sequence[str], given: bytes) -> bytes:
    """What the program made of it; whatever happens, it does not outlive this call."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    try:
        made, _ = await process.communicate(given)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not made:
        raise _Unspoken
    return made

"""Fetches a file that somebody sent, while Telegram still gives it."""

from dataclasses import dataclass

from telegram import Bot, File
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.dialogue.events import NotFetched

MOST_BYTES = 20 * 1024 * 1024
_TOO_BIG = "file is too big"
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Files:
    """Fetches with the bot it is given."""

    bot: Bot

    async def fetch(self, piece: str, file: str) -> bytes | NotFetched:
        """The file's bytes, or why they will not come; ConnectionError when it is worth another try."""
        try:
            found = await self.bot.get_file(file)
            if (found.file_size or 0) > MOST_BYTES:
                return NotFetched(piece, "large")
            return await self._download(piece, found)
        except BadRequest as refusal:
            return NotFetched(piece, "large" if _TOO_BIG in refusal.message.lower() else "gone")
        except TelegramError as error:
            raise ConnectionError(type(error).__name__) from None

    async def _download(self, piece: str, found: File) -> bytes | NotFetched:
        try:
            return bytes(await found.download_as_bytearray(read_timeout=_PATIENCE))
        except InvalidToken:  # what this library makes of a 404: Telegram has the file no more
            return NotFetched(piece, "gone")

"""Puts the bot together out of its parts, and runs it."""

import asyncio
import logging
import signal
import sys
import time
import traceback
from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.backend import Backend
from bot.deliveries import Deliveries
from bot.deliveries.asking import Asking
from bot.deliveries.delivering import Courier
from bot.deliveries.looking_after import LookingAfter
from bot.deliveries.mirroring import Mirror
from bot.deliveries.offering import Offering
from bot.dialogue.conversation import take_turn
from bot.dialogue.turn import Content
from bot.memory import cases, inbox
from bot.memory.database import Memory, migrate, open_engine
from bot.memory.spool import Spool
from bot.memory.tidying import Tidying
from bot.memory.turns import Turns
from bot.settings import Settings, SettingsWrong, refuse_blanks
from bot.speech.recording import Recorder
from bot.speech.tongues import spoken_here
from bot.telegram.application import Application, Line, TokenRefused
from bot.telegram.files import Files
from bot.telegram.pace import Paces
from bot.telegram.painter import Painter
from bot.telegram.rendering import TelegramEdge
from bot.telegram.room.building import staff_group, support_room
from bot.telegram.room.hearing import Hearing
from bot.telegram.room.support_room import NoRoom, SupportRoom
from bot.telegram.room.translating import Engine
from bot.telegram.sender import Sender
from bot.telegram.webhook import Webhook
from content.fitting import Fitting
from content.offering import Directory
from content.reading import (
    current,
    read_asked_for,
    read_categories,
    read_communes,
    read_danger,
    read_editions,
    read_help,
    read_month_sheet,
    read_services,
    read_support,
    read_topics,
    read_understanding,
)
from content.wording import Wording

if TYPE_CHECKING:
    from structlog.typing import Processor

_PATIENCE = 60.0


def read_content(*, has_desk: bool = False) -> Content:
    """Everything the programme says; ContentMistakes with all that is wrong in it, or CataloguesBroken."""
    editions = read_editions()
    communes, services = read_communes(), read_services()
    topics = read_topics(communes)
    told = Wording.load(), read_danger(), read_understanding(ear=topics)
    known = topics, read_categories(), Directory(services, communes, Fitting(services))
    content = Content(editions, current(editions), read_help(), communes, *told, *known, has_desk=has_desk)
    return replace(content, sheet_shows=read_month_sheet(), asked_for=read_asked_for())


def run(settings: Settings) -> None:
    """Runs the bot until it is asked to stop; SettingsWrong, ContentMistakes or CataloguesBroken when it cannot start."""
    _log_as(settings.log_format)
    token = settings.token
    content = replace(read_content(has_desk=settings.support_chat_id is not None), can_speak=spoken_here())
    refuse_blanks(settings, content.help)
    memory = _memory(settings.bot_database_url)
    try:
        asyncio.run(_until_asked_to_stop(settings, token, content, memory))
    except TokenRefused:
        raise SettingsWrong("Telegram no reconoce SELLO_BOT_TOKEN. Cópielo otra vez de @BotFather.") from None
    finally:
        memory.close()


def is_well(settings: Settings) -> bool:
    """Whether the database answers and no message has been waiting in it for a minute."""
    engine = open_engine(settings.bot_database_url)
    try:
        with engine.begin() as connection:
            return inbox.longest_wait(connection, time.time()) < _PATIENCE
    except DatabaseError:  # away, or never migrated: no bot has been here
        return False
    finally:
        engine.dispose()


def _memory(url: str) -> Memory:
    try:
        memory = Memory(url)
        migrate(memory.engine)
    except (OperationalError, OSError) as error:
        reason = str(error.orig if isinstance(error, OperationalError) else error).strip().splitlines()[0]
        raise SettingsWrong(f"SELLO_BOT_DATABASE_URL: no se puede abrir la base de datos ({reason}).") from None
    return memory


async def _until_asked_to_stop(settings: Settings, token: str, content: Content, memory: Memory) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    await attend(settings, token, content, memory, stop)


async def attend(
    settings: Settings, token: str, content: Content, memory: Memory, stop: asyncio.Event, engine: Engine | None = None
) -> None:
    """Attends to people until `stop` is set; TokenRefused when Telegram does not know the token.

    With an `engine`, what people and staff write to each other is translated by that machine, and marked so.
    """
    line = Line.to(token, settings.telegram_url)
    edge = TelegramEdge(content.words)
    arrived = asyncio.Event()
    recorder = Recorder(settings.spool_dir.parent / "voz")
    sender = Sender(memory, Painter(line.bot, line.request, recorder), Paces(settings.chat_pace))
    api_token = settings.api_token.get_secret_value() if settings.api_token else ""
    async with line, Backend.at(settings.api_url, api_token) as backend:
        username = settings.bot_username or await line.username(stop)
        room = await _room(settings, line, memory, backend, content, username, engine)
        asking = Asking(memory, backend, room)
        courier = Courier(memory, backend, Spool(settings.spool_dir), Files(line.bot).fetch, content, username, asking)
        deliveries = Deliveries(memory, courier, arrived.set)
        hearing = Hearing(settings.support_chat_id) if settings.support_chat_id else None
        mirror = Mirror(backend, settings.spool_dir.parent / "directorio.json", content)
        turns = Turns(memory.engine, lambda *turn: take_turn(mirror.content, *turn), edge, room=hearing)
        webhook = _webhook(settings, memory, arrived)
        staff, wake = settings.support_chat_id, deliveries.wake.set
        app = Application(line, memory, turns, sender, content.words, wake, webhook, staff, arrived)
        tidying, offering = Tidying(memory, courier.spool, content.help.retention), Offering(memory, backend, arrived.set)
        looking_after = LookingAfter(memory, backend, mirror, arrived.set)
        await app.run(stop, deliveries.run, tidying.run, offering.run, mirror.run, looking_after.run)


async def _room(
    settings: Settings, line: Line, memory: Memory, backend: Backend, content: Content, username: str, engine: Engine | None
) -> SupportRoom | NoRoom:
    chat = settings.support_chat_id
    await memory.do(cases.note_heard, heard=chat is not None)
    if chat is None:
        return NoRoom()
    group = staff_group(line.bot, memory, chat, settings.chat_pace)
    return support_room(group, backend, content, read_support(), username, engine)


def _webhook(settings: Settings, memory: Memory, arrived: asyncio.Event) -> Webhook | None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    secret = settings.webhook_secret.get_secret_value()
    return Webhook(memory, settings.webhook_url, secret, settings.webhook_listen, arrived.set)


def _where_alone(logger: object, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Of an error, its kind and place: its words and the variables around it may be what somebody told us."""
    if event.pop("exc_info", None):
        kind, _, trace = sys.exc_info()
        event["error"] = kind.__name__ if kind else ""
        event["where"] = [f"{Path(step.filename).name}:{step.lineno} {step.name}" for step in traceback.extract_tb(trace)]
    return event


def _log_as(format: str) -> None:
    # Other libraries log addresses, and Telegram's hold the token.
    logging.basicConfig(level=logging.ERROR)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it prints answers that it could not read
    renderer: Processor = structlog.processors.JSONRenderer() if format == "json" else structlog.dev.ConsoleRenderer()
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
    structlog.configure(
        processors=[structlog.processors.add_log_level, stamp, _where_alone, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )

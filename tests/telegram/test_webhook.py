"""Telegram's calls to us: kept before they are answered, once however often and wherever they come."""

import asyncio
import random
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.memory import dossiers
from bot.memory.database import Memory, migrate
from bot.memory.turns import Turns
from bot.playground.person import Playground
from bot.telegram.webhook import Webhook
from tests.databases import PostgreSQL
from tests.memory.conftest import PlainEdge, answering, message
from tests.telegram.conftest import StartBot

SECRET = "a-secret-of-the-right-length"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def replica(memory: Memory) -> Webhook:
    listen = f"127.0.0.1:{free_port()}"
    return Webhook(memory, f"http://{listen}/telegram", SECRET, listen, lambda: None)


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        yield session


async def test_only_what_shows_the_secret_is_kept(postgresql_url: str, http: aiohttp.ClientSession) -> None:
    memory = Memory(postgresql_url)
    migrate(memory.engine)
    webhook = replica(memory)
    runner = await webhook.listening()
    update = message(1, 7, "hola")
    for secret in ("", "wrong", SECRET + "x", "ñ"):
        async with http.post(webhook.url, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": secret}) as answer:
            assert answer.status == 401
    for body in (b"", b"{", b"[]", b'{"update_id": "1"}'):
        async with http.post(webhook.url, data=body) as answer:
            assert answer.status == 400
    turns = Turns(memory.engine, answering, PlainEdge())
    assert turns.next() is None
    async with http.post(webhook.url, json=update) as answer:
        assert answer.status == 200
    assert turns.next() is not None
    await runner.cleanup()
    memory.close()


async def test_nothing_is_confirmed_while_it_cannot_be_kept(postgresql: PostgreSQL, http: aiohttp.ClientSession) -> None:
    url = postgresql.create()
    memory = Memory(url)
    migrate(memory.engine)
    webhook = replica(memory)
    runner = await webhook.listening()
    postgresql.drop(url)
    async with http.post(webhook.url, json=message(1, 7, "hola")) as answer:
        assert answer.status == 503
    await runner.cleanup()
    memory.close()


async def test_two_replicas_a_crowd_of_repetitions_and_nothing_twice(postgresql_url: str, http: aiohttp.ClientSession) -> None:
    chance, people, each = random.Random(5), (7, 8, 9), 12
    memories = [Memory(postgresql_url) for _ in range(2)]
    migrate(memories[0].engine)
    webhooks = [replica(memory) for memory in memories]
    runners = [await webhook.listening() for webhook in webhooks]
    updates = [message(10 * person + 1000 * n, person, str(n)) for person in people for n in range(each)]
    calls = [(webhook.url, update) for update in updates for webhook in webhooks for _ in range(chance.randint(1, 3))]
    chance.shuffle(calls)

    async def call(url: str, update: dict[str, object]) -> int:
        async with http.post(url, json=update) as answer:
            return answer.status

    async def work(memory: Memory) -> None:
        turns = Turns(memory.engine, answering, PlainEdge())
        for _ in range(60):
            if await memory.run(turns.next) is None:
                await asyncio.sleep(0.01)

    working = [asyncio.create_task(work(memory)) for memory in memories * 2]
    assert set(await asyncio.gather(*(call(*each) for each in calls))) == {200}
    await asyncio.gather(*working)
    for _ in range(3):
        await asyncio.gather(*(work(memory) for memory in memories))
    with memories[0].engine.begin() as connection:
        for person in people:
            key = f"practice:{person}"
            assert dossiers.load(connection, key)[key].answers["Q"].revision == each
    for runner in runners:
        await runner.cleanup()
    for memory in memories:
        memory.close()


def test_people_are_answered_over_a_webhook(start_bot: StartBot, playground: Playground) -> None:
    listen = f"127.0.0.1:{free_port()}"
    start_bot(webhook_url=f"http://{listen}/telegram", webhook_secret=SECRET, webhook_listen=listen)
    marta = playground.person("marta", "Marta")
    marta.say("/start")
    marta.wait_for("Choose your language")
    marta.press("Español")
    marta.wait_for("¿Qué necesita hoy?")

"""`make run` brings api and bot together, wherever the api listens."""

import pytest

from bot.demo.serving import api_url
from bot.settings import Settings


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"SELLO_API_LISTEN": "127.0.0.1:9100"}, "http://127.0.0.1:9100"),
        ({"SELLO_API_LISTEN": "0.0.0.0:9100", "SELLO_API_URL": "http://api.example.cl"}, "http://api.example.cl"),
    ],
)
def test_the_bot_looks_for_the_api_where_it_listens(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], address: str) -> None:
    for name in ("SELLO_API_LISTEN", "SELLO_API_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert api_url(Settings()) == address

"""Settings: a slip is named with what was meant."""

import os
from pathlib import Path

import pytest

from api.settings import Settings, SettingsWrong


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("SELLO_")]:
        monkeypatch.delenv(name)


def test_everything_has_a_default() -> None:
    settings = Settings.read()
    assert (settings.api_database_url, settings.address) == ("sqlite:///var/api.sqlite3", ("127.0.0.1", 8000))


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("SELLO_API_LISTEN=127.0.0.1:1\nSELLO_LOG_FORMAT=json\nOTHER=1\n")
    monkeypatch.setenv("SELLO_API_LISTEN", "[::1]:2")
    settings = Settings.read()
    assert (settings.address, settings.log_format) == (("::1", 2), "json")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SELLO_API_DATABSE_URL", "SELLO_API_DATABASE_URL"),
        ("SELLO_EVIDENCE_DIRECTORY", "SELLO_EVIDENCE_DIR"),
        ("SELLO_TELEGRAM_URI", "SELLO_TELEGRAM_URL"),
    ],
)
def test_a_slip_is_named_with_what_was_meant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, meant: str) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(SettingsWrong, match=rf"{name} .*{meant}"):
        Settings.read()
    monkeypatch.delenv(name)
    (tmp_path / ".env").write_text(f"{name}=x\n")
    with pytest.raises(SettingsWrong, match=rf"{name} .*{meant}"):
        Settings.read()


@pytest.mark.parametrize("name", ["SELLO_BOT_TOKEN", "SELLO_TEST_REQUIRE", "SELLO_WEBHOOK_URL"])
def test_what_others_read_is_no_slip(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "x")
    Settings.read()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SELLO_API_DATABASE_URL", "mysql://x"),
        ("SELLO_API_LISTEN", "8000"),
        ("SELLO_API_LISTEN", "localhost:99999"),
        ("SELLO_LOG_FORMAT", "xml"),
        ("SELLO_KEEP_CASES_DAYS", "30"),
    ],
)
def test_a_wrong_value_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsWrong) as wrong:
        Settings.read()
    assert str(wrong.value).startswith(name)
    assert "\n" not in str(wrong.value)

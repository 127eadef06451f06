"""The bot's settings: what is empty is not set, and what is wrong is named."""

import pytest

from bot.settings import Settings, SettingsWrong, names


def test_what_is_left_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SELLO_BOT_USERNAME", "SELLO_SUPPORT_CHAT_ID", "SELLO_WEBHOOK_URL", "SELLO_WEBHOOK_SECRET", "SELLO_API_TOKEN"):
        monkeypatch.setenv(name, "")
    settings = Settings.read()
    assert (settings.bot_username, settings.support_chat_id, settings.webhook_url, settings.api_token) == (None, None, None, None)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SELLO_TELEGRAM_URL", "telegram.org", "http://"),
        ("SELLO_WEBHOOK_LISTEN", "8081", "dirección:puerto"),
        ("SELLO_CHAT_PACE", "0", "«0» no sirve"),
        ("SELLO_SUPPORT_CHAT_ID", "equipo", "«equipo» no sirve"),
        ("SELLO_LOG_FORMAT", "xml", "«xml» no sirve"),
        ("SELLO_WEBHOOKURL", "x", "¿Quiso decir SELLO_WEBHOOK_URL?"),
        ("SELLO_KEEP_CASES_DAYS", "30", "content/ayuda/plazos.yaml"),
    ],
)
def test_what_is_wrong_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsWrong, match=name) as wrong:
        Settings.read()
    assert said in str(wrong.value)


def test_a_secret_does_not_show_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELLO_BOT_TOKEN", "123:a-token")
    assert "a-token" not in repr(Settings.read())


def test_every_setting_begins_alike() -> None:
    assert all(name.startswith("SELLO_") for name in names())

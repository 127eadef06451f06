"""Where updates are posted when the bot does not fetch them itself."""

from dataclasses import dataclass

from bot.playground.wire import Wire

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


@dataclass(slots=True)
class Webhook:
    """The address the bot gave; empty when it polls. `failed_at` is seconds since 1970."""

    url: str = ""
    secret: str = ""
    connections: int = 40
    failed_at: int | None = None
    failure: str = ""

    def wire(self, waiting: int, allowed: tuple[str, ...]) -> Wire:
        """As a `WebhookInfo`."""
        info: Wire = {"url": self.url, "has_custom_certificate": False, "pending_update_count": waiting}
        if self.url:
            info["max_connections"] = self.connections
        if allowed:
            info["allowed_updates"] = list(allowed)
        if self.failed_at is not None:
            info |= {"last_error_date": self.failed_at, "last_error_message": self.failure}
        return info

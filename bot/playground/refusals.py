"""How Telegram says no: a code, a description, and what a program may read of it."""

from bot.playground.limits import Complaint
from bot.playground.wire import Wire


class Refused(Exception):
    """A call that is not carried out; `code` is the HTTP status as well."""

    def __init__(self, code: int, description: str, parameters: Wire | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters

    def wire(self) -> Wire:
        """The answer's body."""
        body: Wire = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str, **parameters: int) -> Refused:
    """A 400 with Telegram's own prefix."""
    return Refused(400, f"Bad Request: {reason}", dict(parameters))


def too_many_requests(seconds: int) -> Refused:
    """A 429; `seconds` is how long to leave this chat alone."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def forbidden(reason: str) -> Refused:
    """A 403: the chat exists and the bot may not write there."""
    return Refused(403, f"Forbidden: {reason}")


def unauthorized() -> Refused:
    """The token is not this bot's."""
    return Refused(401, "Unauthorized")


def not_found(what: str = "") -> Refused:
    """The address leads nowhere."""
    return Refused(404, f"Not Found: {what}" if what else "Not Found")


def too_large() -> Refused:
    """A 413: the upload is larger than the server takes."""
    return Refused(413, "Request Entity Too Large")


def conflict(reason: str) -> Refused:
    """A 409: somebody else is fetching the updates."""
    return Refused(409, f"Conflict: {reason}")


_KNOWN = {
    ("chat_id", "required"): "chat_id is empty",
    ("from_chat_id", "required"): "from_chat_id is empty",
    ("text", "required"): "message text is empty",
    ("callback_data", "bytes"): "BUTTON_DATA_INVALID",
    ("text", "chars"): "MESSAGE_TOO_LONG",
    ("command", "chars"): "BOT_COMMAND_INVALID",
    ("description", "chars"): "BOT_COMMAND_DESCRIPTION_INVALID",
    ("commands", "items"): "BOT_COMMANDS_TOO_MUCH",
    ("message_id", "required"): "message identifier is not specified",
    ("action", "required"): "wrong parameter action in request",
    ("secret_token", "chars"): "secret token contains unallowed characters",
}


def refusal_of(method: str, complaint: Complaint) -> Refused:
    """Telegram's words where they are known; else ours, that name the place: a caller's mistake is never passed over."""
    known = _KNOWN.get((complaint.field, complaint.problem))
    if known and not (complaint.field == "text" and complaint.where != "text"):
        return bad_request(known)
    if complaint.where == "media" and complaint.problem == "items":
        return bad_request("wrong number of items in an album: it has 2 to 10")
    said = complaint.detail or "it is required"
    return bad_request(f"can't parse {method}: {complaint.where}: {said}")

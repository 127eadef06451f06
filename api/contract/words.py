"""The kinds of text and number on the wire."""

from datetime import UTC, datetime
from re import match
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    JsonValue,
    PlainSerializer,
    Strict,
    StringConstraints,
    WithJsonSchema,
)

ProfileId = Literal["inicial", "con_experiencia", "revalidacion"]
VerdictId = Literal["meets", "partly", "not_met", "pending", "not_applicable"]
BasisId = Literal["published", "mixed", "proposal"]
StaffRole = Literal["support", "reviewer", "committee"]
Role = Literal["bot", "support", "reviewer", "committee", "directory", "admin"]


def without_nul(text: str) -> str:
    """The text; ValueError if it has a NUL character, which PostgreSQL cannot keep."""
    if "\0" in text:
        raise ValueError("a NUL character")
    return text


def _sound(value: JsonValue) -> JsonValue:
    match value:
        case str():
            value.encode()  # half a surrogate pair cannot be written anywhere
            without_nul(value)
        case list():
            for each in value:
                _sound(each)
        case dict():
            for each in (*value, *value.values()):
                _sound(each)
    return value


def _written_time(value: object) -> object:
    if isinstance(value, datetime) or (isinstance(value, str) and match("[0-9]{4}-", value)):  # never a count of seconds
        return value
    raise ValueError("a time as RFC 3339")


def _in_utc(time: datetime) -> datetime:
    return time.astimezone(UTC)


def _as_rfc3339(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(without_nul)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,60}$")]
Cut = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
MonthText = Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")]
Person = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]
Reference = Annotated[str, StringConstraints(pattern=r"^SM-[0-9]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,60}$")]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\x00]{1,2000}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s\x00]{1,64}@[^@\s\x00]{1,190}\.[^@\s\x00]{2,60}$")]
Time = Annotated[
    AwareDatetime, Strict(False), BeforeValidator(_written_time), AfterValidator(_in_utc), PlainSerializer(_as_rfc3339)
]
AnswerOnWire = Annotated[
    JsonValue,
    AfterValidator(_sound),
    WithJsonSchema(
        {
            "description": 'yes/no, an option id, a list of option ids, a number, YYYY-MM or none, text, {"status": …}, or null',
            "anyOf": [
                {"type": "string"},
                {"type": "number"},
                {"type": "array", "items": {"type": "string"}},
                {
                    "type": "object",
                    "properties": {"status": {"enum": ["attached", "later", "none"]}},
                    "required": ["status"],
                    "additionalProperties": False,
                },
                {"type": "null"},
            ],
        }
    ),
]


class Asked(BaseModel):
    """What callers send: known fields only, exact types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Told(BaseModel):
    """What the api answers. Readers pass over fields they do not know, so that the api may gain some."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class Worded(Told):
    """A text and the language it is in (BCP 47), which is Spanish where the asked one is missing."""

    text: str
    lang: str


class Problem(BaseModel):
    """Why something was not done (RFC 9457); `type` is stable, further members name what it is about."""

    model_config = ConfigDict(extra="allow", frozen=True)

    type: str
    title: str
    status: int
    detail: str

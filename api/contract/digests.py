"""How the digest of a body is counted."""

import json
from hashlib import sha256

from pydantic import JsonValue


def canonical(body: JsonValue) -> str:
    """RFC 8785 for what occurs here: keys sorted, no spaces, whole numbers without a point."""
    return json.dumps(_whole(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest_of(body: JsonValue) -> str:
    """The sha256, in hex, of the canonical JSON."""
    return sha256(canonical(body).encode()).hexdigest()


def _whole(value: JsonValue) -> JsonValue:
    match value:
        case float() if value.is_integer():
            return int(value)
        case list():
            return [_whole(each) for each in value]
        case dict():
            return {key: _whole(each) for key, each in value.items()}
    return value

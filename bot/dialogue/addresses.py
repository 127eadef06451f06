"""E-mail addresses as people type them, and whether one looks like an institution's."""

import re

_ADDRESS = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,190}\.[^@\s,;<>.]{2,60}")
# Mail that anybody can have, by the name before the ending: gmail.com, hotmail.cl, yahoo.es.
_FOR_EVERYBODY = re.compile(
    r"@(?:.*\.)?(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|gmx|proton|protonmail|tutanota|zoho|mail|yandex"
    r"|vtr|terra|qq|163|126|sina|uol|bol|laposte|orange)\.[^@]+"
)


def address_in(text: str) -> str | None:
    """The one address in what was typed, in small letters; None without one or with several."""
    found = _ADDRESS.findall(text)
    return found[0].strip(".").lower() if len(found) == 1 else None


def is_institutional(address: str) -> bool:
    """Whether the address is not of the kind that anybody can have. A hint for people, not a proof."""
    return _FOR_EVERYBODY.search(address.lower()) is None

"""The languages of the assistant, and what people and phones call them."""

import re
from collections.abc import Mapping
from functools import lru_cache

SOURCE = "es"
LANGUAGES = (SOURCE, "ht", "en", "pt_BR", "fr", "zh_Hans")

ENDONYMS: Mapping[str, str] = {
    "es": "Español",
    "ht": "Kreyòl ayisyen",
    "en": "English",
    "pt_BR": "Português (Brasil)",
    "fr": "Français",
    "zh_Hans": "简体中文",
}

# Chosen by the first part alone: someone whose phone says `pt-PT` or `zh-TW` is served better by these than by Spanish.
_BY_FIRST_PART = {code.partition("_")[0]: code for code in LANGUAGES}
_TAG = re.compile(r"([A-Za-z]{2})([-_][A-Za-z0-9]{1,8})*")


@lru_cache(256)
def offered(code: str | None) -> str | None:
    """The language of LANGUAGES for a code that a phone or a person gives (`zh-CN`, `pt`, `HT`); None when not offered."""
    tag = _TAG.fullmatch(code or "")
    return _BY_FIRST_PART.get(tag[1].lower()) if tag else None

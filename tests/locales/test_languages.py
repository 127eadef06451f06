"""Codes that phones and people give, and the language each of them gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.wording import ENDONYMS, LANGUAGES, offered


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("es", "es"), ("es-419", "es"), ("es_CL", "es"), ("ES", "es"),
        ("ht", "ht"), ("HT", "ht"), ("ht-HT", "ht"),
        ("en", "en"), ("en-GB", "en"), ("en_US", "en"),
        ("pt", "pt_BR"), ("pt-br", "pt_BR"), ("pt_BR", "pt_BR"), ("pt-PT", "pt_BR"),
        ("fr", "fr"), ("fr-CA", "fr"),
        ("zh", "zh_Hans"), ("zh-CN", "zh_Hans"), ("zh-hans", "zh_Hans"), ("zh_Hans", "zh_Hans"), ("zh-Hant-TW", "zh_Hans"),
        ("ay", None), ("qu", None), ("arn", None), ("de", None), ("htx", None), ("ptolemy", None),
        ("", None), (None, None), ("-", None), ("fr-", None), ("es-!!", None), (" es", None), ("es\n", None), ("english", None),
        ("../../etc", None), ("pt_BR.UTF-8", None), ("en-" + "x" * 500, None),
    ],
)  # fmt: skip
def test_a_code_gets_its_language_or_none(code: str | None, language: str | None) -> None:
    assert offered(code) == language


@given(st.text())
def test_any_string_at_all_is_answered(code: str) -> None:
    assert offered(code) in (*LANGUAGES, None)


def test_every_language_is_offered_under_its_own_code_and_has_its_own_name() -> None:
    assert [offered(code) for code in LANGUAGES] == list(LANGUAGES)
    assert list(ENDONYMS) == list(LANGUAGES)
    assert len(set(ENDONYMS.values())) == len(LANGUAGES)

"""Whatever a person does to a file, they are told: the check never breaks down and never names a line that is not there."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.desk import SMALL, Desk, laid_out

FILES = sorted(path.name for path in (SMALL / "programa" / "1.0.0").iterdir())
SIGNS = [
    ":",
    "#",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "-",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "\t",
    "\n",
    "  ",
    "sí",
    "0",
    "é",
    "\\",
    "…",
]


def lose_line(text: str, at: int, _: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[: at % len(lines)] + lines[at % len(lines) + 1 :])


def repeat_line(text: str, at: int, _: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[: at % len(lines) + 1] + lines[at % len(lines) :])


def slip_a_sign(text: str, at: int, sign: str) -> str:
    return text[: at % len(text)] + sign + text[at % len(text) :]


def lose_a_sign(text: str, at: int, _: str) -> str:
    return text[: at % len(text)] + text[at % len(text) + 1 :]


SLIPS = st.tuples(
    st.sampled_from(FILES),
    st.sampled_from([lose_line, repeat_line, slip_a_sign, lose_a_sign]),
    st.integers(0, 10_000),
    st.sampled_from(SIGNS),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SLIPS, min_size=1, max_size=3))
def test_the_check_says_what_is_wrong_and_never_breaks_down(slips: list[tuple[str, object, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        desk = laid_out(Path(folder))
        for name, slip, at, sign in slips:
            assert callable(slip)
            desk.file(name).write_text(slip(desk.file(name).read_text(encoding="utf-8") or "\n", at, sign), encoding="utf-8")
        for complaint in desk.complaints():
            assert 1 <= complaint.line <= _lines(desk, complaint.file) + 1
            assert complaint.what
            assert complaint.remedy


def _lines(desk: Desk, shown: str) -> int:
    return desk.file(shown.removeprefix("content/")).read_text(encoding="utf-8").count("\n") + 1

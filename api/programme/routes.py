"""The programme and its check: for everybody."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.access import anyone
from api.contract import CheckRequest, CheckResult
from api.library import Reader, Shelf
from api.programme.checking import check
from api.programme.telling import tell
from api.programme.wire import ProgrammeTold

router = APIRouter(prefix="/v1", tags=["programme"])
Lang = Annotated[str | None, Query(max_length=35, description="A language: es, ht, en, pt-BR, fr, zh-Hans …; Spanish otherwise")]


@router.get("/programme", dependencies=[anyone])
def read_programme(library: Shelf, lang: Lang = None) -> ProgrammeTold:
    """The edition in force; each text in the asked language, or in Spanish and marked so."""
    return tell(library.current, Reader.of(library.wording, lang))


@router.post("/assessments/check", dependencies=[anyone])
def check_assessment(asked: CheckRequest, library: Shelf, lang: Lang = None) -> CheckResult:
    """An orientation, never a decision. Nothing is kept. `lang` may stand in the address or in the body."""
    return check(library.current, asked, Reader.of(library.wording, asked.lang or lang))

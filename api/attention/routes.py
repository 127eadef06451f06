"""Municipalities that may want help: the bot reports what they do, the bot and the staff read who is on the list."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path

from api.access import only
from api.attention import records
from api.contract import Activity, Cut, MunicipalitiesInNeed
from api.database import Looking, Writing
from api.library import Shelf

router = APIRouter(prefix="/v1/municipalities", tags=["attention"])


@router.post("/{cut}/activity", status_code=204, dependencies=[only("bot")])
def report_activity(cut: Annotated[Cut, Path()], activity: Activity, session: Writing, library: Shelf) -> None:
    """Keeps that something happened with the municipality's dossier. The same report again changes nothing."""
    records.report(session, library.municipality(cut).cut, activity)


@router.get("/attention", dependencies=[only("bot", "support")])
def list_municipalities_in_need(session: Looking, library: Shelf) -> MunicipalitiesInNeed:
    """Who did not move for 60 days, or opened the dossier three times in 30 with the same essential criterion unmet."""
    found = records.in_need(session, lambda cut: library.commune(cut).name, datetime.now(UTC))
    return MunicipalitiesInNeed(results=found)

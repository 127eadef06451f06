"""Communes: for everybody."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.access import anyone
from api.contract import CommuneFound, CommunesFound
from api.library import Shelf

router = APIRouter(prefix="/v1/communes", tags=["communes"])


@router.get("", dependencies=[anyone])
def find_communes(library: Shelf, q: Annotated[str, Query(max_length=100, description="What was typed")]) -> CommunesFound:
    """The communes that match, best first; accents, abbreviations and slips are understood."""
    found = library.communes.find(q)
    return CommunesFound(
        results=[
            CommuneFound(
                cut=each.commune.cut,
                name=each.commune.name,
                region=each.commune.region,
                has_municipality=each.commune.has_municipality,
                score=float(each.score),
            )
            for each in found
        ]
    )

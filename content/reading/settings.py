"""The settings of an edition: labels, bands, and when a municipality is ready."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from content.programme import Band, Readiness
from content.reading.fields import SHORT, Fields
from content.sentences import Say, told

_Word = TypeVar("_Word")


def read_labels(fields: Fields, key: str, words: Mapping[str, _Word], context: str) -> Mapping[_Word, Say]:
    """The label of each word, under that key."""
    section = fields.section(key)
    labels = {meant: told(section.text(word, SHORT), context) for word, meant in words.items()}
    section.close()
    return labels


def read_readiness(fields: Fields) -> Readiness:
    """The two shares, from 0 to 1, and their reason."""
    essential = Fraction(fields.number("esenciales_que_cumplen", "0", "1"))
    index = Fraction(fields.number("indice_de_cada_dimension", "0", "1"))
    reason = told(fields.text("motivo"), "edicion")
    fields.close()
    return Readiness(essential, index, reason)


def read_bands(fields: Fields) -> tuple[Band, ...]:
    """The bands: the first from 0, each above the one before, and one without a minimum for the ready."""
    bands: list[Band] = []
    for each in fields.sections("bandas"):
        minimum = Fraction(each.number("desde", "0", "1")) if "desde" in each else None
        each.allow("desde")
        id = each.code("id", r"[a-z_]+", "desarrollo", [band.id for band in bands])
        bands.append(Band(id, told(each.text("nombre", SHORT), "edicion"), minimum))
        each.close()
    steps = [band.minimum for band in bands if band.minimum is not None]
    if bands and len(bands) - len(steps) != 1:
        what = "Exactamente una banda va sin «desde»: la de quienes están listas."
        fields.complain("bandas", what, "Deje solo una sin «desde».")
    if bands and (not steps or steps[0] != 0 or steps != sorted(set(steps))):
        fields.complain("bandas", "Las bandas no suben desde 0.", "La primera va desde 0.0 y cada una desde un número mayor.")
    return tuple(bands)

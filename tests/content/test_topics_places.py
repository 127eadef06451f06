"""A commune named inside a question: by any usual name, misspelt, in six languages; not where the words mean another thing."""

import pytest

from content.reading import read_communes
from content.topics import Topics
from tests import read

COMMUNES = read_communes()


@pytest.fixture(scope="module")
def topics() -> Topics:
    """As learnt from the examples."""
    return read.content().topics


NAMED = {
    "temukoo": "Temuco", "stgo centro": "Santiago", "valpo": "Valparaíso", "binia del mar": "Viña del Mar",
    "chiyan": "Chillán", "los anjeles": "Los Ángeles", "pto montt": "Puerto Montt", "quilikura": "Quilicura",
    "vivo en kilpue y busco pega": "Quilpué", "arriendo pieza en colina": "Colina", "la posta de victoria": "Victoria",
    "mwen abite nan estasyon santral": "Estación Central", "i live in temuco, need a doctor": "Temuco",
    "moro em Iquique": "Iquique", "j'habite à Valparaiso": "Valparaíso", "我住在圣地亚哥": "Santiago",
    "我在安托法加斯达": "Antofagasta", "康赛普西翁": "Concepción", "consultorio en san pedro de la paz": "San Pedro de la Paz",
    "Providensia, busco pega": "Providencia", "a school in Puente Alta": "Puente Alto", "recolleta here": "Recoleta",
    "moving to San Pedro de Atakama": "San Pedro de Atacama", "moro em Porto Monte": "Puerto Montt", "Kolchann": "Colchane",
    "奥索诺这边有没有医院": "Osorno", "I reached Colchani on foot, where do I sleep": "Colchane",
    "女儿刚来，huechulaba有没有学校": "Huechuraba",
    "vengo de arica y ahora vivo en talca": "Talca", "soy de santa cruz, bolivia, estoy en iquique": "Iquique",
}  # fmt: skip

OTHERWISE = [
    "certificado de nacimiento", "soy de cartagena", "mi hijo lautaro no duerme", "la señora victoria me debe plata",
    "region de antofagasta", "araucania", "tengo frio en la noche", "donde puedo retirar plata", "no tengo papeles",
    "tenho fome", "minha vinha", "ele levou tudo", "por favor, una ayuda", "em casa", "in hospital", "Atlantis", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_commune_is_found_in_the_words(topics: Topics, text: str, name: str) -> None:
    assert COMMUNES.of(topics.about(text).commune).name == name


@pytest.mark.parametrize("text", OTHERWISE)
def test_words_that_name_none_name_none(topics: Topics, text: str) -> None:
    assert topics.about(text).commune == ""

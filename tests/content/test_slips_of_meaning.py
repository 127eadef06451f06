"""Thresholds nobody can reach, and rules of the model that a file breaks."""

from pathlib import Path

import pytest

from tests.content.slips import EDITION, INS, OTR, PROFILE, Slip, check

SLIPS = [
    # Thresholds
    Slip(INS, "en_parte: {al_menos: 1}", "en_parte: {al_menos: 4}", "Nadie puede marcar 4 opciones", "Hay 3 opciones"),
    Slip(INS, "con: [a]", "con: [z]", "«con» menciona «z»", "Puede ser: a, b, c."),
    Slip(INS, "con: [a]", "con: [d]", "«con» menciona «d»", "Puede ser: a, b, c."),
    Slip(
        INS,
        "{al_menos: 3, con: [a]}\n    en_parte: {al_menos: 1}",
        "{al_menos: 1}\n    en_parte: {al_menos: 3}",
        "«en_parte» pide lo mismo o más",
        "un número menor",
        at="    en_parte: {al_menos: 3}",
    ),
    Slip(INS, "en_parte: {desde: 2}", "en_parte: {desde: 10}", "«en_parte» pide lo mismo o más", "un número menor"),
    Slip(INS, "cumple: {desde: 10}", "cumple: {desde: 101}", "«cumple» pide 101, fuera del rango", "entre 0 y 100"),
    Slip(INS, "cumple: {desde: 10}", "cumple: {desde: 10.5}", "el rango no acepta decimales", "decimales: sí"),
    Slip(INS, "desde: 0, hasta: 100", "desde: 100, hasta: 0", "El rango está al revés", "Cámbielos"),
    Slip(INS, "en_parte: {hasta_meses: 72}", "en_parte: {hasta_meses: 36}", "acepta menos meses", "más meses"),
    Slip(EDITION, "indice_de_cada_dimension: 0.60", "indice_de_cada_dimension: 60", "fuera de rango: 60", "entre 0 y 1"),
    Slip(EDITION, "documento_maximo_mb: 20", "documento_maximo_mb: 50", "fuera de rango: 50", "entre 1 y 20"),
    Slip(EDITION, "desde: 0.50", "desde: 0.0", "Las bandas no suben desde 0", "número mayor", at="bandas:"),
    Slip(
        EDITION,
        'nombre: "Lista"',
        'nombre: "Lista", desde: 0.9',
        "Exactamente una banda va sin «desde»",
        "Deje solo una",
        at="bandas:",
    ),
    # Rules of the model
    Slip(OTR, "esencial: no", "esencial: sí", "es una propuesta y no puede ser esencial", "«esencial: no»"),
    Slip(
        OTR,
        "    cumple: cualquier_fecha",
        "    decisiva: no\n    cumple: cualquier_fecha",
        "no tiene ninguna pregunta decisiva",
        "Quite «decisiva: no»",
        at="  preguntas:",
    ),
    Slip(
        INS,
        "    decisiva: no\n    largo",
        "    largo",
        "Un texto no se califica solo",
        "Agregue «decisiva: no»",
        at="    tipo: texto",
    ),
    Slip(INS, '    tapar: "RUT"\n', "", "Falta decir qué datos se tapan", "Agregue «tapar: …»", at="    datos_personales: sí"),
    Slip(
        INS,
        ", sola: sí}",
        '}\n    - {id: e, texto: "E", sola: yes}',
        "«sola» no puede ser «yes»",
        "Escriba sí o no.",
        at="    - {id: e",
    ),
    Slip(
        INS,
        '    - {id: b, texto: "Comienza", resultado: en_parte}\n    - {id: c, texto: "No hay", resultado: aun_no}\n',
        "",
        "Hay una sola opción",
        "Agregue otra",
        at="    opciones:",
    ),
    Slip(
        PROFILE,
        "- {perfil: inicial}",
        "- {perfil: inicial, cuando: {PF1: [b]}}",
        "no vale para todos los casos",
        "Quite su «cuando»",
    ),
    Slip(
        PROFILE, ", cuando: {PF1: [b]}}", "}", "Las reglas que siguen nunca se usan", "al final", at="- {perfil: con_experiencia"
    ),
    Slip(
        PROFILE,
        "- {perfil: con_experiencia, cuando: {PF1: [b]}}\n",
        "",
        "Ninguna regla lleva al perfil «con_experiencia»",
        "Agregue una regla",
        at="reglas:",
    ),
    Slip(EDITION, "estado: vigente", "estado: borrador", "Ninguna edición está vigente", "en una sola", at='edicion: "1.0.0"'),
    Slip(
        EDITION, 'edicion: "1.0.0"', 'edicion: "1.1.0"', "La edición dice «1.1.0», pero su carpeta es «1.0.0»", "el mismo nombre"
    ),
]


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_slip_is_named_with_its_line_and_remedy(slip: Slip, tmp_path: Path) -> None:
    check(slip, tmp_path)

"""Codes that are wrong, taken, or of something that does not exist."""

from pathlib import Path

import pytest

from tests.content.slips import CONTRADICTIONS, EDITION, INS, OTR, PROFILE, SOURCES, Slip, check

SLIPS = [
    # Codes
    Slip(
        INS,
        "pregunta: INS-1.2",
        "pregunta: INS-1.1",
        "«INS-1.1» está dos veces",
        "Cambie el código",
        at="- pregunta: INS-1.1\n    tipo: una",
    ),
    Slip(INS, "pregunta: INS-1.6", "pregunta: 1.6", "«1.6» no sirve como «pregunta»", "«INS-1.1»"),
    Slip(INS, "criterio: INS-1", "criterio: ADH-1", "«ADH-1» no sirve como «criterio»", "«INS-1»"),
    Slip(INS, "dimension: INS", "dimension: Inst", "«Inst» no sirve como «dimension»", "«INS»"),
    Slip(OTR, "dimension: OTR", "dimension: INS", "«INS» está dos veces", "Cambie el código"),
    Slip(
        INS,
        '{id: b, texto: "Comienza"',
        '{id: a, texto: "Comienza"',
        "Dos opciones tienen el mismo id: «a»",
        "Cambie una",
        at="    opciones:",
    ),
    Slip(
        INS,
        'texto: "Educación"',
        'texto: "Salud"',
        "Dos opciones tienen el mismo texto",
        "Cambie una",
        at='    opciones:\n    - {id: a, texto: "Salud"}',
    ),
    Slip(INS, '{id: c, texto: "No hay"', '{id: NO, texto: "No hay"', "«NO» no sirve como «id»", "«a»"),
    Slip(EDITION, 'fecha: "2026-11-23"', "fecha: 23-11-2026", "«23-11-2026» no sirve como «fecha»", "«2026-11-23»"),
    Slip(SOURCES, "codigo: S2", "codigo: S1", "«S1» está dos veces", "Cambie el código", at='- {codigo: S1, titulo: "Un libro"'),
    Slip(SOURCES, "https://example.cl/sello", "https://example.cl/…", "no sirve como «direccion»", "https://"),
    # What is named must exist
    Slip(INS, "fuentes: [S1, S2]", "fuentes: [S1, S3]", "La fuente «S3» no está en fuentes.yaml", "Puede ser: S1, S2."),
    Slip(INS, "cuando: {INS-1.2: [a, b]}", "cuando: {INS-1.2: [a, z]}", "INS-1.2 no tiene la opción «z»", "Puede ser: a, b, c."),
    Slip(
        INS,
        "cuando: {INS-1.2: [a, b]}",
        "cuando: {INS-1.5: [sin_fecha]}",
        "menciona «INS-1.5», que no está disponible aquí",
        "¿Quiso decir «INS-1.",
    ),
    Slip(INS, "cuando: {INS-1.2: [a, b]}", "cuando: {PF1: [a]}", "Solo puede nombrar preguntas anteriores", "Puede ser: INS-1.1"),
    Slip(INS, "cuando: {INS-1.2: [a, b]}", "cuando: {INS-1.2: a}", "Las opciones de INS-1.2 van en una lista", "[a, b]"),
    Slip(INS, "cuando: {INS-1.2: [a, b]}", "cuando: INS-1.2 = a", "«cuando» no se entiende", "cuando: {PF1: [a, b]}"),
    Slip(CONTRADICTIONS, "INS-1.1: [no]", "INS-1.6: [no]", "INS-1.6 no tiene opciones que nombrar", "Use una pregunta de"),
    Slip(CONTRADICTIONS, "INS-1.5: [con_fecha]", "INS-1.5: [fecha]", "INS-1.5 no tiene la opción «fecha»", "_fecha»?"),
    Slip(CONTRADICTIONS, ", INS-1.5: [con_fecha]", "", "nombra al menos dos preguntas", "Agregue la otra", at="  cuando"),
    Slip(
        CONTRADICTIONS,
        "  cuando: {INS-1.1: [no], INS-1.5: [con_fecha]}\n",
        "",
        "Falta «cuando»",
        "Diga qué respuestas",
        at="- id: fecha",
    ),
    Slip(EDITION, "primeras_tareas: [INS-1]", "primeras_tareas: [INS-9]", "«INS-9» no es un criterio", "¿Quiso decir «INS-1»?"),
    Slip(
        EDITION,
        "primeras_tareas: [INS-1]",
        "primeras_tareas: [OTR-1]",
        "«OTR-1» no es un criterio que aplique al perfil inicial",
        "INS-1",
    ),
    Slip(EDITION, "primeras_tareas: [INS-1]", "primeras_tareas: [INS-1, INS-1]", "Hay una tarea repetida", "una sola vez"),
    Slip(
        OTR, "aplica_a: [revalidacion]", "aplica_a: [revalida]", "No existe el perfil «revalida»", "¿Quiso decir «revalidacion»?"
    ),
    Slip(INS, "resultado: en_parte}", "resultado: en parte}", "«resultado» no puede ser «en parte»", "¿Quiso decir «en_parte»?"),
    Slip(
        INS,
        "base: publicado\n  fuentes",
        "base: publicada\n  fuentes",
        "«base» no puede ser «publicada»",
        "¿Quiso decir «publicado»?",
    ),
    Slip(INS, "tipo: numero", "tipo: número", "«tipo» no puede ser «número»", "¿Quiso decir «numero»?"),
    Slip(PROFILE, "tipo: una", "tipo: numero", "«tipo» no puede ser «numero»", "Puede ser: una, fecha"),
    Slip(
        EDITION, "estado: vigente", "estado: activa", "«estado» no puede ser «activa»", "Puede ser: vigente, borrador, anterior"
    ),
]


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_slip_is_named_with_its_line_and_remedy(slip: Slip, tmp_path: Path) -> None:
    check(slip, tmp_path)

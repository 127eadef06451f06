"""What a person may write wrongly: keys, types, texts, and what YAML does not take."""

from pathlib import Path

import pytest

from tests.content.slips import CONTRADICTIONS, EDITION, INS, PROFILE, Slip, check

SLIPS = [
    # Keys
    Slip(INS, "  firma:", "  frima:", "No conocemos «frima»", "¿Quiso decir «firma»?"),
    Slip(INS, "  firma:", "  frima:", "Falta «firma»", "Agregue una línea «firma: …»", at="- criterio: INS-1"),
    Slip(INS, '    unidad: "horas"\n', "", "Falta «unidad»", "Agregue una línea", at="- pregunta: INS-1.4"),
    Slip(
        INS,
        "    decisiva: no\n",
        "    decisiva: no\n    decisiva: no\n",
        "«decisiva» está dos veces",
        "la primera está en la línea",
        at="    decisiva: no\n    largo",
    ),
    Slip(
        INS,
        "    resultados: {sí: cumple, no: aun_no}",
        "    opciones: []\n    resultados: {sí: cumple, no: aun_no}",
        "No conocemos «opciones»",
        "Puede ser:",
    ),
    Slip(EDITION, "aviso:", "avisos:", "No conocemos «avisos»", "¿Quiso decir «aviso»?"),
    Slip(PROFILE, "perfil: con_experiencia", "perfil: experiencia", "«perfil» no puede ser «experiencia»", "«con_experiencia»"),
    # Types
    Slip(INS, "esencial: sí", "esencial: quizás", "«esencial» no puede ser «quizás»", "Escriba sí o no."),
    Slip(INS, "fuentes: [S1, S2]", "fuentes: S1", "«fuentes» debe ser una lista", "Mire cómo está escrito"),
    Slip(INS, "fuentes: [S1, S2]", "fuentes: []", "«fuentes» debe ser una lista con al menos un elemento", "Mire cómo"),
    Slip(INS, 'nombre: "Un plan"', "nombre: [Un plan]", "«nombre» debe ser un solo valor", "Mire cómo está escrito"),
    Slip(INS, "cumple: {desde: 10}", "cumple: 10", "«cumple» debe ser claves y valores", "Mire cómo está escrito"),
    Slip(INS, "cumple: {desde: 10}", "cumple: {desde: diez}", "«desde» no es un número: «diez»", "Escriba cifras"),
    Slip(EDITION, "0.90", '"0,90"', "«esenciales_que_cumplen» no es un número", "con punto: 0.90"),
    Slip(INS, "al_menos: 3", "al_menos: 2.5", "«al_menos» debe ser un número entero", "sin decimales"),
    Slip(INS, 'documentos: ["El plan"]', "documentos: [{plan: 1}]", "«documentos» debe ser una lista de valores simples", "Mire"),
    Slip(
        INS,
        "- pregunta: INS-1.1",
        "- INS-1.1\n  - pregunta: INS-1.1",
        "«preguntas» debe ser claves y valores",
        "Mire",
        at="- INS-1.1",
    ),
    # Texts
    Slip(INS, 'texto: "¿Hay un plan?"', 'texto: ""', "«texto» está vacío", "Escriba el texto."),
    Slip(INS, 'texto: "¿Hay un plan?"', "texto:", "«texto» está vacío", "Escriba el texto."),
    Slip(INS, 'texto: "¿Hay un plan?"', f'texto: "{"x" * 301}"', "«texto» tiene 301 caracteres", "caben 300"),
    Slip(INS, 'texto: "Salud"', f'texto: "{"x" * 65}"', "«texto» tiene 65 caracteres", "caben 64"),
    Slip(INS, 'texto: "¿Hay un plan?"', "texto: Plan #1 del año", "El signo «#» corta el texto", "entre comillas dobles"),
    Slip(INS, '"Hay un plan."', '"Hay {n} planes."', "hay una llave que no conocemos", "sin llaves"),
    Slip(INS, '"Hay un plan."', '"Hay <b>un</b> plan."', "hay una marca, «<b>»", "sin negritas ni etiquetas"),
    Slip(INS, '"Hay un plan."', '"Escriba a [[CORREO]]."', "hay un espacio por llenar", "Escriba aquí el dato."),
    Slip(INS, '"Hay un plan."', '"El bot ayuda."', "no usamos «bot»", "Escriba el asistente."),
    Slip(INS, '"Hay un plan."', '"Pida los antecedentes."', "no usamos «antecedentes»", "Escriba documentos."),
    Slip(INS, '"Hay un plan."', '"Atienda a los extranjeros."', "no usamos «los extranjeros»", "persona migrante"),
    Slip(INS, '"Hay un plan."', '"El criterio fue Rechazado."', "no usamos «Rechazado»", "aún no cumple"),
    Slip(INS, '"Hay un plan."', '"Los funcionarios/as."', "no usamos «funcionarios/as»", "todas las personas"),
    # Writing that YAML does not take
    Slip(
        INS, 'nombre: "Un plan"', "nombre: Un plan: nuevo", "dos puntos («:») en un texto sin comillas", "entre comillas dobles"
    ),
    Slip(INS, '  firma: "Alcaldía."', '\tfirma: "Alcaldía."', "Hay un tabulador", "por espacios"),
    Slip(INS, '  firma: "Alcaldía."', '   firma: "Alcaldía."', "La sangría no calza", "Alinee la línea"),
    Slip(INS, 'nombre: "Un plan"', 'nombre: "Un "gran" plan"', "unas comillas cierran mal", "Alinee la línea"),
    Slip(INS, 'nombre: "Un plan"', 'nombre: "Un \\plan"', "Hay una barra invertida", "dos veces"),
    Slip(INS, 'nombre: "Un plan"', "nombre: *Un plan", "comienza con «*»", "entre comillas"),
    Slip(INS, 'nombre: "Un plan"', "nombre: @plan", "signo reservado", "entre comillas"),
    Slip(INS, 'nombre: "Un plan"', "nombre: %plan", "signo reservado", "entre comillas"),
    Slip(INS, '  firma: "Alcaldía."', '  firma:"Alcaldía."', "Falta «: »", "«clave: valor»"),
    Slip(INS, "fuentes: [S1, S2]", "fuentes: [S1, S2", "está mal cerrado o le falta una coma", "cierre", at="  esencial"),
    Slip(
        EDITION,
        'motivo: "Es un ejemplo."\nbandas',
        'motivo: "Es un ejemplo.\nbandas',
        "cierran mal aquí o más arriba",
        "revíselas",
        at="- {id: baja",
    ),
    Slip(CONTRADICTIONS, '"Revise si hay plan."', '"Revise si hay plan.', "sin cerrar", "Ciérrelos"),
    Slip(EDITION, "documento_maximo_mb", "---\ndocumento_maximo_mb", "Hay una línea «---»", "Quítela"),
    Slip(INS, 'nombre: "Un plan"', "nombre: &Un plan", "comienza con «&»", "entre comillas"),
    Slip(INS, 'nombre: "Un plan"', "nombre: !Un plan", "comienza con «!»", "entre comillas"),
    Slip(INS, "fuentes: [S1, S2]", "fuentes: &a [*a]", "comienza con «&»", "entre comillas"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_slip_is_named_with_its_line_and_remedy(slip: Slip, tmp_path: Path) -> None:
    check(slip, tmp_path)

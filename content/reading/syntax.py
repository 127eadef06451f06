"""What YAML says of a file it cannot read, in plain Spanish with a remedy."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

QUOTE = "Escriba el texto entre comillas dobles."

# Pieces of ruamel.yaml's English messages; the first that occurs holds.
_MEANINGS = (
    ("character '\\t'", "Hay un tabulador.", "Reemplácelo por espacios."),
    ("mapping values are not allowed", "Hay dos puntos («:») en un texto sin comillas.", QUOTE),
    ("could not find expected ':'", "Falta «: » después de la clave, o la sangría no calza.", "Escriba «clave: valor»."),
    ("found unexpected end of stream", "Unas comillas o un paréntesis quedaron sin cerrar.", "Ciérrelos."),
    ("found unknown escape character", "Hay una barra invertida («\\») entre comillas.", "Quítela o escríbala dos veces."),
    ("expected ',' or", "Una lista «[…]» o un grupo «{…}» está mal cerrado o le falta una coma.", "Separe con comas y cierre."),
    ("found undefined alias", "Un texto comienza con «*».", QUOTE),
    ("found duplicate anchor", "Un texto comienza con «&».", QUOTE),
    ("cannot start any token", "Un texto comienza con un signo reservado.", QUOTE),
    ("expected a single document", "Hay una línea «---» en medio del archivo.", "Quítela."),
    ("expected alphabetic or numeric character", "Un texto comienza con «*» o «&».", QUOTE),
    (
        "expected <block end>",
        "La sangría no calza, o unas comillas cierran mal aquí o más arriba.",
        "Alinee la línea y revíselas.",
    ),
    ("while scanning a directive", "Un texto comienza con «%».", QUOTE),
)


def explain(error: YAMLError) -> tuple[int, str, str]:
    """The line from 1, what is wrong, and how to mend it."""
    if isinstance(error, ReaderError):
        return 1, "Hay un carácter que no se puede leer.", "Borre los caracteres invisibles y guarde en UTF-8."
    if not isinstance(error, MarkedYAMLError):
        return 1, "El archivo no se puede leer.", "Compárelo con la edición anterior."
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    said = f"{error.context or ''} {error.problem or ''}"
    # What was left open, or not understood as a key, began before the place where YAML gave up.
    if error.context_mark and any(piece in said for piece in ("quoted scalar", "simple key")):
        line = error.context_mark.line + 1
    for piece, what, remedy in _MEANINGS:
        if piece in said:
            return line, what, remedy
    return line, "El archivo no se puede leer desde esta línea.", "Revise comillas, espacios y «:» aquí y en la línea anterior."

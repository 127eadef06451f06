"""The dialogue that every rival holds: questions with three buttons, answered by a press, drawn on the same message."""

LENGTH = 20


def question_after(question: int) -> int:
    """The question that follows; after the last one the first again."""
    return question % LENGTH + 1


def title(question: int) -> str:
    """The first line of a question's screen."""
    return f"Pregunta {question} de {LENGTH}"


def asked(question: int) -> str:
    """The question itself."""
    return f"¿Tiene la municipalidad el requisito {question}, con una persona responsable y un documento que lo muestre?"


def html(question: int) -> str:
    """The whole screen."""
    return f"<b>{title(question)}</b>\n\n{asked(question)}"


def buttons(question: int) -> list[list[tuple[str, str]]]:
    """Rows of labels with what they carry."""
    return [[("Sí", f"r|yes|Q{question}"), ("No", f"r|no|Q{question}")], [("Volver", f"b|Q{question}")]]

"""How a question can be answered, and what to do about an answer that could not be read."""

from bot.dialogue.person import Draft
from bot.dialogue.voice import say
from content.kinds import Dating, Evidence, Number, OneOf, SomeOf, Writing, YesNo
from content.programme import Question
from content.sentences import Text


def hint_for(question: Question) -> Text:
    """One sentence on how this kind of question is answered."""
    match question.kind:
        case YesNo():
            return say("Elija una opción, o escriba Sí o No.")
        case OneOf():
            return say("Elija una opción, o escriba su número.")
        case SomeOf():
            return say("Marque todas las que correspondan y elija Listo. También puede escribir los números: 1, 3.")
        case Number(unit=unit, minimum=minimum, maximum=maximum):
            return say("Escriba un número ({unit}), de {minimum} a {maximum}.", unit=unit, minimum=minimum, maximum=maximum)
        case Dating():
            return say("Escriba el mes y el año, por ejemplo: marzo de 2026.")
        case Writing():
            return say("Escriba su respuesta en un mensaje. Bastan unas pocas frases.")
        case Evidence():
            return say("Envíe aquí archivos o fotos, o escriba un enlace. Puede enviar varios.")


def slip_in_words(question: Question, draft: Draft) -> tuple[Text, ...]:
    """What was typed, what happened and how to mend it; a RUT is not repeated."""
    match draft.slip:
        case "rut":
            return (say("Su mensaje traía un RUT y no lo guardamos. No necesita enviarlo. Bórrelo de este chat."),)
        case "other":
            return (say("Eso no lo podemos usar como respuesta a esta pregunta."),)
    return (say("Usted escribió: «{typed}».", typed=draft.typed[:200]), _mend(question, draft.slip))


def _mend(question: Question, slip: str) -> Text:
    match question.kind, slip:
        case Number(), "range":
            return say("Ese número está fuera de lo que se puede responder.")
        case Number(), "whole":
            return say("Aquí va un número entero, sin decimales.")
        case Number(), _:
            return say("No pudimos leer un número. Escriba uno solo, por ejemplo: 20.")
        case Dating(), "future":
            return say("Ese mes todavía no llega. Escriba el mes en que ocurrió.")
        case Dating(), _:
            return say("No pudimos leer la fecha.")
        case Evidence(), _:
            return say("No pudimos leer un enlace. Debe empezar con https. También puede enviar un archivo o una foto.")
        case _, "range":
            return say("Ese número no está en la lista.")
    return say("No pudimos leer su respuesta. Elija una de las opciones.")

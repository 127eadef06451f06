"""What each language asks of its own spelling and punctuation, and the words that it does not use with people."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from content.extraction.translations import Fault
from content.languages import ENDONYMS
from content.wording import PLACEHOLDER

_APART = re.compile(r"https?://\S+|\S+@\S+\.\S+|\[\[[^\]]*\]\]|(?<!\S)/[a-z_]+\b")
_WORD = re.compile(r"[^\W\d_]+")
_CHINESE = "[\u4e00-\u9fff]"

_NOT_OURS = "no usamos «{found}»."
_UNREADABLE = "«{found}» no se puede leer en voz alta."
_STATUS = "Diga «sin permiso de residencia vigente», y solo donde importa; vea el glosario."
_INCLUDING = "Busque una palabra que incluya a todas las personas."
_ENDINGS = r"\w@(?!\w)|\b\w+[oe]s?/as?\b"
_BRITISH = r"\b\w{3,}(?<!.s)iz(?:e|es|ed|ing|ation|ations)\b|\b(?:center|color|labor|program)\b"


class Rule(NamedTuple):
    """A pattern that must not be found, what to say of it, and what to do."""

    pattern: str
    what: str
    remedy: str


_QUOTES = Rule('"', "hay comillas rectas.", "Use «…» en español y francés, “…” en los demás.")
_JARGON = Rule(r"\b(?:bots?|tickets?|tokens?|submit|feedback)\b", _NOT_OURS, "Diga asistente, caso, código, enviar u opinión.")
_APOSTROPHE = Rule("'", "hay un apóstrofo recto.", "Use ’.")

_RULES: Mapping[str, tuple[Rule, ...]] = {
    "es": (_QUOTES, Rule(_ENDINGS, _UNREADABLE, _INCLUDING)),
    "ht": (
        _QUOTES,
        _JARGON,
        Rule(r"\s[?!:;]", "hay un espacio antes de un signo.", "En criollo no va: quítelo."),
        Rule(
            r"\w[’'](?:m|w|l|n|y|ap|an|a)\b|\b[mwlny][’']",
            "pronombre con apóstrofo, «{found}».",
            "Escriba mwen, ou, li, nou, yo aparte.",
        ),
        Rule(r"\w-(?:mwen|m|ou|w|li|l|nou|n|yo|y|la|a|an|nan)\b", "palabra con guion, «{found}».", "Sepárela con un espacio."),
        Rule(r"\b(?:ilegal|klandesten|san papye)\b", _NOT_OURS, _STATUS),
    ),
    "en": (
        _QUOTES,
        _JARGON,
        _APOSTROPHE,
        Rule(r"\b(?:illegal|alien)\b", _NOT_OURS, _STATUS),
        Rule(_BRITISH, "«{found}» no es ortografía británica.", "Use -ise, -isation, centre, colour, labour, programme."),
    ),
    "pt_BR": (
        _QUOTES,
        _JARGON,
        Rule(rf"{_ENDINGS}|\b\w+\(as?\)", _UNREADABLE, _INCLUDING),
        Rule(r"\b(?:ilegal|clandestin[oa]s?)\b", _NOT_OURS, _STATUS),
        Rule(
            r"\b(?:telemóvel|ecrã|utilizador\w*|ficheiros?|guardar)\b",
            "«{found}» es de Portugal.",
            "Diga celular, tela, pessoa, arquivo, salvar.",
        ),
    ),
    "fr": (
        _QUOTES,
        _JARGON,
        _APOSTROPHE,
        Rule(r"(?<![\u202f?!])[;?!]", "falta el espacio fino antes de «{found}».", "Ponga U+202F antes de ; ? !"),
        Rule(r"(?<![\u00a0\d]):|(?<!\u00a0):(?!\d)", "falta el espacio duro antes de «:».", "Ponga U+00A0."),
        Rule(r"«(?!\u00a0)|(?<!\u00a0)»", "falta el espacio duro dentro de las comillas.", "Ponga U+00A0 tras « y antes de »."),
        Rule(r"\w·\w|\w\((?:e|ne|s|es)\)", _UNREADABLE, "Sin punto medio ni paréntesis: la personne, le personnel."),
        Rule(r"\b(?:clandestin\w*|sans-papiers|illéga\w+)\b", _NOT_OURS, _STATUS),
    ),
    "zh_Hans": (
        _JARGON,
        Rule('"', "hay comillas rectas.", "Use “ ”."),
        Rule(
            rf"{_CHINESE}\s*[,?!;:.(]|[,?!;:)]\s*{_CHINESE}", "hay un signo de medio ancho en «{found}».", "Use ，。？！：；（）"
        ),
        Rule(
            rf"{_CHINESE}[ \u00a0]+[A-Za-z0-9{{]|[A-Za-z0-9}}][ \u00a0]+{_CHINESE}",
            "hay un espacio entre chino y letras o cifras.",
            "Quítelo.",
        ),
        Rule(r"[，。？！：；（）“”、] | [，。？！：；（）“”、]", "hay un espacio junto a un signo.", "Quítelo."),
        Rule(r"你|(?<![其吉])他(?!人)|她", _NOT_OURS, "Diga 您, 本人, 对方."),
        Rule("非法移民|偷渡客|黑户|老外", _NOT_OURS, _STATUS),
    ),
}

_NOT_IN_CREOLE = re.compile(r"[éùqxáíóúüñçâêîôûëï]|c(?!h)|(?<!o)u(?!i)|à(?!n)", re.IGNORECASE)


def misspellings(text: str, source: str, language: str, known: str = "") -> Iterator[Fault]:
    """What the language's own rules say against a text. Words of its Spanish `source` and of `known` may stay as they are."""
    bare = _APART.sub("", text)
    for pattern, what, remedy in _RULES[language]:
        if found := re.search(pattern, bare, re.IGNORECASE):
            yield what.format(found=found[0]), remedy
    if language == "ht":
        yield from _foreign_letters(bare, f"{source} {known} {' '.join(ENDONYMS.values())}")


def _foreign_letters(text: str, known: str) -> Iterator[Fault]:
    allowed = {word.casefold() for word in _WORD.findall(known)}
    for word in _WORD.findall(PLACEHOLDER.sub("", text)):
        if word.casefold() not in allowed and not word.isupper() and _NOT_IN_CREOLE.search(word):
            yield f"«{word}» tiene letras que la ortografía oficial no usa.", "Corríjalo, o copie el nombre de la fuente."

"""The keys of a sheet, read one by one as what they should be; a slip becomes a complaint and a harmless stand-in."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from re import fullmatch
from typing import TypeVar

from content.reading.complaints import Complaints, Spot
from content.reading.nodes import Row, Scalar, Sheet, Written
from content.reading.style import faults

_Word = TypeVar("_Word")
YES_NO = {"sí": True, "si": True, "true": True, "no": False, "false": False}
SHORT, LINE, PARAGRAPH = 64, 160, 400
"""Longest texts in characters: a button, a name, a paragraph."""


class Fields:
    """One sheet while it is read. Every reader ends with `close()`, which complains of keys that nobody asked for."""

    def __init__(self, sheet: Sheet, complaints: Complaints) -> None:
        self.sheet, self.complaints = sheet, complaints
        self._asked: list[str] = []

    @classmethod
    def missing(cls) -> "Fields":
        """Stands in for a sheet that is not there, which was complained of already."""
        return cls(Sheet(Spot(""), {}, {}), Complaints())

    def __contains__(self, key: str) -> bool:
        return key in self.sheet.entries

    def spot(self, key: str) -> Spot:
        """Where that key stands, or where it should."""
        return self.sheet.keys.get(key, self.sheet.spot)

    def complain(self, key: str, what: str, remedy: str) -> None:
        """A mistake at that key."""
        self.complaints.add(self.spot(key), what, remedy)

    def close(self) -> None:
        """Complains of the keys that are not known here."""
        for key in self.sheet.entries.keys() - set(self._asked):
            self.complaints.unknown(self.spot(key), f"No conocemos «{key}» en este lugar.", key, dict.fromkeys(self._asked))

    def text(self, key: str, longest: int = PARAGRAPH, *, values: Collection[str] = (), to_fill: bool = False) -> str:
        """A sentence to be shown, its style checked; `values` may stand in it as `{name}`, `to_fill` allows `[[CORREO]]`."""
        found = self._scalar(key)
        if found is None:
            return ""
        return read_text(found, key, longest, self.complaints, values, to_fill=to_fill)

    def maybe_text(self, key: str, longest: int = PARAGRAPH) -> str | None:
        """A sentence, or None where the key is left out."""
        return self.text(key, longest) if self._given(key) else None

    def texts(self, key: str, longest: int = LINE, *, values: Collection[str] = ()) -> tuple[str, ...]:
        """A list of sentences, at least one."""
        return tuple(read_text(item, key, longest, self.complaints, values) for item in self._scalars(key))

    def code(self, key: str, shape: str, such_as: str, taken: Iterable[str] = ()) -> str:
        """A code that has this shape and is not taken; `such_as` is an example for the complaint."""
        found = self._scalar(key)
        if found is None:
            return ""
        if fullmatch(shape, found.written) is None:
            self.complain(key, f"«{found.written}» no sirve como «{key}».", f"Escriba algo como «{such_as}».")
        if found.written in taken:
            self.complain(key, f"«{found.written}» está dos veces.", "Cambie el código de uno de los dos.")
        return found.written

    def codes(self, key: str) -> tuple[tuple[Spot, str], ...]:
        """A list of codes with the spot of each, at least one."""
        return tuple((item.spot, item.written) for item in self._scalars(key))

    def word(self, key: str, words: Mapping[str, _Word], default: _Word | None = None) -> _Word:
        """One of the words, as what it stands for; `default` where the key is left out."""
        if default is not None and not self._given(key):
            return default
        found = self._scalar(key)
        if found is not None and found.written in words:
            return words[found.written]
        if found is not None:
            self.complaints.unknown(found.spot, f"«{key}» no puede ser «{found.written}».", found.written, words)
        return next(iter(words.values()))

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Yes or no."""
        if default is not None and not self._given(key):
            return default
        found = self._scalar(key)
        if found is None:
            return False
        if found.written.lower() not in YES_NO:
            self.complaints.add(found.spot, f"«{key}» no puede ser «{found.written}».", "Escriba sí o no.")
        return YES_NO.get(found.written.lower(), False)

    def number(self, key: str, least: str = "0", most: str = "1000000") -> Decimal:
        """A number from `least` to `most`, written with a point."""
        found = self._scalar(key)
        if found is None:
            return Decimal(least)
        try:
            value = Decimal(found.written.replace("_", "x"))
        except InvalidOperation:
            self.complaints.add(found.spot, f"«{key}» no es un número: «{found.written}».", "Escriba cifras, con punto: 0.90.")
            return Decimal(least)
        if not (value.is_finite() and Decimal(least) <= value <= Decimal(most)):
            what = f"«{key}» está fuera de rango: {found.written}."
            self.complaints.add(found.spot, what, f"Debe estar entre {least} y {most}.")
            return Decimal(least)
        return value

    def whole(self, key: str, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number from `least` to `most`."""
        value = self.number(key, str(least), str(most))
        if value != value.to_integral_value():
            self.complain(key, f"«{key}» debe ser un número entero.", "Escríbalo sin decimales.")
        return int(value)

    def section(self, key: str) -> "Fields":
        """The sheet under that key."""
        self._asked.append(key)
        found = self.sheet.entries.get(key)
        if isinstance(found, Sheet):
            return Fields(found, self.complaints)
        self._lacks(key, found, "claves y valores")
        return Fields.missing()

    def sections(self, key: str) -> Iterator["Fields"]:
        """The sheets of the list under that key, at least one."""
        for item in self._items(key):
            if isinstance(item, Sheet):
                yield Fields(item, self.complaints)
            else:
                self._not_a(item, key, "claves y valores")

    def allow(self, *keys: str) -> None:
        """These keys may stand here, whether or not they were read."""
        self._asked.extend(keys)

    def is_word(self, key: str, word: str) -> bool:
        """Whether that key holds just this word."""
        found = self.raw(key)
        return isinstance(found, Scalar) and found.written == word

    def raw(self, key: str) -> Written | None:
        """What is written under that key, whatever it is."""
        self._asked.append(key)
        return self.sheet.entries.get(key)

    def _given(self, key: str) -> bool:
        self._asked.append(key)
        return key in self

    def _scalar(self, key: str) -> Scalar | None:
        found = self.raw(key)
        if isinstance(found, Scalar):
            return found
        self._lacks(key, found, "un solo valor")
        return None

    def _items(self, key: str) -> tuple[Written, ...]:
        found = self.raw(key)
        if isinstance(found, Row) and found.items:
            return found.items
        self._lacks(key, found, "una lista con al menos un elemento")
        return ()

    def _scalars(self, key: str) -> Iterator[Scalar]:
        for item in self._items(key):
            if isinstance(item, Scalar):
                yield item
            else:
                self._not_a(item, key, "una lista de valores simples")

    def _lacks(self, key: str, found: Written | None, wanted: str) -> None:
        if found is None:
            self.complaints.add(self.sheet.spot, f"Falta «{key}».", f"Agregue una línea «{key}: …» en este bloque.")
        else:
            self._not_a(found, key, wanted)

    def _not_a(self, found: Written, key: str, wanted: str) -> None:
        self.complaints.add(found.spot, f"«{key}» debe ser {wanted}.", "Mire cómo está escrito en otro lugar del archivo.")


def read_text(
    found: Scalar, key: str, longest: int, complaints: Complaints, values: Collection[str] = (), *, to_fill: bool = False
) -> str:
    """A sentence in one line of single spaces, with complaints about its style."""
    text = " ".join(found.written.split())
    if not text:
        complaints.add(found.spot, f"«{key}» está vacío.", "Escriba el texto.")
    if found.cut:
        complaints.add(found.spot, f"El signo «#» corta el texto de «{key}».", "Escriba todo el texto entre comillas dobles.")
    if len(text) > longest:
        complaints.add(found.spot, f"«{key}» tiene {len(text)} caracteres.", f"Acórtelo: caben {longest}.")
    for what, remedy in faults(text, values, to_fill=to_fill):
        complaints.add(found.spot, f"En «{key}»: {what}", remedy)
    return text

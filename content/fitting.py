"""Which service answers just these words, among those about the same thing: by words that people use who need it."""

from collections.abc import Iterable, Mapping

from content.hearing import plain, words_in
from content.local_services import LocalService


class Fitting:
    """Knows the keywords of services, and in which order they come where words do not decide."""

    def __init__(self, services: Iterable[LocalService]) -> None:
        listed = tuple(services)
        self.order: Mapping[str, int] = {each.id: at for at, each in enumerate(listed)}
        self._keywords = {each.id: tuple(map(_folded, each.keywords)) for each in listed if each.keywords}

    def fit(self, text: str) -> dict[str, float]:
        """By the id of a service, how many words of its keywords are said in a text; only those where there are any."""
        said = _folded(text)
        found = {
            id: sum(len(keyword) for keyword in keywords if _within(keyword, said)) for id, keywords in self._keywords.items()
        }
        return {id: float(number) for id, number in found.items() if number}


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_in(plain(text)))


def _within(keyword: tuple[str, ...], said: tuple[str, ...]) -> bool:
    return any(said[at : at + len(keyword)] == keyword for at in range(len(said) - len(keyword) + 1))

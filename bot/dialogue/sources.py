"""Where a requirement comes from, said the same way wherever it is shown."""

from bot.dialogue.screen import Block, folded_away, quiet
from bot.dialogue.spoken import basis_in_words
from bot.dialogue.voice import say
from content.programme import Criterion, Source
from content.sentences import Text


def basis_blocks(criterion: Criterion) -> tuple[Block, ...]:
    """Whether the programme asks for it, whether it is essential or a duty by law; and the sources, folded away."""
    lines: list[Text] = [basis_in_words(criterion.basis)]
    if criterion.essential:
        lines.append(say("Imprescindible"))
    if criterion.legal_duty:
        lines.append(say("No lo exige el Sello, pero sí la ley. No impide quedar lista."))
    return (quiet(*lines), folded_away(*(source_in_words(each) for each in criterion.sources)))


def source_in_words(source: Source) -> Text:
    """A source by its title, with its address where it can be shown."""
    if source.address is None:
        return say("Fuente: {title}", title=source.title)
    return say("Fuente: {title}, {address}", title=source.title, address=source.address)

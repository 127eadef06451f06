"""The choices of a question: numbered in the text, and a button each."""

from bot.dialogue import labels
from bot.dialogue.events import Finished, Marked, Replied
from bot.dialogue.screen import Block, Press, Row, para
from bot.dialogue.voice import say
from content.kinds import Dating, OneOf, SomeOf, YesNo
from content.programme import Question


def option_lines(question: Question) -> tuple[Block, ...]:
    """The choices with their numbers, in full; nothing for questions without a list."""
    match question.kind:
        case OneOf(options) | SomeOf(options):
            numbered = enumerate(options, start=1)
            return (para(*(say("{number}. {option}", number=number, option=option.label) for number, option in numbered)),)
    return ()


def option_rows(question: Question, marks: tuple[str, ...], over: int) -> tuple[Row, ...]:
    """A button for each choice, ticked where it is marked; `over` is the revision of the answer on the screen."""
    match question.kind:
        case YesNo():
            return ((Press(labels.YES, Replied("yes", question.id, over)), Press(labels.NO, Replied("no", question.id, over))),)
        case OneOf(options):
            return tuple((Press(option.label, Replied(option.id, question.id, over)),) for option in options)
        case SomeOf() as kind:
            return (*_ticked(question, kind, marks, over), (_confirming(question, marks, over),))
        case Dating(none_label=label) if label is not None:
            return ((Press(label, Replied("none", question.id, over)),),)
    return ()


def _ticked(question: Question, kind: SomeOf, marks: tuple[str, ...], over: int) -> tuple[Row, ...]:
    def press(option: str) -> Marked:
        return Marked(option, option not in marks, question.id, over)

    return tuple(
        (Press(say("✓ {option}", option=each.label) if each.id in marks else each.label, press(each.id)),)
        for each in kind.options
    )


def _confirming(question: Question, marks: tuple[str, ...], over: int) -> Press:
    if marks:
        return Press(labels.DONE, Finished(question.id, over))
    return Press(labels.NONE_OF_THESE, Replied("none", question.id, over))

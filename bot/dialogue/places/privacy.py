"""The notice: one line, then in full. `about` is empty, the number of a section counted from 1, or `all`."""

from bot.dialogue import labels
from bot.dialogue.coming_back import way_back
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, strong, title
from bot.dialogue.voice import button, say
from content.help import Section
from content.sentences import Text, Verbatim

ALL = "all"


def show(scene: Scene) -> Screen:
    """The contents, one section, or all of it in one go."""
    sections, about = scene.content.help.privacy, scene.standing.about
    if about == ALL:
        return _read(sections)
    if about.isdecimal() and 1 <= int(about) <= len(sections):
        return _read((sections[int(about) - 1],))
    return _contents(scene, sections)


def _contents(scene: Scene, sections: tuple[Section, ...]) -> Screen:
    numbered = tuple(enumerate(sections, start=1))
    lines: list[Text] = [say("{number}. {title}", number=number, title=each.title) for number, each in numbered]
    blocks = (title(say("Privacidad")), para(scene.content.help.privacy_line), para(*lines))
    presses = tuple(Press(Verbatim(str(number)), Opened(Place.PRIVACY, str(number))) for number, _ in numbered)
    rows: tuple[Row, ...] = (
        *in_rows(presses, 4),
        (Press(button("Leer el aviso completo"), Opened(Place.PRIVACY, ALL)),),
        (Press(labels.MY_DATA, Opened(Place.MY_DATA)), Press(labels.FORGET, Opened(Place.FORGETTING))),
    )
    return framed(blocks, (*rows, *way_back(scene)))


def _read(sections: tuple[Section, ...]) -> Screen:
    body = tuple(block for each in sections for block in _section(each))
    return framed((title(say("Privacidad")), *body), ((Press(labels.BACK, Opened(Place.PRIVACY)),),))


def _section(section: Section) -> tuple[Block, ...]:
    return (strong(section.title), para(*section.paragraphs))

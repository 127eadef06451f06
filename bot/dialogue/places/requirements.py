"""What is required, for anybody to read: by dimension, by criterion. `about` is empty, a dimension's id or a criterion's code."""

from bot.dialogue import labels, position
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.spoken import basis_in_words
from bot.dialogue.voice import button, say
from content.kinds import Evidence
from content.programme import Criterion, Dimension, Profile, Source
from content.sentences import Text, Verbatim


def show(scene: Scene) -> Screen:
    """All dimensions, one of them, or one criterion."""
    about = scene.standing.about
    for dimension in scene.programme.dimensions:
        if about == dimension.id:
            return _dimension(dimension)
        for criterion in dimension.criteria:
            if about == criterion.code:
                return _criterion(scene, dimension, criterion)
    return _dimensions(scene)


def _dimensions(scene: Scene) -> Screen:
    lines = tuple(say("{code} · {name}", code=each.id, name=each.name) for each in scene.programme.dimensions)
    blocks = (
        title(say("Requisitos del Sello Migrante")),
        para(say("Son seis grupos. Elija uno para ver qué se pide.")),
        para(*lines),
        quiet(scene.programme.disclaimer),
    )
    presses = tuple(Press(Verbatim(each.id), _to(each.id)) for each in scene.programme.dimensions)
    return framed(blocks, (*in_rows(presses, 3), (Press(labels.ABOUT, Opened(Place.ABOUT)),)))


def _dimension(dimension: Dimension) -> Screen:
    blocks = (
        title(say("{code} · {name}", code=dimension.id, name=dimension.name)),
        quiet(basis_in_words(dimension.basis)),
        *((para(dimension.note),) if dimension.note else ()),
        para(*(_listed(each) for each in dimension.criteria)),
    )
    presses = tuple(Press(Verbatim(each.code), _to(each.code)) for each in dimension.criteria)
    return framed(blocks, (*in_rows(presses, 4), (Press(labels.BACK, _to("")),)))


def _listed(criterion: Criterion) -> Text:
    if criterion.essential:
        return say("{code} {name} (imprescindible)", code=criterion.code, name=criterion.name)
    return say("{code} {name}", code=criterion.code, name=criterion.name)


def _criterion(scene: Scene, dimension: Dimension, criterion: Criterion) -> Screen:
    profile = scene.profile or Profile.STARTING
    blocks = (
        title(say("{code} · {name}", code=criterion.code, name=criterion.name)),
        quiet(*_standing(criterion)),
        strong(criterion.must_exist),
        para(say("Qué significa: {meaning}", meaning=criterion.meaning)),
        para(say("Ejemplo: {example}", example=criterion.example)),
        para(say("Cómo llegar: {guidance}", guidance=criterion.guidance[profile])),
        para(say("Quién firma o qué lo respalda: {signed_by}", signed_by=criterion.signed_by)),
        *_documents(criterion),
        quiet(say("El significado, el ejemplo y el consejo son propuestas, no requisitos oficiales.")),
        quiet(say("Fuentes:"), *map(_source, criterion.sources)),
    )
    return framed(blocks, (*_answering(scene, criterion), *_around(scene, criterion), (Press(labels.BACK, _to(dimension.id)),)))


def _standing(criterion: Criterion) -> tuple[Text, ...]:
    lines = [basis_in_words(criterion.basis)]
    if criterion.essential:
        lines.append(say("Imprescindible: si aún no cumple, conviene resolverlo antes de pedir la evaluación."))
    if criterion.legal_duty:
        lines.append(say("También es un deber legal de la municipalidad, con Sello o sin él."))
    if criterion.applies_to == {Profile.REVALIDATION}:
        lines.append(say("Solo se pregunta en la revalidación."))
    return tuple(lines)


def _documents(criterion: Criterion) -> tuple[Block, ...]:
    items = tuple(item for question in criterion.questions if isinstance(question.kind, Evidence) for item in question.kind.items)
    return (para(say("Documentos que sirven:"), *(say("– {item}", item=item) for item in items)),) if items else ()


def _source(source: Source) -> Text:
    if source.address is None:
        return say("{code}: {title}", code=source.code, title=Verbatim(source.title))
    return say("{code}: {title} {address}", code=source.code, title=Verbatim(source.title), address=source.address)


def _answering(scene: Scene, criterion: Criterion) -> tuple[Row, ...]:
    """Straight to its questions, for whoever is filling them in."""
    if scene.dossier is None or criterion not in position.tasks(scene):
        return ()
    return ((Press(button("Ir a las preguntas"), Opened(Place.QUESTION, criterion.code)),),)


def _around(scene: Scene, criterion: Criterion) -> tuple[Row, ...]:
    """The criteria before and after."""
    all_of_them = list(scene.programme.criteria())
    at = all_of_them.index(criterion)
    before = (Press(button("Anterior"), _to(all_of_them[at - 1].code)),) if at else ()
    after = (Press(labels.NEXT, _to(all_of_them[at + 1].code)),) if at + 1 < len(all_of_them) else ()
    return ((*before, *after),)


def _to(about: str) -> Opened:
    return Opened(Place.REQUIREMENTS, about)

"""What is said at each return: where the work stands, how much is done, and who was here last."""

from bot.dialogue import position
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.voice import say
from content.sentences import Text


def where_the_work_stands(scene: Scene) -> tuple[Text, ...]:
    """The next task, how many questions are answered, and the last answer with its author (or their post) and day."""
    lines: list[Text] = []
    if scene.dossier and scene.dossier.is_practice:
        lines.append(say("Esto es una práctica. Solo usted la ve."))
    following, done = position.next_task(scene), position.progress(scene)
    if following is not None:
        lines.append(say("Quedó en: {code} {name}.", code=following.code, name=following.name))
    if done.total and not done.answered:
        lines.append(say("Aún no hay respuestas. Las preguntas son {total}.", total=done.total))
    elif done.total:
        lines.append(say("Respuestas: {count} de {total}", count=done.answered, total=done.total))
    return (*lines, *(_last(scene) if done.answered else ()))


def _last(scene: Scene) -> tuple[Text, ...]:
    given = scene.dossier.last_given() if scene.dossier else None
    if given is None:
        return ()
    if author := given.by.name or given.by.post:
        return (say("Última respuesta: {name}, {date}.", name=author, date=given.at.astimezone(CHILE).date()),)
    return (say("Última respuesta: {date}.", date=given.at.astimezone(CHILE).date()),)

"""Coming into a municipality's dossier and leaving it."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Member, Phase
from bot.dialogue.errands import Errand, RemoveColleague, Tell
from bot.dialogue.events import Opened, Place
from bot.dialogue.merging_practice import conflicts, filled
from bot.dialogue.moving import ASIDES
from bot.dialogue.person import Joining, Membership, Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from bot.dialogue.voice import say
from content.sentences import Text

NO_MEMBER = say("Usted ya no es parte del equipo de esta municipalidad. Lo que respondió sigue en el expediente.")
# What is no part of the dossier, and can be looked at by whoever belongs to none.
STAYING = ASIDES | {Place.HOME, Place.ABOUT, Place.REQUIREMENTS, Place.SERVICES}


def joined(scene: Scene, joining: Joining, post: str) -> Step:
    """A member now: the dossier is there, what was practised fills its blanks, and the colleagues are told."""
    person = replace(scene.person, membership=Membership(joining.cut, joining.name, post), joining=None, commune=joining.cut)
    dossier = scene.state.municipal or Dossier(joining.cut, scene.content.current.edition)
    known = any(each.person == person.id for each in dossier.members)
    member = Member(person.id, joining.name, post, scene.now, joining.focal_point)
    others = dossier.without_member(person.id)
    dossier = replace(others, members=(*others.members, member))
    scene = _merged(scene.having(replace(scene.state, person=person, municipal=dossier)))
    news = say(
        "{name} ({post}) se unió al expediente de {municipality}.", name=member.name, post=post, municipality=scene.municipality
    )
    return Step(scene, errands=() if known else told(dossier, person.id, news))


def left(scene: Scene) -> Step:
    """No member any more; what this person answered stays, and the colleagues are told."""
    dossier, author = scene.state.municipal, scene.author
    if dossier is None:
        return Step(scene)
    news = say("{name} ({post}) dejó el equipo. Sus respuestas siguen en el expediente.", name=author.name, post=author.post)
    dossier = dossier.without_member(scene.person.id)
    person = replace(scene.person, membership=None, standing=Standing(Place.HOME), draft=None)
    note = say("Salió del equipo. Lo que respondió sigue en el expediente de la municipalidad.")
    return Step(scene.having(replace(scene.state, person=person, municipal=dossier)).saying(note), told(dossier, person.id, news))


def taken_out(scene: Scene, colleague: Member) -> Step:
    """A colleague is taken out by the focal point: from now on they see nothing of it, and are told; so are the others."""
    dossier = scene.state.municipal
    if dossier is None:
        return Step(scene)
    after = dossier.without_member(colleague.person)
    news = say("{name} ({post}) ya no es parte del equipo.", name=colleague.name, post=colleague.post)
    word = Tell(colleague.person, NO_MEMBER, labels.HOME, Opened(Place.HOME))
    errands = (RemoveColleague(colleague.person, dossier.key), word, *told(after, scene.person.id, news))
    return Step(scene.having(replace(scene.state, municipal=after)).saying(news), errands)


def as_still_a_member(scene: Scene) -> Scene:
    """The scene as it is; without the membership, if the dossier no longer has this person among its members."""
    person, dossier = scene.person, scene.state.municipal
    if person.membership is None or dossier is None or any(each.person == person.id for each in dossier.members):
        return scene
    return out_of_the_team(scene)


def removed(scene: Scene, cut: str) -> Step:
    """Staff took this person out of the team; the colleagues are told."""
    membership, dossier = scene.person.membership, scene.state.municipal
    if membership is None or membership.cut != cut or dossier is None:
        return Step(scene, is_silent=True)
    news = say("{name} ({post}) ya no es parte del equipo.", name=membership.name, post=membership.post)
    after = scene.having(replace(scene.state, municipal=dossier.without_member(scene.person.id)))
    return Step(out_of_the_team(after), told(dossier, scene.person.id, news))


def out_of_the_team(scene: Scene) -> Scene:
    """The person without the membership that was ended, and told so. Who looks at something else meanwhile goes on doing so."""
    person = replace(scene.person, membership=None, draft=None)
    if person.standing.place in STAYING:
        left = Standing(Place.HOME) if person.left and person.left.place not in STAYING else person.left
        return scene.with_person(replace(person, left=left)).saying(NO_MEMBER)
    return scene.with_person(replace(person, standing=Standing(Place.HOME), left=None)).saying(NO_MEMBER)


def told(dossier: Dossier, but: str, news: Text) -> tuple[Errand, ...]:
    """A word to every other member."""
    others = (each.person for each in dossier.members if each.person not in ("", but))
    return tuple(Tell(each, news, labels.TEAM, Opened(Place.TEAM)) for each in others)


def _merged(scene: Scene) -> Scene:
    """What was practised is taken along while the dossier is being filled in; afterwards it stays a practice."""
    dossier = scene.state.municipal
    if scene.state.practice is None or dossier is None:
        return scene.at(Standing(Place.PROFILE)).saying(say("Listo. Usted ya es parte del expediente."))
    if dossier.phase is not Phase.FILLING:
        note = say("Usted ya es parte del expediente. Como ya se entregó, su práctica no se agregó.")
        return scene.at(Standing(Place.PROFILE)).saying(note)
    merged = scene.having(filled(scene.state, scene.author, scene.programme))
    if conflicts(merged.state, scene.programme):
        note = say("Usted ya es parte del expediente. Su práctica llenó lo que estaba en blanco.")
        return merged.at(Standing(Place.MERGING)).saying(note)
    return merged.at(Standing(Place.PROFILE)).saying(say("Usted ya es parte del expediente. Su práctica quedó en él."))

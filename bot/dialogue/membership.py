"""Coming into a municipality's dossier and leaving it."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Member, Phase, inherited
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
STAYING = ASIDES | {Place.HOME, Place.ABOUT, Place.REQUIREMENTS, Place.SERVICES, Place.SERVICE, Place.DOUBTING}


def joined(scene: Scene, joining: Joining, post: str) -> Step:
    """A member now: the dossier is there, what was practised fills its blanks, and the colleagues are told."""
    person = replace(scene.person, membership=Membership(joining.cut, joining.name, post), joining=None, commune=joining.cut)
    dossier = scene.state.municipal or Dossier(joining.cut, scene.content.current.edition)
    known = any(each.person == person.id for each in dossier.members)
    member = Member(person.id, joining.name, post, joining.since or scene.now, joining.focal_point)
    others = dossier.without_member(person.id).members
    if joining.focal_point:  # the api knows who came first, also where a colleague was quicker to write a name
        others = tuple(replace(each, focal_point=False) for each in others)
    dossier = replace(dossier, members=inherited((*others, member)))
    scene = _merged(scene.having(replace(scene.state, person=person, municipal=dossier)))
    news = say(
        "{name} ({post}) se unió al expediente de {municipality}.", name=member.name, post=post, municipality=scene.municipality
    )
    return Step(scene, errands=() if known else told(dossier, person.id, news))


def left(scene: Scene) -> Step:
    """No member any more; what this person answered stays, and the colleagues are told."""
    dossier = scene.state.municipal
    if dossier is None:
        return Step(scene)
    after, errands = leaving(scene, dossier)
    person = replace(scene.person, membership=None, standing=Standing(Place.HOME), draft=None)
    note = say("Salió del equipo. Lo que respondió sigue en el expediente de la municipalidad.")
    return Step(scene.having(replace(scene.state, person=person, municipal=after)).saying(note), errands)


def leaving(scene: Scene, dossier: Dossier) -> tuple[Dossier, tuple[Errand, ...]]:
    """The dossier that this person leaves of their own will; the colleagues are told, and the api."""
    author = scene.author
    news = say("{name} ({post}) dejó el equipo. Sus respuestas siguen en el expediente.", name=author.name, post=author.post)
    after, words = _without(scene, dossier, author.person, news)
    return after, (RemoveColleague(author.person, dossier.key), *words)


def taken_out(scene: Scene, colleague: Member) -> Step:
    """A colleague is taken out by the focal point: from now on they see nothing of it, and are told; so are the others."""
    dossier = scene.state.municipal
    if dossier is None:
        return Step(scene)
    news = say("{name} ({post}) ya no es parte del equipo.", name=colleague.name, post=colleague.post)
    after, words = _without(scene, dossier, colleague.person, news)
    word = Tell(colleague.person, NO_MEMBER, labels.HOME, Opened(Place.HOME))
    errands = (RemoveColleague(colleague.person, dossier.key), word, *words)
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
    after, words = _without(scene, dossier, scene.person.id, news)
    return Step(out_of_the_team(scene.having(replace(scene.state, municipal=after))), words)


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


def heir_told(scene: Scene, before: Dossier, after: Dossier) -> tuple[Errand, ...]:
    """A word to whoever has become the focal point."""
    heir = after.focal_point
    if heir is None or heir == before.focal_point:
        return ()
    return (told_as_heir(scene, heir),)


def told_as_heir(scene: Scene, heir: Member) -> Tell:
    """The word to whoever has become the focal point."""
    word = say(
        "Usted queda como contraparte de {municipality}. Ahora puede invitar y quitar colegas.", municipality=scene.municipality
    )
    return Tell(heir.person, word, labels.TEAM, Opened(Place.TEAM))


def _without(scene: Scene, dossier: Dossier, who: str, news: Text) -> tuple[Dossier, tuple[Errand, ...]]:
    """The dossier without that member, and a word to those who stay; nothing to say of somebody who is no member any more."""
    after = dossier.without_member(who)
    if len(after.members) == len(dossier.members):
        return dossier, ()
    return after, (*told(after, scene.person.id, news), *heir_told(scene, dossier, after))


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

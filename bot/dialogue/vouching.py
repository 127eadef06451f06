"""How far a card holds: who saw that it is so, when, and where it is written. It asks nobody in danger to ask first."""

from collections.abc import Iterator
from datetime import date

from bot.dialogue.voice import say
from content.local_services import CONTEXT, Category, LocalService
from content.offering import is_doubted, is_stale
from content.sentences import Text, Verbatim, told

_DOUBTED = say("⚠️ Varias personas dijeron que algo está mal.")


def is_emergency(service: LocalService) -> bool:
    """Whether it is there for danger above all: its numbers come first, and nothing on its card makes anybody hesitate."""
    return service.categories[0] is Category.EMERGENCY


def warned(service: LocalService) -> Iterator[Text]:
    """What readers found wrong, to be seen before the rest."""
    if is_doubted(service) and not is_emergency(service):
        yield say("⚠️ Varias personas dijeron que algo está mal. Confirme antes de ir.") if service.spots else _DOUBTED


def vouched(service: LocalService, today: date) -> Iterator[Text]:
    """Who confirmed it and when, or since when nobody has, as far as it helps to decide; and its source."""
    checked, since = service.checked, _last_sure(service, today)
    if service.is_example:
        yield say("Es un ejemplo: la municipalidad todavía no lo confirma. Pregunte en la municipalidad.")
    elif since is None:
        if _is_to_be_asked_first(service):
            yield say("Nadie del equipo lo ha confirmado todavía. Pregunte antes de ir.")
    elif is_stale(service, today):
        yield _not_confirmed(service, since)
    elif service.organization.commune and checked.by == service.organization.name:
        yield say("Revisado: {day}, por la municipalidad.", day=since)
    else:
        yield say("Revisado: {day}, por {who}.", day=since, who=Verbatim(checked.by))
    if is_doubted(service) and is_emergency(service):
        yield _DOUBTED
    if checked.source:
        yield say("Fuente: {where}", where=told(checked.source, CONTEXT))


def _not_confirmed(service: LocalService, since: date) -> Text:
    if _is_to_be_asked_first(service):
        return say("Sin confirmar desde el {day}. Pregunte antes de ir.", day=since)
    if Category.EMERGENCY in service.categories:
        return say("Sin confirmar desde el {day}.", day=since)
    return say("Sin confirmar desde el {day}. Puede haber cambiado.", day=since)


def _is_to_be_asked_first(service: LocalService) -> bool:
    """Where somebody has to go, unless they may be in danger, or a notice above already says what to ask."""
    return bool(service.spots) and Category.EMERGENCY not in service.categories and not service.alert


def _last_sure(service: LocalService, today: date) -> date | None:
    on, expires_on = service.checked.on, service.checked.expires_on
    return expires_on if expires_on is not None and expires_on <= today else on

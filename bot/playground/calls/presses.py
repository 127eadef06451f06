"""Answers to pressed buttons."""

from bot.playground.calls.call import Call, Handler
from bot.playground.refusals import bad_request
from bot.playground.updates import PRESS_KEPT_SECONDS
from bot.playground.world import World


def _answer_callback_query(world: World, call: Call) -> bool:
    id = call.values["callback_query_id"]
    press = world.presses.get(id)
    if press is None or world.clock.now() - press.at > PRESS_KEPT_SECONDS:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    shown = {name: call.values[name] for name in ("text", "show_alert", "url") if name in call.values}
    world.feed.tell("answered", press=id, chat=press.chat, message_id=press.message, person=press.person, **shown)
    return True


CALLS: dict[str, Handler] = {"answerCallbackQuery": _answer_callback_query}

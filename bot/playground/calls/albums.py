"""Several files as one album, and one file put in the place of another."""

from bot.playground.calls.addressing import own_message
from bot.playground.calls.call import Call, Handler
from bot.playground.calls.editing import HAS_CAPTION, change
from bot.playground.calls.files import content_of
from bot.playground.calls.sending import deliver
from bot.playground.formatting import caption
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire
from bot.playground.world import World

_ALONE = frozenset({"document", "audio"})


def _item(world: World, call: Call, item: Wire) -> Wire:
    written = caption(item).wire("caption", "caption_entities")
    return content_of(world, call, item["type"], item["media"]) | written


def _send_media_group(world: World, call: Call) -> list[Wire]:
    items = call.values["media"]
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & _ALONE:
        alone = min(kinds & _ALONE)
        raise bad_request(f"{alone} can't be mixed with other media types")
    contents = [_item(world, call, item) for item in items]
    album = {"media_group_id": world.new_album()}
    return [deliver(world, call.values, content | album) for content in contents]


def _edit_message_media(world: World, call: Call) -> Wire:
    chat, message = own_message(world, call.values)
    if not any(kind in message for kind in HAS_CAPTION):
        raise bad_request("there is no media in the message to edit")
    content = _item(world, call, call.values["media"])
    return change(world, chat, message, call.values, content, (*HAS_CAPTION, "caption", "caption_entities"))


CALLS: dict[str, Handler] = {"sendMediaGroup": _send_media_group, "editMessageMedia": _edit_message_media}

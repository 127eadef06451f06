"""The bot's own name, descriptions and commands."""

import re

from bot.playground.bot_profile import scope_key
from bot.playground.calls.call import Call, Handler
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire
from bot.playground.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")


def _get_me(world: World, call: Call) -> Wire:
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _language(call: Call) -> str:
    language = str(call.values.get("language_code", ""))
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _shelf(call: Call) -> str:
    return f"{scope_key(call.values.get('scope'))}|{_language(call)}"


def _set_my_commands(world: World, call: Call) -> bool:
    for command in call.values["commands"]:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
    world.profile.commands[_shelf(call)] = call.values["commands"]
    world.feed.tell("commands")
    return True


def _get_my_commands(world: World, call: Call) -> list[Wire]:
    return world.profile.commands.get(_shelf(call), [])


def _delete_my_commands(world: World, call: Call) -> bool:
    world.profile.commands.pop(_shelf(call), None)
    world.feed.tell("commands")
    return True


def _setter(text: str) -> Handler:
    def put(world: World, call: Call) -> bool:
        world.profile.texts[f"{text}|{_language(call)}"] = str(call.values.get(text, ""))
        world.feed.tell("people")
        return True

    return put


def _getter(text: str) -> Handler:
    def get(world: World, call: Call) -> Wire:
        texts, unsaid = world.profile.texts, world.bot["first_name"] if text == "name" else ""
        return {text: texts.get(f"{text}|{_language(call)}") or texts.get(f"{text}|") or unsaid}

    return get


CALLS: dict[str, Handler] = {
    "getMe": _get_me,
    "setMyCommands": _set_my_commands,
    "getMyCommands": _get_my_commands,
    "deleteMyCommands": _delete_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
}

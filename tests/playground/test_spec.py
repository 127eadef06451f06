import re

from bot.playground.calls import HANDLERS
from bot.playground.scalars import SCALARS
from bot.playground.spec import read_spec


def test_every_shape_leads_to_something_known() -> None:
    spec = read_spec()
    fields = [field for owner in (spec.methods, spec._objects) for each in owner.values() for field in each.values()]
    shapes = [field.shape for field in fields] + [shape for kinds in spec._unions.values() for shape in kinds]
    names = {name for shape in shapes for name in re.findall(r"\w+", shape)}
    assert names - SCALARS.keys() - spec._objects.keys() - spec._unions.keys() == set()
    assert spec.version == "10.3"


def test_what_is_handled_is_a_method_of_the_spec() -> None:
    assert HANDLERS.keys() <= read_spec().methods.keys()


def test_values_come_decoded_whatever_the_wire_was() -> None:
    spec = read_spec()
    forms = {
        "chat_id": "5",
        "text": "a",
        "disable_notification": "true",
        "reply_parameters": '{"message_id": "7"}',
        "parse_mode": "",
    }
    read = spec.read_call("sendMessage", forms)
    assert read.complaints == ()
    assert read.value == {"chat_id": 5, "text": "a", "disable_notification": True, "reply_parameters": {"message_id": 7}}


def test_a_complaint_names_the_place() -> None:
    markup = {
        "inline_keyboard": [[{"text": "a", "callback_data": "b"}], [{"text": "c", "callback_data": "d" * 65, "colour": "red"}]]
    }
    complaints = read_spec().read_call("sendMessage", {"chat_id": True, "text": ["a"], "reply_markup": markup}).complaints
    assert {(each.where, each.problem) for each in complaints} == {
        ("chat_id", "type"),
        ("text", "type"),
        ("reply_markup.inline_keyboard[1][0].colour", "unknown"),
        ("reply_markup.inline_keyboard[1][0].callback_data", "bytes"),
    }

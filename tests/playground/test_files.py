import base64
import struct

import httpx2

from bot.playground.person import Person, Playground
from tests.playground.caller import Caller

MEGABYTE = 1024 * 1024
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def stretched(times: int) -> bytes:
    """The header of a picture that many times as wide as it is high."""
    return PIXEL[:16] + struct.pack(">II", times, 1) + PIXEL[24:]


def test_a_document_is_fetched_as_it_was_sent(bot: Caller, marta: Person) -> None:
    marta.send_file("política.pdf", b"%PDF-1.7 x", caption="la política")
    message = bot.updates()[0]["message"]
    document = message["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("política.pdf", "application/pdf", 10)
    assert message["caption"] == "la política"
    file = bot.call("getFile", file_id=document["file_id"])
    assert bot.download(file["file_path"]).content == b"%PDF-1.7 x"
    assert bot.download("documents/../../secret").status_code == 404


def test_twenty_megabytes_and_not_a_byte_more(bot: Caller, marta: Person, playground: Playground) -> None:
    marta.send_file("justo.pdf", b"%PDF", size=20 * MEGABYTE)
    marta.send_file("largo.pdf", b"%PDF", size=20 * MEGABYTE + 1)
    fits, too_big = (update["message"]["document"] for update in bot.updates())
    assert bot.call("getFile", file_id=fits["file_id"])["file_size"] == 20 * MEGABYTE
    assert too_big["file_size"] == 20 * MEGABYTE + 1
    assert bot.refused("getFile", file_id=too_big["file_id"]) == "Bad Request: file is too big"
    playground.fault("no_file")
    assert "temporarily unavailable" in bot.refused("getFile", file_id=fits["file_id"])
    bot.call("getFile", file_id=fits["file_id"])


def test_an_album_is_several_updates_of_one_group(bot: Caller, marta: Person) -> None:
    marta.send_files({f"{n}.png": PIXEL for n in range(3)}, kind="photo", caption="la oficina")
    heard = [update["message"] for update in bot.updates()]
    assert len({message["media_group_id"] for message in heard}) == 1
    assert [message.get("caption") for message in heard] == ["la oficina", None, None]
    assert all(message["photo"][-1]["width"] == 1 for message in heard)


def test_the_bot_sends_files_and_sends_them_again(bot: Caller, marta: Person) -> None:
    sent = bot.call("sendDocument", chat_id=marta.id, caption="copia", files={"document": ("copia.pdf", b"%PDF")})
    again = bot.call("sendDocument", chat_id=marta.id, document=sent["document"]["file_id"])
    assert again["document"]["file_unique_id"] == sent["document"]["file_unique_id"]
    picture = bot.call("sendPhoto", chat_id=marta.id, photo="attach://chart", files={"chart": ("c.png", PIXEL)})
    assert picture["photo"][0]["height"] == 1
    assert "IMAGE_PROCESS_FAILED" in bot.refused("sendPhoto", chat_id=marta.id, files={"photo": ("c.png", b"nothing")})
    assert "non-empty" in bot.refused("sendDocument", chat_id=marta.id, files={"document": ("c.pdf", b"")})
    assert "PHOTO_INVALID_DIMENSIONS" in bot.refused("sendPhoto", chat_id=marta.id, files={"photo": ("c.png", stretched(21))})
    bot.call("sendPhoto", chat_id=marta.id, files={"photo": ("c.png", stretched(20))})
    whole = {"document": ("c.pdf", b"\0" * (50 * MEGABYTE + 1))}
    assert bot.refused("sendDocument", chat_id=marta.id, files=whole) == "Request Entity Too Large"
    large = PIXEL + b"\0" * 10 * MEGABYTE
    assert "too big for a photo" in bot.refused("sendPhoto", chat_id=marta.id, files={"photo": ("c.png", large)})


def test_a_voice_message_can_be_listened_to(bot: Caller, marta: Person, playground: Playground) -> None:
    sent = bot.call("sendVoice", chat_id=marta.id, duration=75, files={"voice": ("voz", b"OggS and so on")})
    assert (sent["voice"]["duration"], sent["voice"]["mime_type"]) == (75, "audio/ogg")
    heard = httpx2.get(f"{playground.url}/playground/files/{sent['voice']['file_id']}")
    assert (heard.headers["content-type"], heard.headers["content-disposition"]) == ("audio/ogg", "inline")


def test_a_picture_stays_a_picture(bot: Caller, marta: Person) -> None:
    sent = bot.call("sendPhoto", chat_id=marta.id, caption="antes", files={"photo": ("c.png", PIXEL)})
    place = {"chat_id": marta.id, "message_id": sent["message_id"]}
    assert bot.refused("editMessageText", **place, text="a") == "Bad Request: there is no text in the message to edit"
    assert bot.call("editMessageCaption", **place, caption="después")["caption"] == "después"
    media = '{"type": "document", "media": "attach://other", "caption": "otro"}'
    changed = bot.call("editMessageMedia", **place, media=media, files={"other": ("o.pdf", b"%PDF")})
    assert "photo" not in changed
    assert (changed["document"]["file_name"], changed["caption"]) == ("o.pdf", "otro")
    text = bot.call("sendMessage", chat_id=marta.id, text="a")
    assert "no caption" in bot.refused("editMessageCaption", chat_id=marta.id, message_id=text["message_id"], caption="b")


def test_the_bots_albums_have_two_to_ten_of_a_kind(bot: Caller, marta: Person) -> None:
    sent = bot.call("sendDocument", chat_id=marta.id, files={"document": ("a.pdf", b"%PDF")})["document"]["file_id"]
    photo = bot.call("sendPhoto", chat_id=marta.id, files={"photo": ("a.png", PIXEL)})["photo"][-1]["file_id"]
    item = {"type": "document", "media": sent}
    album = bot.call("sendMediaGroup", chat_id=marta.id, media=[item] * 10)
    assert len({message["media_group_id"] for message in album}) == 1
    for wrong in ([item], [item] * 11):
        assert "an album: it has 2 to 10" in bot.refused("sendMediaGroup", chat_id=marta.id, media=wrong)
    mixed = [item, {"type": "photo", "media": photo}]
    assert "document can't be mixed with other media types" in bot.refused("sendMediaGroup", chat_id=marta.id, media=mixed)

"""Files sent by the bot, and those it fetches."""

from pathlib import PurePosixPath

from bot.playground.calls.call import Call, Handler
from bot.playground.calls.sending import deliver
from bot.playground.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, UPLOAD_LIMIT, StoredFile, Upload
from bot.playground.formatting import caption
from bot.playground.media import NoPicture, shown, shown_again
from bot.playground.refusals import bad_request, too_large
from bot.playground.wire import Wire
from bot.playground.world import World


def content_of(world: World, call: Call, kind: str, reference: str | None) -> Wire:
    """The message members for a file named by `reference`: an upload, `attach://` a part, or the id of a known file."""
    upload = call.uploads.get((reference or kind).removeprefix("attach://"))
    if upload is not None:
        return _new(world, kind, upload)
    if reference is None:
        raise bad_request(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return shown_again(kind, known_file(world, reference))


def _new(world: World, kind: str, upload: Upload) -> Wire:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if upload.size > UPLOAD_LIMIT:
        raise too_large()
    if kind == "photo" and upload.size > PHOTO_LIMIT:
        raise bad_request(f'file "{PurePosixPath(upload.name).name}" of size {upload.size} bytes is too big for a photo')
    try:
        return shown(world.files, kind, upload)
    except NoPicture as refused:
        raise bad_request(str(refused)) from None


def known_file(world: World, id: str) -> StoredFile:
    """The file of that id; refused as Telegram refuses an invented one."""
    stored = world.files.by_id.get(id)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def _sender(kind: str) -> Handler:
    def send(world: World, call: Call) -> Wire:
        content = content_of(world, call, kind, call.values.get(kind))
        if "duration" in call.values:
            content = content | {kind: content[kind] | {"duration": call.values["duration"]}}
        return deliver(world, call.values, content | caption(call.values).wire("caption", "caption_entities"))

    return send


def _get_file(world: World, call: Call) -> Wire:
    stored = world.files.by_id.get(call.values["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if world.faults.strikes("no_file"):
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {"file_id": stored.id, "file_unique_id": stored.unique, "file_size": stored.size, "file_path": stored.path}


CALLS: dict[str, Handler] = {
    "getFile": _get_file,
    "sendDocument": _sender("document"),
    "sendPhoto": _sender("photo"),
    "sendVoice": _sender("voice"),
    "sendAudio": _sender("audio"),
    "sendVideo": _sender("video"),
    "sendSticker": _sender("sticker"),
}

"""What the bot may call, by subject."""

from bot.playground.calls import albums, chats, editing, files, passing_on, presses, profile, receiving, sending, topics
from bot.playground.calls.call import Handler

HANDLERS: dict[str, Handler] = {
    **albums.CALLS,
    **chats.CALLS,
    **editing.CALLS,
    **files.CALLS,
    **passing_on.CALLS,
    **presses.CALLS,
    **profile.CALLS,
    **receiving.CALLS,
    **sending.CALLS,
    **topics.CALLS,
}

"""What the bot may call, by subject."""

from bot.playground.calls import editing, files, presses, profile, receiving, sending
from bot.playground.calls.call import Handler

HANDLERS: dict[str, Handler] = {
    **editing.CALLS,
    **files.CALLS,
    **presses.CALLS,
    **profile.CALLS,
    **receiving.CALLS,
    **sending.CALLS,
}

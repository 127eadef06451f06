"""Several programs started as one: everything on this machine, or bot and api for the real Telegram."""

"""The bot's client against the real api."""

"""The edge to Telegram: the one package that knows how Telegram speaks."""

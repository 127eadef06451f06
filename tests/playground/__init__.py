"""A Telegram of our own, strict where Telegram is strict."""

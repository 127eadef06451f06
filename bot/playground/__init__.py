"""A Telegram of our own, for trying things: a strict Bot API on loopback, and a page that plays the phones."""

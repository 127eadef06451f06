"""The conversation, with Telegram at its edge."""

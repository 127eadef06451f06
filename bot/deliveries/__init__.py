"""Runs errands until they are done: retries, back-off, and giving up loudly."""

from bot.deliveries.running import Deliveries

__all__ = ["Deliveries"]

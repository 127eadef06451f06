"""Ordinary small bots as their libraries' own examples are written; they know nothing of the playground."""

"""Municipalities that may want help, from what the bot reports of their dossiers."""

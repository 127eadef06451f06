"""The conversation as a pure function: no clock, network, database or language in here."""

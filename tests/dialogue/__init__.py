"""The conversation as pure values."""

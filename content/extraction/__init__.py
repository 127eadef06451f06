"""Hands translators every sentence the program says, under its criterion's name, and checks what comes back."""

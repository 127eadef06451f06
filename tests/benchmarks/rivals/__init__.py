"""The same form, held by our bot, by a bare prototype and by aiogram, each in a process of its own."""

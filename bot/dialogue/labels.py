"""Labels of buttons that stand on more than one screen, or that people may type instead of pressing."""

from bot.dialogue.voice import button

YES = button("Sí")
NO = button("No")
NONE_OF_THESE = button("Ninguna de estas")
UNKNOWN = button("Aún no lo sé")
LATER = button("Lo adjunto después")
LACKING = button("No lo tengo")
DONE = button("Listo")
BACK = button("Volver")
HOME = button("Inicio")
LANGUAGE = button("Idioma")
ADVISER = button("Hablar con una persona")
CONTINUE = button("Continuar")
TASKS = button("Ver tareas")
CHANGE = button("Cambiar respuesta")
CANCEL = button("Cancelar")
REQUIREMENTS = button("Ver requisitos")
PRIVACY = button("Privacidad")
CHANGE_SEEN = button("Ver la respuesta")

"""What staff read. In Spanish and not in the catalogues: staff write and read Spanish, and no person sees these sentences."""

TAKE = "Tomar"
PASS_ON = "Devolver a la cola"  # noqa: S105
CANNED = "Respuesta preparada"
INVITE = "Dar invitación"
CLOSE = "Cerrar"
REOPEN = "Reabrir"
APPROVE = "Aprobar"
BACK = "Volver"
REFUSALS = {
    "email": "Rechazar: falta correo institucional",
    "unconfirmed": "Rechazar: la municipalidad no confirmó",
    "team": "Rechazar: ya hay un equipo",
    "other": "Rechazar: otro motivo",
}
WHY = (
    "Para rechazar por otro motivo, responda a este mensaje con el motivo. Le llega a la persona y el caso se cierra."
    " Si no quiere rechazar, no responda."
)
KINDS = {"question": "Pregunta", "verification": "Pide una invitación", "distress": "⚠️ Puede estar en peligro"}
STATES = {"waiting": "en espera", "taken": "tomado", "closed": "cerrado"}

NO_ROLE = "Su cuenta no tiene el rol de apoyo. Abra en privado el enlace /start rol_… que le dio la administración."
NOT_SENT_NO_ROLE = f"Este mensaje no llegó a la persona. {NO_ROLE}"
NOT_SENT_CLOSED = "Este mensaje no llegó a la persona: el caso está cerrado. Para responder, presione «Reabrir» en la ficha."
NOT_SENT_KIND = "Este tipo de mensaje no se puede copiar. No llegó a la persona. Escríbalo con palabras."
NOT_MENDED_NOTE = "El mensaje ya había llegado a la persona. Una nota interna se marca con // al escribirla, no al editarla."
TAKEN_BACK = "El mensaje quedó como nota interna y se retiró del chat de la persona. Es posible que alcanzara a leerlo."
NOT_MENDED = "Ese mensaje ya no se puede cambiar donde llegó. La corrección quedó en el caso."
TAKEN_BY_OTHER = "Otra persona del equipo ya tomó este caso."
ALREADY_CLOSED = "El caso ya estaba cerrado."
ALREADY_OPEN = "El caso ya estaba abierto."
ERASED = "La persona pidió borrar sus datos o venció el plazo: este caso ya no tiene contenido."
BLOCKED = "⛔ La persona bloqueó el asistente. Lo que escriba aquí espera y sale cuando ella vuelva a escribir."
NO_COMMUNE = "El caso no dice de qué municipalidad se trata. Escriba /invitar y el nombre de la comuna."
NO_CANNED = "No hay respuestas preparadas en content/apoyo."
INVITED = "Invitación enviada a la persona."
INVITATION = "Invitación para {commune}: {link}\nCódigo: {code}"
WHICH_COMMUNE = "Escriba la comuna, por ejemplo: /{command} Quilicura"
UNKNOWN_COMMUNE = "No encontramos esa comuna: {given}"
TEAM_OF = "Equipo de {commune}. Presione a quien deja el equipo; preguntamos una vez más antes de quitar."
TEAM_EMPTY = "Nadie llena el expediente de {commune} en este asistente. Para invitar: /invitar {commune}"
TAKE_OUT = "Quitar a {name}"
SURE_OUT = (
    "¿Quitar a {name} ({post}) del equipo de {commune}? Pierde el acceso al momento y se le avisa en su chat."
    " Sus respuestas y documentos siguen en el expediente."
)
HEIR = "Es la contraparte. En su lugar queda {name} ({post}), quien lleva más tiempo, y también se le avisa."
NO_HEIR = "Es la última persona del equipo. El expediente se guarda hasta que alguien se una: /invitar {commune}"
YES_OUT = "Sí, quitar"
NO_OUT = "No, dejar"
TAKEN_OUT = "{name} ({post}) ya no es parte del equipo de {commune}. Lo decidió {staff}. Se le avisa en su chat."
NOT_IN_TEAM = "Esa persona ya no es parte del equipo de {commune}."
PROPOSALS = "Cambios de servicios que esperan, del más antiguo al más nuevo:"
NO_PROPOSALS = "Ningún cambio de servicios espera."
MORE_PROPOSALS = "Y {number} más."
APPROVE_NUMBER, REFUSE_NUMBER = "Aprobar {number}", "Rechazar {number}"
APPROVED = "✅ «{name}»: aprobado. Lo decidió {staff}. Se avisa a quien lo propuso."
REFUSED = "❌ «{name}»: rechazado. Lo decidió {staff}. Se avisa a quien lo propuso."
NEW_SERVICE, CHANGED_SERVICE = "servicio nuevo", "cambio"
FIELDS = {
    "description": "qué hace",
    "address": "dirección",
    "phone": "teléfono",
    "categories": "tema",
    "papers": "para",
    "hours": "horario",
    "bring": "llevar",
}
PAPERS = {
    "any": "todas las personas",
    "with_run": "quien tiene cédula",
    "regular": "quien tiene residencia vigente",
    "definitive": "quien tiene residencia definitiva",
    "irregular_only": "quien no tiene residencia",
}
STATUSES = {
    "active": "abre otra vez",
    "temporarily closed": "cierra por un tiempo",
    "inactive": "no se muestra",
    "defunct": "ya no existe",
}
UNKNOWN_CASE = "Ningún caso tiene esa referencia: {given}"
WHICH_CASE = "Escriba la referencia, por ejemplo: /caso D-2026-7K4C"
QUEUE_EMPTY = "Nadie espera respuesta."
QUEUE = "Casos abiertos, en orden de atención:"
SENT_CANNED = "Se envió a la persona, en su idioma: {text}"
TOPICS_OFF = "El grupo no tiene temas. Actívelos en los ajustes del grupo: los casos esperan y no se pierde nada."
NO_DELETING = (
    "Hay temas que ya cumplieron su plazo, o cuya persona pidió borrar sus datos, y el asistente no los puede borrar."
    " En los ajustes del grupo, dele el permiso «Eliminar mensajes». Mientras tanto, lo que escriba en ellos no llega a nadie."
)
NO_RIGHTS = (
    "El asistente ya no puede administrar los temas. En los ajustes del grupo, dele el permiso «Administrar temas»:"
    " los casos nuevos esperan y no se pierde nada."
)

HELP = """Así funciona esta sala.
Cada caso tiene su tema. Lo que escriba en el tema llega a la persona, sin su nombre. La primera respuesta toma el caso.
// al comienzo: nota interna, no sale de aquí.
Responder a un mensaje mantiene el hilo. Editar un mensaje lo cambia también para la persona.
Botones de la ficha: tomar, devolver, respuesta preparada, dar invitación, cerrar, reabrir.
/cola: casos abiertos por tiempo de espera
/caso D-2026-7K4C: busca un caso
/invitar COMUNA: crea una invitación
/quitar COMUNA: saca a una persona del equipo de una municipalidad
/servicios: aprueba o rechaza cambios de servicios que proponen las municipalidades
/ayuda: esta explicación
Escriba en español. La persona ve que el mensaje está en español; las respuestas preparadas le llegan en su idioma."""
NOT_COPIED = "Un mensaje de la persona no se pudo copiar aquí: lo borró antes, o Telegram no lo permite. Está en el caso."
MACHINE = "Traducción automática, sin revisar:\n{text}"
FORGOTTEN = "El caso {reference} terminó y su tema se borró: ya no guardamos los datos de la persona."
STAFF_COMMANDS = {
    "cola": "Casos abiertos por tiempo de espera",
    "caso": "Buscar un caso por su referencia",
    "invitar": "Crear una invitación para una comuna",
    "quitar": "Sacar a una persona del equipo de una municipalidad",
    "servicios": "Aprobar o rechazar cambios de servicios",
    "ayuda": "Cómo funciona esta sala",
}

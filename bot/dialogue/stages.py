"""Where a dossier is on its way, in words."""

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Phase
from bot.dialogue.events import Opened, Place
from bot.dialogue.screen import Press
from bot.dialogue.voice import say
from content.sentences import Text


def to_the_receipt(dossier: Dossier) -> Press:
    """The button to the receipt, which promises none before there is one."""
    return Press(labels.RECEIPT if dossier.receipt else labels.ARRIVED, Opened(Place.RECEIPT))


def stage_in_words(dossier: Dossier) -> tuple[Text, ...]:
    """Handed over, on its way, or being corrected; nothing to say of a first round that is being filled in."""
    match dossier.phase, dossier.receipt, dossier.receipts:
        case Phase.SENT, receipt, _ if receipt is not None:
            return (say("La prepostulación está entregada. Su folio es {reference}.", reference=receipt.reference),)
        case Phase.SENDING, _, _:
            return (say("La prepostulación va en camino. No necesita hacer nada más."),)
        case Phase.FILLING, _, (*_, last):
            return (
                say("Está corrigiendo la entrega {reference}. Esa entrega vale hasta que envíe otra.", reference=last.reference),
            )
    return ()

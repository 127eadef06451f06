"""What a person can keep or show: the result as a picture for the phone, and answers or a receipt as a document."""

from bot.pictures.drawing import chart
from bot.pictures.printing import paper

__all__ = ["chart", "paper"]

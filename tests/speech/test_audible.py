"""What is heard of a screen: words and numbers, each in the voice of its own language."""

import pytest

from bot.speech.audible import Passage, heard


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("🏥 Salud", "Salud."),
        ("☎️ +56 35 233 7205", "5 6, 3 5, 2 3 3, 7 2 0 5."),
        ("☎️ 133 (Carabineros)", "1 3 3, Carabineros."),
        ("Llame al 600 360 7777.", "Llame al 6 0 0, 3 6 0, 7 7 7 7."),
        ("📍 Barros Luco 1881, San Antonio", "Barros Luco 1881, San Antonio."),
        ("Revisado: 2 de noviembre de 2026, por Ana.", "Revisado: 2 de noviembre de 2026, por Ana."),
        ("🕘 Abierto ahora, hasta las 14:00.", "Abierto ahora, hasta las 14 horas."),
        ("De lunes a viernes: 9:00–14:00, 15:30–18:00", "De lunes a viernes: 9 horas a 14 horas, 15:30 a 18 horas."),
        ("💵 Cuesta $ 12.500.", "Cuesta 12500 pesos."),
        ("Vea https://serviciomigraciones.cl/x?y=1 o www.chileatiende.cl", "Vea o."),
        ("• Su «cédula» [[x]] <b>", "Su cédula x b."),
        ("¿Qué lleva? Nada —o poco— más", "¿Qué lleva? Nada, o poco, más."),
        ("✅ ⚠️ 🎒", ""),
        ("Lleve su RUN a la PDI", "Lleve su run a la PDI."),
    ],
)
def test_what_is_said_of_a_line(written: str, said: str) -> None:
    assert " ".join(each.text for each in heard([[("es", written)]])) == said


def test_a_name_keeps_its_language_and_the_comma_beside_it() -> None:
    line = [("fr", "📍 "), ("es", "Barros Luco 1881"), ("fr", ", "), ("es", "San Antonio")]
    assert heard([line, [("fr", "C’est gratuit.")]]) == [
        Passage("es", "Barros Luco 1881, San Antonio."),
        Passage("fr", "C’est gratuit."),
    ]


def test_times_are_said_as_the_language_says_them() -> None:
    assert heard([[("fr", "9:00–14:00")]]) == [Passage("fr", "9 heures à 14 heures.")]
    assert heard([[("en", "9:30–14:00")]]) == [Passage("en", "9:30 to 14 hours.")]

"""Looking for a service: by topic, by commune, in one's own words; and what a card says."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.screen import Link, Map
from bot.dialogue.turn import Content
from content.local_services import Category, Checked, Hours, LocalService, Organization, Papers, Phone, Spot
from content.offering import Directory
from tests.dialogue.chat import Chat

SAN_ANTONIO = "05601"


def _service(**other: object) -> LocalService:
    service = LocalService(
        id="0123456789abcdef",
        name="Programa Migrantes",
        organization=Organization("o", "Municipalidad de San Antonio", SAN_ANTONIO),
        description="Ayuda con visas.",
        categories=(Category.MIG_STATUS,),
        commune=SAN_ANTONIO,
        papers=Papers.ANY,
        who_may_use="Personas migrantes.",
        checked=Checked("Página municipal", date(2026, 11, 2), "Ana Díaz, DIDECO"),
        bring=("Su pasaporte",),
        cost="Es gratis.",
        spots=(Spot("Barros Luco 1881", SAN_ANTONIO, -33.58, -71.61),),
        hours=(Hours((0, 1, 2, 3, 4), datetime(2026, 1, 1, 9).time(), datetime(2026, 1, 1, 14).time()),),  # noqa: DTZ001
        phones=(Phone("+56 35 233 7205"),),
        languages=("es", "ht"),
    )
    return replace(service, **other)  # type: ignore[arg-type]


def _with(content: Content, *services: LocalService) -> Content:
    return replace(content, directory=Directory(services, content.communes))


def _at_services(content: Content, language: str = "es") -> Chat:
    return Chat.of(content, language=language).happens(Opened(Place.SERVICES))


def test_every_topic_is_one_press_away(content: Content) -> None:
    chat = _at_services(content)
    for told in content.categories.values():
        label = f"{told.icon} {told.short.source}"
        assert chat.happens(Opened(Place.SERVICES)).press(label).text.startswith(f"{told.icon} {told.label.source}")


def test_in_ones_own_words_the_first_card_is_whole_and_the_others_are_buttons(content: Content) -> None:
    chat = _at_services(content).write("mi hijo está enfermo")
    assert chat.text.startswith("🏥 Salud")
    assert "➡️ " in chat.text
    assert "También puede servir:" in chat.text
    assert "Inscribirse en el consultorio (CESFAM)" not in chat.text
    assert {"Inscribirse en el consultorio (CESFAM)", "Salud Responde: orientación por teléfono"} <= set(chat.buttons())


def test_the_words_are_not_kept(content: Content) -> None:
    chat = _at_services(content).write("mi hijo Pedro está enfermo")
    assert "Pedro" not in str(chat.state)
    assert "enfermo" not in str(chat.state)


def test_a_place_that_is_named_is_where_it_is_looked(content: Content) -> None:
    chat = _at_services(_with(content, _service())).write("visa en San Antonio")
    assert "📍 Comuna: San Antonio" in chat.text
    assert "Programa Migrantes" in chat.text
    assert "📍 Barros Luco 1881, San Antonio" in chat.text


def test_a_place_alone_moves_what_was_looked_for(content: Content) -> None:
    chat = _at_services(_with(content, _service())).press("🛂 Visa y residencia")
    assert "No encontramos" in chat.text
    chat = _at_services(content).press("🛂 Visa y residencia").write("San Antonio")
    assert "Municipalidad de San Antonio" in chat.text


def test_where_it_is_not_sure_the_two_nearest_are_offered_and_a_person(content: Content) -> None:
    chat = _at_services(content).write("papeles")
    assert "No estamos seguros" in chat.text
    assert {"🛂 Visa y residencia", "🪪 Cédula y RUN", "Preguntar a una persona"} <= set(chat.buttons())


def test_where_it_finds_nothing_it_says_so_and_offers_a_person(content: Content) -> None:
    chat = _at_services(content).write("el horóscopo de hoy")
    assert "No encontramos un servicio para eso." in chat.text
    assert chat.press("Preguntar a una persona").person.standing.place is Place.ADVISER


def test_a_commune_is_offered_never_guessed(content: Content) -> None:
    chat = _at_services(content).press("Elegir comuna").write("sanantonio")
    assert "San Antonio" in chat.buttons()
    chat.press("San Antonio")
    assert "📍 Comuna: San Antonio" in chat.text
    assert "No encontramos" in chat.press("Cambiar comuna").write("xqzwv").text


def test_the_topic_stays_when_the_commune_is_changed(content: Content) -> None:
    chat = _at_services(content).press("🛂 Visa y residencia").press("Elegir comuna").write("san antonio").press("San Antonio")
    assert chat.text.startswith("🛂")
    assert "Programa Migrantes" in chat.text


def test_a_poster_opens_its_commune(content: Content) -> None:
    chat = Chat.of(content).start("com_05109")
    assert "📍 Comuna: Viña del Mar" in chat.text
    assert chat.press("🏥 Salud").person.standing.about.endswith("@05109")


def test_another_language_is_offered_not_imposed(content: Content) -> None:
    chat = _at_services(content).write("pitit mwen malad")
    assert chat.text.startswith("🏥 Salud")
    assert chat.press("Kreyòl ayisyen").person.language == "ht"
    assert chat.person.standing.about.startswith("f@HEALTH")


def test_what_is_asked_before_all_else_is_answered_once_a_language_is_chosen(content: Content) -> None:
    chat = Chat.of(content, language="").write("pitit mwen malad")
    assert "Chwazi lang ou." in chat.text
    assert chat.press("Español").text.startswith("🏥 Salud")


def test_at_home_a_question_is_understood_and_other_words_are_not(content: Content) -> None:
    assert Chat.of(content).start().write("estoy enfermo").text.startswith("🏥 Salud")
    assert "elija uno de los botones" in Chat.of(content).start().write("buenos días").text


def test_the_map_is_a_pin(content: Content) -> None:
    chat = _at_services(_with(content, _service())).write("visa San Antonio").press("Mapa y más opciones", "Ver en el mapa")
    assert chat.screen is not None
    (pin,) = chat.screen.attachments
    assert isinstance(pin, Map)
    assert (pin.latitude, pin.longitude) == (-33.58, -71.61)
    chat.press("Volver")
    assert chat.screen.attachments == ()


def test_without_degrees_the_map_is_a_search(content: Content) -> None:
    spots = (Spot("Barros Luco 1881", SAN_ANTONIO),)
    chat = _at_services(_with(content, _service(spots=spots))).write("visa San Antonio").press("Mapa y más opciones")
    assert chat.screen is not None
    links = [each.address for row in chat.screen.rows for each in row if isinstance(each, Link)]
    assert links == ["https://www.openstreetmap.org/search?query=Barros+Luco+1881%2C+San+Antonio%2C+Chile"]


def test_while_the_directory_cannot_be_reached_the_last_known_is_marked(content: Content) -> None:
    known = replace(content, directory_as_of=datetime(2026, 11, 23, 15, 0, tzinfo=UTC))
    assert "esto es lo último que supimos" in _at_services(known).press("🏥 Salud").text


def test_a_service_that_is_gone_and_a_button_that_is_odd_are_no_obstacle(content: Content) -> None:
    gone = Chat.of(content).happens(Opened(Place.SERVICE, "0000000000000f@HEALTH@@"))
    assert "ya no está en el directorio" in gone.text
    for odd in ("99999", "x@y@z@w", "f@@@", "f@@", "f@NADA@@05601"):
        assert Chat.of(content).happens(Opened(Place.SERVICES, odd)).text.startswith("Buscar servicios")
    assert Chat.of(content).happens(Opened(Place.SERVICES)).happens(Chose("99999")).text


def test_a_commune_that_is_none_is_no_obstacle(content: Content) -> None:
    chat = Chat.of(content).start("com_99999")
    assert chat.person.standing.place is Place.HOME
    assert "No reconocimos ese enlace." in chat.text
    assert "No reconocimos" not in chat.start().text

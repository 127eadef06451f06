"""One service as a card: where to go, when, and what to bring, in the order in which somebody at a counter would say it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.dialogue import opening_hours, vouching
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, para, quiet, strong, title
from bot.dialogue.voice import say
from content.calendar_words import CHILE
from content.languages import ENDONYMS, offered
from content.local_services import CONTEXT, LocalService, Papers, ServiceStatus, Spot
from content.opening import zone_of
from content.sentences import Text, Verbatim, told

PAPERS = {
    Papers.ANY: say("✅ Con o sin residencia: no importa su situación migratoria."),
    Papers.WITH_RUN: say("🪪 Se necesita cédula (RUN)."),
    Papers.REGULAR: say("🪪 Se necesita un permiso vigente para estar en Chile."),
    Papers.DEFINITIVE: say("🪪 Se necesita residencia definitiva."),
    Papers.NONE_YET: say("✅ Es para quien no tiene residencia vigente."),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A service as one person reads it, looking from `commune` (a CUT, or empty)."""

    scene: Scene
    service: LocalService
    commune: str = ""

    def whole(self) -> tuple[Block, ...]:
        """Everything that is known, the name first."""
        service = self.service
        here, vouched = tuple(self._where()), tuple(vouching.vouched(service, self.scene.now.astimezone(CHILE).date()))
        is_emergency = vouching.is_emergency(service)
        lines = [
            title(self.word(service.name)),
            *(here if is_emergency else ()),
            quiet(*self._who_gives()),
            *self._standing(),
            *((para(self.word(service.description)),) if service.description else ()),
            para(PAPERS[service.papers], *((self.word(service.who_may_use),) if service.who_may_use else ())),
            *self._bring(),
            *((para(say("➡️ {how}", how=self.word(service.how))),) if service.how else ()),
            *((para(say("💵 {cost}", cost=self.word(service.cost))),) if service.cost else ()),
            *(() if is_emergency else here),
            *((quiet(*vouched),) if vouched else ()),
        ]
        return tuple(lines)

    def word(self, text: str) -> Text:
        """A text of the service: translated where the programme wrote it, else as it was written."""
        return Verbatim(text) if self._is_foreign() else told(text, CONTEXT)

    def spots(self) -> tuple[Spot, ...]:
        """Where to go: in the commune looked from, else in its region, else all of them where they are few."""
        spots = self.service.spots
        for place in (self.commune, self.commune[:2]):
            if place and (here := tuple(each for each in spots if each.commune.startswith(place))):
                return here
        return spots if len(spots) <= 2 else ()

    def _is_foreign(self) -> bool:
        language = self.scene.person.language or "es"
        return self.scene.content.words.shortfall(self.service.told(), language) is not None

    def _who_gives(self) -> Iterator[Text]:
        organization = self.service.organization
        yield told(organization.name, CONTEXT) if organization.commune is None else Verbatim(organization.name)
        if self.service.commune and self.service.commune != self.commune:
            yield say("Está en {commune}.", commune=self._commune(self.service.commune))
        if self._is_foreign():
            yield say("Este texto está en español.")

    def _standing(self) -> Iterator[Block]:
        if self.service.status is ServiceStatus.CLOSED_FOR_A_WHILE:
            yield strong(say("⏸ Está cerrado por un tiempo."))
        if self.service.alert:
            yield strong(say("⚠️ {alert}", alert=self.word(self.service.alert)))
        yield from map(strong, vouching.warned(self.service))

    def _bring(self) -> Iterator[Block]:
        if self.service.bring:
            items = (say("• {item}", item=self.word(each)) for each in self.service.bring)
            yield para(say("🎒 Lleve o tenga a mano:"), *items)

    def _where(self) -> Iterator[Block]:
        service, zone = self.service, zone_of(self.service.commune or self.commune)
        places: list[Text] = [
            say("📍 {address}, {commune}", address=each.address, commune=self._commune(each.commune)) for each in self.spots()
        ]
        if service.spots and not places:
            communes = ", ".join(dict.fromkeys(self.scene.content.communes.of(each.commune).name for each in service.spots))
            places = [say("📍 Hay en: {communes}. Elija una comuna para ver la dirección.", communes=communes)]
        hours = opening_hours.told(service.hours, self.scene.now, zone)
        spoken = [ENDONYMS[known] for each in service.languages if each != "es" and (known := offered(each))]
        languages = [say("🗣 También se habla: {languages}", languages=", ".join(spoken))] if spoken else []
        if lines := (*places, *hours, *self._phones(), *languages):
            yield para(*lines)

    def _phones(self) -> tuple[Text, ...]:
        return tuple(
            say("☎️ {number} ({note})", number=each.number, note=self.word(each.note))
            if each.note
            else say("☎️ {number}", number=each.number)
            for each in self.service.phones
        )

    def _commune(self, cut: str) -> Text:
        return Verbatim(self.scene.content.communes.of(cut).name)

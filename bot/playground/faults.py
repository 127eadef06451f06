"""What can go wrong between a bot and Telegram, on request."""

import random
from dataclasses import asdict, dataclass

from bot.playground.clock import Clock
from bot.playground.wire import Wire

_NEVER_POLLING = frozenset({"too_many", "lost", "bad_gateway", "slow"})


@dataclass(slots=True)
class Fault:
    """One kind of trouble.

    It strikes `times` times (None: until cleared), each time with chance `rate` (0 to 1), for calls of
    `method` and to `chat` (None: any), until `seconds` from its start are over where that is its measure (outage).
    `seconds` is also what a 429 asks to wait and how long a slow answer takes. `pace` is no trouble of its own: Telegram's flood
    control, which refuses what comes too fast, for as long as it is in force.
    """

    kind: str
    times: int | None = 1
    rate: float = 1.0
    chat: int | None = None
    method: str | None = None
    seconds: float = 1.0
    until: float | None = None


class Faults:
    """The troubles in force."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._chance = random.Random(1)  # noqa: S311 - repeatable trouble, not a secret
        self.active: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Begins a trouble; an outage counts its seconds from now."""
        if fault.kind == "outage":
            fault.until, fault.times = self._clock.now() + fault.seconds, None
        self.active.append(fault)

    def clear(self) -> None:
        """Everything works again."""
        self.active.clear()

    def strikes(self, kind: str, method: str = "", chat: int | None = None) -> Fault | None:
        """The trouble of that kind that befalls this call, used up by one."""
        self._drop_what_is_over()
        for fault in self.active:
            if fault.kind == kind and _concerns(fault, method, chat) and self._chance.random() < fault.rate:
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def wire(self) -> list[Wire]:
        """What is in force, for the page."""
        self._drop_what_is_over()
        return [asdict(fault) for fault in self.active]

    def _drop_what_is_over(self) -> None:
        now = self._clock.now()
        self.active = [f for f in self.active if f.times != 0 and (f.until is None or f.until > now)]


def _concerns(fault: Fault, method: str, chat: int | None) -> bool:
    if fault.method is not None:
        return fault.method.lower() == method.lower()
    if method.lower() == "getupdates" and fault.kind in _NEVER_POLLING:
        return False
    return fault.chat is None or fault.chat == chat

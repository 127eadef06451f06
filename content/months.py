"""A calendar month, the precision to which the programme asks for dates."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the Gregorian calendar; `number` is 1 to 12."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.number <= 12 and 1 <= self.year <= 9999):
            raise ValueError(f"not a month: {self.year}-{self.number}")

    @classmethod
    def read(cls, written: str) -> "Month":
        """The month written `YYYY-MM`; ValueError for anything else."""
        found = re.fullmatch(r"([0-9]{4})-([0-9]{2})", written)
        if found is None:
            raise ValueError(f"not YYYY-MM: {written!r}")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month in which a day falls."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def plus(self, months: int) -> "Month":
        """The month so many months later."""
        years, number = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, number + 1)

    def months_until(self, later: "Month") -> int:
        """Whole months from this one to `later`; negative when `later` is earlier."""
        return (later.year - self.year) * 12 + later.number - self.number

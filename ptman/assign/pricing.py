"""What a student's cheapest choice costs at given prices of seats, in whole numbers: the heart of the proof."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ptman.assign.answer import Certificate, Seat
from ptman.assign.problem import Role, Student
from ptman.assign.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def counted(reading: Reading, certificate: Certificate) -> dict[Seat, int]:
    """The prices as far as they count: nobody pays more for a seat than going over its quota costs."""
    soft = {seat: cost * certificate.scale for seat, cost in reading.problem.overload.items()}
    return {seat: min(price, soft.get(seat, price)) for seat, price in certificate.prices.items()}


class Tariff:
    """What one unit at each person or base costs in seats: its own, and the organisation's."""

    def __init__(self, reading: Reading, prices: Mapping[Seat, int]) -> None:
        self._reading, self._prices = reading, prices
        self._of: dict[tuple[Role, str], dict[str, int]] = {}

    def of(self, student: Student, role: Role, menu: Mapping[str, int]) -> dict[str, int]:
        """The costs of at least everybody on this menu, by name; 0 for who is not listed."""
        known = self._of.setdefault((role, student.period if role is Role.BASE else ""), {})
        for key in menu.keys() - known.keys():
            known[key] = sum(self._prices.get(seat, 0) for seat in self._reading.seats(student, role, key))
        return known


class Menus:
    """One student's choices at these prices, each role alone; prices and results are in points times `scale`."""

    def __init__(self, reading: Reading, student: Student, tariff: Tariff, scale: int) -> None:
        self._reading, self._student, self._tariff, self._scale = reading, student, tariff, scale
        self._academics, self._hosts, self._sites = (self._priced(role) for role in Role)
        before = reading.problem.standing.get(student.id)
        stands = {role: before.target(role) if before and role in student.needs else None for role in Role}
        self._stays = stands[Role.ACADEMIC]
        self._stands = (stands[Role.INDUSTRY], stands[Role.BASE])
        self._move = reading.problem.penalties.moved * scale if any(stands.values()) else 0

    def _priced(self, role: Role) -> dict[str | None, int]:
        student, scale, units = self._student, self._scale, self._student.units
        points = self._reading.menu(student, role)
        seats = self._tariff.of(student, role, points)
        menu: dict[str | None, int] = {key: cost * scale + units * seats[key] for key, cost in points.items()}
        vacancy = self._reading.vacancy(student, role)
        return menu if vacancy is None else menu | {None: vacancy * scale}

    def cheapest(self, friends: Mapping[str, list[tuple[str, int]]]) -> int:
        """The least over all choices; `friends` are the collaborators of each academic with their bonus."""
        placed, kept = self._placements()
        least, least_kept = min(placed.values()), min(kept.values(), default=None)
        best: list[int] = []
        for academic, cost in self._academics.items():
            stays = self._stays in {None, academic}
            best.append(cost + self._move + least)
            if stays and least_kept is not None:
                best.append(cost + least_kept)
            for industry, bonus in friends.get(academic or "", ()):
                if industry in placed:
                    best.append(cost + self._move + placed[industry] - bonus)
                if stays and industry in kept:
                    best.append(cost + kept[industry] - bonus)
        return min(best)

    def _placements(self) -> tuple[dict[str | None, int], dict[str | None, int]]:
        """By industry supervisor the cheapest placement, and the cheapest of those that keep what stands."""
        placed: dict[str | None, int] = {}
        kept: dict[str | None, int] = {}
        host_stands, site_stands = self._stands
        reading, student, sites = self._reading, self._student, self._sites
        plain = not reading.apart(student)
        alone: list[str | None] = [None] if None in sites and reading.together(student, "", None) else []
        for host, cost in self._hosts.items():
            if plain and host is not None:
                near = [*(site for site in reading.hosts.get(host, ()) if site in sites), *alone]
            else:
                near = reading.near(student, host, sites)
            if not near:
                continue
            placed[host] = cost + min([sites[site] for site in near])
            if self._move and host_stands in {None, host}:
                staying = [sites[site] for site in near if site_stands in {None, site}]
                if staying:
                    kept[host] = cost + min(staying)
        return placed, kept


class Places:
    """Everybody and every base by number, and what one unit with them costs in seats at these prices."""

    def __init__(self, reading: Reading, prices: Mapping[Seat, int]) -> None:
        problem = reading.problem
        ids = {
            Role.ACADEMIC: [one.id for one in problem.academics],
            Role.INDUSTRY: [one.id for one in problem.industry],
            Role.BASE: [one.id for one in problem.bases],
        }
        self.known = {role: {key: place for place, key in enumerate(listed)} for role, listed in ids.items()}
        self._reading, self._prices, self._ids = reading, prices, ids
        self._of: dict[tuple[Role, str], Ints] = {}

    def prices(self, role: Role, student: Student) -> "Ints":
        """By number, for students of the same period."""
        import numpy as np

        about = role, student.period if role is Role.BASE else ""
        if about not in self._of:
            reading, prices = self._reading, self._prices
            found = [sum(prices.get(seat, 0) for seat in reading.seats(student, role, key)) for key in self._ids[role]]
            self._of[about] = np.array(found, dtype=np.int64)
        return self._of[about]

"""What a student's cheapest choice costs at given prices of seats, in whole numbers: the heart of the proof."""

from collections.abc import Mapping

from ptman.assign.answer import Certificate, Seat
from ptman.assign.problem import Role, Student
from ptman.assign.reading import Reading


def counted(reading: Reading, certificate: Certificate) -> dict[Seat, int]:
    """The prices as far as they count: nobody pays more for a seat than going over its quota costs."""
    soft = {seat: cost * certificate.scale for seat, cost in reading.problem.overload.items()}
    return {seat: min(price, soft.get(seat, price)) for seat, price in certificate.prices.items()}


class Menus:
    """One student's choices at these prices, each role alone; prices and results are in points times `scale`.

    `only` leaves the student no choice in one role.
    """

    def __init__(
        self,
        reading: Reading,
        student: Student,
        prices: Mapping[Seat, int],
        scale: int,
        *,
        only: tuple[Role, str] | None = None,
    ) -> None:
        self._reading, self._student, self._prices, self._scale = reading, student, prices, scale
        menus = {role: self._priced(role) for role in Role}
        if only is not None:
            role, target = only
            menus[role] = {target: menus[role][target]} if target in menus[role] else menus[role]
        self._academics, self._hosts, self._sites = menus.values()
        before = reading.problem.standing.get(student.id)
        stands = {role: before.target(role) if before and role in student.needs else None for role in Role}
        self._stays = stands[Role.ACADEMIC]
        self._stands = (stands[Role.INDUSTRY], stands[Role.BASE])
        self._move = reading.problem.penalties.moved * scale if any(stands.values()) else 0

    def _priced(self, role: Role) -> dict[str | None, int]:
        student, prices = self._student, self._prices
        menu: dict[str | None, int] = {
            key: cost * self._scale
            + student.units * sum(prices.get(seat, 0) for seat in self._reading.seats(student, role, key))
            for key, cost in self._reading.menu(student, role).items()
        }
        vacancy = self._reading.vacancy(student, role)
        return menu if vacancy is None else menu | {None: vacancy * self._scale}

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
        for host, cost in self._hosts.items():
            near = self._reading.near(self._student, host, self._sites.keys())
            if not near:
                continue
            placed[host] = cost + min(self._sites[site] for site in near)
            staying = [self._sites[site] for site in near if site_stands in {None, site}]
            if staying and host_stands in {None, host}:
                kept[host] = cost + min(staying)
        return placed, kept

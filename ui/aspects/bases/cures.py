"""What stands already in the form of the record that cures a cell of the coverage map."""

from ptman.aspects.bases.coverage import Line, Tile
from ui.form_link import Link


def preset(line: Line, tile: Tile) -> dict[str, object]:
    """The base, and what goes without saying for that kind of record."""
    noun = tile.cure.noun if tile.cure is not None else ""
    base: dict[str, object] = {"base_id": Link(line.id, line.name)}
    more: dict[str, dict[str, object]] = {
        "agreement": {"kind": "base", "title": f"{line.name}共建协议", "valid_from": tile.month},
        "insurance_policy": {"insured": "base", "coverage_kind": "practice_liability", "effective_date": tile.month},
    }
    return base | more.get(noun, {})

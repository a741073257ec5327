"""Plans one row of the base roster: the host, the base and its agreement."""

from datetime import timedelta
from typing import Any

from ptman.intake import links
from ptman.intake.known import Entry, folded
from ptman.intake.outcome import Outcome, Step, given
from ptman.intake.planning import Planner
from ptman.labels import Label
from ptman.models.choices import AgreementKind
from ptman.rules import months

AGREEMENT_YEARS = 3


def plan(planner: Planner, outcome: Outcome) -> None:
    values = given(outcome.line, "training_base")
    outcome.title = str(values["name"])
    host = _host(planner, outcome, str(values.pop("host_organisation_id")))
    entry = _found(planner, values, host)
    key = str(values.get("base_no") or f"{folded(values['name'])}@{host}")
    if not planner.first_time(outcome, "training_base.base_no", key):
        return
    outcome.is_new = entry is None
    for code in filter(None, str(values.get("category_codes", "")).split(",")):
        if planner.known.one("degree_category", "code", code) is None:
            message = Label(f"没有类别 {code}。", f"There is no category {code}.")
            planner.complain(outcome, "training_base.category_codes", "category-unknown", message)
    if outcome.complaints:
        return
    values["host_organisation_id"] = host
    if entry is None:
        values.setdefault("base_no", planner.next_number("training_base", "base_no", "JD"))
    base = planner.put(outcome, "training_base", entry, values, f"base:{key}")
    _agreement(planner, outcome, base)


def _host(planner: Planner, outcome: Outcome, name: str) -> str:
    unit = links.organisation(planner, outcome, name, outcome.line.values.get("organisation.uscc"))
    kind = outcome.line.values.get("organisation.org_type")
    known = planner.known.get("organisation", unit)
    if kind is not None and known is None:
        outcome.steps.append(Step("organisation", unit, {"org_type": kind}))
    elif kind is not None and known is not None and known["org_type"] is None:
        planner.put(outcome, "organisation", known, {"org_type": kind}, "")
    return unit


def _found(planner: Planner, values: dict[str, Any], host: str) -> Entry | None:
    if "base_no" in values:
        return planner.find("training_base", "base_no", values["base_no"])
    same = planner.known.where("training_base", "name", values["name"])
    called = planner.called("training_base", "name", values["name"])
    return next((base for base in same if base["host_organisation_id"] == host), called)


def _agreement(planner: Planner, outcome: Outcome, base: str) -> None:
    """An agreement by its number; a base without one is taken, and nobody can be placed there yet."""
    values = given(outcome.line, "agreement")
    if "valid_from" not in values:
        if outcome.is_new:
            outcome.note("没有协议，派遣前须补协议", "No agreement; add one before anybody is placed")
        return
    years = months.add_months(values["valid_from"], AGREEMENT_YEARS * 12) - timedelta(days=1)
    if values.setdefault("valid_to", years) < values["valid_from"]:
        message = Label("协议止应晚于协议起。", "Expected a day after the beginning.")
        planner.complain(outcome, "agreement.valid_to", "dates-order", message)
        return
    number = values.setdefault("agreement_no", f"XY-{outcome.line.values.get('training_base.base_no') or folded(base)}")
    entry = planner.find("agreement", "agreement_no", number)
    if entry is None:
        values |= {"kind": AgreementKind.BASE, "title": f"{outcome.title}共建协议", "base_id": base}
    planner.put(outcome, "agreement", entry, values, f"agreement:{number}")

"""How an answer is kept with a scenario: what the engine stated and the prices that prove it, as plain JSON."""

from collections.abc import Mapping
from typing import Any

from ptman.assign.answer import Answer, Certificate, Tier
from ptman.assign.problem import Given, Role, Status

Stored = dict[str, Any]  # as JSON knows it


def of_answer(answer: Answer) -> Stored:
    """All but whom it gives to whom, which the pairs of the scenario say."""
    return {
        "value": answer.value,
        "bound": answer.bound,
        "proved": answer.proved,
        "status": answer.status.value,
        "mode": answer.mode,
        "seed": answer.seed,
        "input_hash": answer.input_hash,
        "versions": dict(answer.versions),
        "certificate": _of_certificate(answer.certificate),
        "tiers": [
            {
                "code": one.code,
                "value": one.value,
                "bound": one.bound,
                "proved": one.proved,
                "certificate": _of_certificate(one.certificate),
            }
            for one in answer.tiers
        ],
    }


def answer_of(stored: Stored, given: Mapping[str, Given]) -> Answer:
    """The answer again, giving what the pairs say."""
    return Answer(
        given,
        stored["value"],
        stored["bound"],
        stored["proved"],
        Status(stored["status"]),
        _certificate(stored["certificate"]),
        input_hash=stored["input_hash"],
        versions=tuple(sorted(stored["versions"].items())),
        mode=stored["mode"],
        tiers=tuple(
            Tier(one["code"], one["value"], one["bound"], one["proved"], _certificate(one["certificate"]))
            for one in stored["tiers"]
        ),
        seed=stored["seed"],
    )


def _of_certificate(proof: Certificate) -> Stored:
    prices = [[role.value, key, at, price] for (role, key, at), price in sorted(proof.prices.items()) if price]
    return {"scale": proof.scale, "multipliers": list(proof.multipliers), "prices": prices}


def _certificate(stored: Stored) -> Certificate:
    prices = {(Role(role), key, at): price for role, key, at, price in stored["prices"]}
    return Certificate(prices, stored["scale"], tuple(stored["multipliers"]))

"""Technology contracts: what each kind must hold."""

from dataclasses import replace
from datetime import date

import pytest

from ptman.rules import transfer
from ptman.rules.findings import Finding, Standing
from ptman.rules.transfer import Contract

PLAIN = Contract("consulting", 10_000_00, 8_000_00)


def found(one: Contract) -> dict[str, Finding]:
    return {finding.code: finding for finding in transfer.judge(one)}


@pytest.mark.parametrize(
    ("one", "code", "standing", "severity"),
    [
        (PLAIN, "tech.amount", Standing.MET, "block"),
        (replace(PLAIN, tech_amount_cents=10_000_00), "tech.amount", Standing.MET, "block"),
        (replace(PLAIN, tech_amount_cents=10_000_01), "tech.amount", Standing.NOT_YET, "block"),
        (replace(PLAIN, amount_cents=None), "tech.amount", Standing.UNKNOWN, "block"),
        (replace(PLAIN, payment_mode="royalty"), "tech.royalty_note", Standing.NOT_YET, "block"),
        (replace(PLAIN, payment_mode="royalty_plus_entry"), "tech.royalty_note", Standing.NOT_YET, "block"),
        (replace(PLAIN, payment_mode="royalty", royalty_note="3%"), "tech.royalty_note", Standing.MET, "block"),
        (replace(PLAIN, price_method="negotiated"), "tech.publicity", Standing.NOT_YET, "block"),
        (
            replace(
                PLAIN,
                price_method="negotiated",
                publicity_from=date(2026, 3, 1),
                publicity_to=date(2026, 3, 15),
            ),
            "tech.publicity",
            Standing.MET,
            "block",
        ),
        (replace(PLAIN, registration_no="1" * 14), "tech.registration_no", Standing.MET, "warn"),
        (replace(PLAIN, registration_no="1" * 16), "tech.registration_no", Standing.MET, "warn"),
        (replace(PLAIN, registration_no="1" * 15), "tech.registration_no", Standing.NOT_YET, "warn"),
        (Contract("licence", 1, 1, licence_kind="sole"), "tech.licence_kind", Standing.MET, "block"),
        (Contract("licence", 1, 1), "tech.licence_kind", Standing.NOT_YET, "block"),
        (Contract("transfer", 1, 1, reward_ratio_bp=4999), "tech.reward_ratio", Standing.NOT_YET, "warn"),
        (Contract("transfer", 1, 1, reward_ratio_bp=5000), "tech.reward_ratio", Standing.MET, "warn"),
        (Contract("transfer", 1, 1), "tech.reward_ratio", Standing.UNKNOWN, "warn"),
        (replace(PLAIN, planned_cents=(5_000_00, 5_000_00)), "tech.payments", Standing.MET, "warn"),
        (replace(PLAIN, planned_cents=(5_000_00, 4_999_99)), "tech.payments", Standing.NOT_YET, "warn"),
    ],
)
def test_each_test(one: Contract, code: str, standing: Standing, severity: str) -> None:
    finding = found(one)[code]
    assert (finding.standing, finding.severity) == (standing, severity)


def test_what_does_not_apply_is_not_asked() -> None:
    assert set(found(PLAIN)) == {"tech.amount"}
    assert set(found(replace(PLAIN, payment_mode="lump_sum", price_method="auction"))) == {"tech.amount"}


def test_amounts_and_shares_are_written_exactly() -> None:
    over = found(replace(PLAIN, tech_amount_cents=1_010_000_05))["tech.amount"]
    assert over.gap is not None
    assert over.gap.zh == "1,000,000.05 元"
    share = found(Contract("transfer", 1, 1, reward_ratio_bp=4999))["tech.reward_ratio"]
    assert share.value is not None
    assert share.value.zh == "49.99%"


def test_the_office_may_ask_for_a_larger_share() -> None:
    one = Contract("transfer", 1, 1, reward_ratio_bp=6000)
    (share,) = [found for found in transfer.judge(one, 7000) if found.code == "tech.reward_ratio"]
    assert (share.standing, share.threshold.zh if share.threshold else "") == (Standing.NOT_YET, "70%")

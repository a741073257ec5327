"""The lists of sharing: the balance of each partner, by kind, every use behind it, and how resources were used."""

from collections import defaultdict

from ptman.aspects.resources.balance import Year
from ptman.aspects.resources.used import UsedRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Value
from ptman.register import columns, rows
from ptman.rules.teaching import sharing
from ptman.rules.teaching.sharing import Balance

UNIT = Column("unit", Label("单位", "Unit"), width=24)
KIND = Column("kind", Label("类别", "Kind"), width=12)
GIVEN = (
    columns.number("gives_uses", "提供次数", "Uses given"),
    columns.number("gives_people", "提供人次", "People given"),
    Column("gives_hours", Label("提供小时", "Hours given"), Kind.TENTHS, 8),
)
TAKEN = (
    columns.number("takes_uses", "使用次数", "Uses taken"),
    columns.number("takes_people", "使用人次", "People taken"),
    Column("takes_hours", Label("使用小时", "Hours taken"), Kind.TENTHS, 8),
)
BALANCE = rows.blank(
    "resource-balance",
    "organisation",
    Label("教学资源互用统计", "Give and take of teaching resources"),
    (UNIT, columns.number("offered", "共享资源数", "Resources shared"), *GIVEN, *TAKEN),
)
BY_KIND = rows.blank(
    "resource-balance-kind", "", Label("分类别互用统计", "Give and take by kind"), (UNIT, KIND, *GIVEN, *TAKEN)
)
USES = rows.blank(
    "resource-uses",
    "resource_use",
    Label("使用明细", "Every use"),
    (
        Column("number", Label("使用编号", "Use no."), Kind.IDENTIFIER, 14),
        Column("on", Label("日期", "Day"), Kind.DATE),
        Column("resource", Label("教学资源", "Resource"), width=24),
        KIND,
        Column("owner", Label("提供单位", "Owner"), width=20),
        Column("user_unit", Label("使用单位", "Used by"), width=20),
        Column("user", Label("使用人", "User"), width=10),
        Column("subject", Label("使用事由", "Occasion"), width=20),
        Column("purpose", Label("用途", "Purpose"), width=10),
        columns.number("people", "人数", "People"),
        Column("hours", Label("小时", "Hours"), Kind.TENTHS, 8),
        columns.number("score", "评分", "Score"),
    ),
)
STATISTICS = rows.blank(
    "resource-statistics",
    "teaching_resource",
    Label("资源使用与评价", "Use and evaluation"),
    (
        Column("resource", Label("教学资源", "Resource"), width=24),
        KIND,
        Column("owner", Label("提供单位", "Owner"), width=20),
        columns.number("uses", "使用次数", "Uses"),
        columns.number("people", "人次", "People"),
        Column("hours", Label("小时", "Hours"), Kind.TENTHS, 8),
        columns.number("rated", "评价数", "Rated"),
        Column("score", Label("平均评分", "Mean score"), Kind.TENTHS, 8),
    ),
)


def of(year: Year) -> tuple[Listing, ...]:
    """The four sheets of a year."""
    return (balance(year), by_kind(year), statistics(year), uses(year))


def balance(year: Year) -> Listing:
    return rows.listing(
        BALANCE,
        (
            rows.Entry(one.unit_id, {"unit": one.unit, "offered": one.offered, **_sums(one.balance)})
            for one in year.units
        ),
    )


def by_kind(year: Year) -> Listing:
    return rows.listing(
        BY_KIND,
        (
            rows.Entry(f"{at}", {"unit": one.unit, "kind": one.kind, **_sums(one.balance)})
            for at, one in enumerate(year.kinds)
        ),
    )


def uses(year: Year) -> Listing:
    return rows.listing(
        USES,
        (
            rows.Entry(
                one.id,
                {
                    "number": one.number,
                    "on": one.on,
                    "resource": one.resource,
                    "kind": one.kind,
                    "owner": year.names[one.owner],
                    "user_unit": year.names[one.user_unit],
                    "user": one.user,
                    "subject": one.subject,
                    "purpose": one.purpose,
                    "people": one.amount.people,
                    "hours": one.amount.tenths,
                    "score": one.score,
                },
            )
            for one in year.uses
        ),
    )


def statistics(year: Year) -> Listing:
    """Every resource that was used in the year, the most used first."""
    found: dict[str, list[UsedRow]] = defaultdict(list)
    for one in year.uses:
        found[one.resource_id].append(one)
    entries = [rows.Entry(key, _used(year, of)) for key, of in found.items()]
    entries.sort(key=lambda one: (-_number(one.cells["uses"]), -_number(one.cells["hours"]), one.id))
    return rows.listing(STATISTICS, entries)


def _used(year: Year, of: list[UsedRow]) -> dict[str, Value]:
    whole = sharing.total(one.amount for one in of)
    scores = [one.score for one in of if one.score is not None]
    return {
        "resource": of[0].resource,
        "kind": of[0].kind,
        "owner": year.names[of[0].owner],
        "uses": whole.uses,
        "people": whole.people,
        "hours": whole.tenths,
        "rated": len(scores),
        "score": sharing.mean_tenths(scores),
    }


def _sums(one: Balance) -> dict[str, Value]:
    gives, takes = one.gives, one.takes
    return {
        "gives_uses": gives.uses,
        "gives_people": gives.people,
        "gives_hours": gives.tenths,
        "takes_uses": takes.uses,
        "takes_people": takes.people,
        "takes_hours": takes.tenths,
    }


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0

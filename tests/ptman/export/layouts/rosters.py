"""A list of made-up placements in which hosts, months and seats vary, for the tests of layouts."""

from collections.abc import Sequence
from datetime import date

from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Load, Row, Value

HOST = Column("host", Label("实践单位", "Host"), width=20)
COLUMNS = (
    Column("number", Label("学号", "Student no."), Kind.IDENTIFIER),
    Column("name", Label("姓名", "Name"), Kind.NAME),
    HOST,
    Column("months", Label("月数", "Months"), Kind.NUMBER, 6),
    Column("load", Label("在岗", "Seats"), Kind.NUMBER, 6),
    Column("from", Label("开始", "From"), Kind.DATE),
)


def placed(hosts: Sequence[str | None]) -> Listing:
    """One row a host given; the number of months is the place in the list, from 1."""
    rows = []
    for at, host in enumerate(hosts, 1):
        cells: tuple[Value, ...] = (f"22{at:04d}", f"学生{at}", host, at, Load(at, 10), date(2027, 9, 1))
        tags = frozenset({"even"}) if at % 2 == 0 else frozenset()
        rows.append(Row(str(at), cells, f"22{at:04d} {host or ''}", tags))
    return Listing("placements", "placement", Label("专业实践汇总表", "Placements"), COLUMNS, tuple(rows))

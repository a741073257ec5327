"""One more noun, declared by its fields alone, is entered, imported, exported, searched, undone, due, related."""

import json
from pathlib import Path

from tests.ptman import offices


def test_a_scholarship_needs_only_its_class(tmp_path: Path) -> None:
    with offices.start("program_scholarship", tmp_path) as program:
        said, _ = program.communicate(timeout=120)
    assert program.returncode == 0
    told = json.loads(said)
    whole = ["张雨桐", "2026", "12,000.50", "88.5", "待审", "2026-12-22"]
    other = ["李思远", "2026", "12,000.00", "", "待审", ""]
    assert told["first"]["kind"] == "scholarship"
    assert told["first"]["counts"] == {"new": 2, "refused": 2}
    assert told["first"]["codes"] == ["link-unknown", "duplicate-in-file"]
    assert sorted(told["list"]) == sorted([whole, other])
    assert told["again"]["counts"] == {"unchanged": 2}
    assert told["changed"]["changed"] == ["金额（元）:12,000.50→13,000.00", "状态:待审→已发放"]
    assert told["exported again"] == {"kind": "scholarship", "counts": {"unchanged": 2}, "codes": [], "changed": []}
    assert ["status=paid", 1] in told["chips"]
    assert ["due-soon", 1] in told["chips"]
    assert told["agenda"] == [["奖学金待发放", "张雨桐 2026", "week"]]
    assert told["found"] == [
        ["student", "张雨桐", "students"],
        ["scholarship", "张雨桐 2026", "registers/scholarship"],
    ]
    assert sorted(told["undone"]) == sorted([whole, other])
    assert ["李思远", "2027", "1,500.50", "", "待审", ""] in told["added"]
    assert told["around"] == {"scholarship": ["2026", "2027"]}
    assert told["same row"]

"""Reports on practice as they come in, cycle by cycle (domain §3.9)."""

from ptman.labels import Label
from ptman.rules.machine import Derived, Machine, Move, State, When, of

PRACTICE_REPORT = Machine(
    noun="practice_report",
    label=Label("实践报告", "practice report"),
    states=(
        State("due", Label("待交", "Due")),
        State("submitted", Label("已交", "Submitted")),
        State("returned", Label("已退回", "Returned")),
        State("accepted", Label("已通过", "Accepted"), final=True),
        State("waived", Label("免交", "Waived"), final=True),
    ),
    start="due",
    moves=(
        Move("submit", Label("登记提交", "Record as submitted"), of("due"), "submitted"),
        Move("resubmit", Label("重新提交", "Submit again"), of("returned"), "submitted"),
        Move("accept", Label("通过", "Accept"), of("submitted"), "accepted", guards=("long_enough",)),
        Move("return", Label("退回", "Return"), of("submitted"), "returned", reason=True),
        Move("waive", Label("免交", "Waive"), of("due", "returned"), "waived", reason=True),
    ),
    derived=(
        Derived("overdue", Label("逾期未交", "Overdue"), of("due", "returned"), "due_on"),
        Derived("soon", Label("即将到期", "Due soon"), of("due", "returned"), "due_on", When.SOON, 7),
    ),
)

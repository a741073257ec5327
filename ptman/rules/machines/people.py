"""Appointments, changes of supervisor and milestones (domain §5.1–§5.3)."""

from ptman.labels import Label
from ptman.rules.machine import Derived, Machine, Move, State, When, of

APPOINTMENT = Machine(
    noun="appointment",
    label=Label("聘任", "appointment"),
    states=(
        State("draft", Label("草稿", "Draft")),
        State("submitted", Label("已提交", "Submitted")),
        State("approved", Label("已批准", "Approved")),
        State("active", Label("在聘", "In force")),
        State("ended", Label("已结束", "Ended"), final=True),
        State("rejected", Label("未批准", "Rejected"), final=True),
    ),
    start="draft",
    moves=(
        Move("submit", Label("提交", "Submit"), of("draft"), "submitted"),
        Move(
            "approve",
            Label("批准", "Approve"),
            of("submitted"),
            "approved",
            guards=("qualification_complete", "no_overlapping_appointment"),
        ),
        Move("reject", Label("不予批准", "Reject"), of("submitted"), "rejected", reason=True),
        Move("issue_certificate", Label("颁发聘书", "Issue the certificate"), of("approved"), "active"),
        Move(
            "renew",
            Label("续聘", "Renew"),
            of("active"),
            "active",
            guards=("renewal_window",),
            opens="draft",
        ),
        Move("resign", Label("辞任", "Resign"), of("active"), "ended", reason=True),
        Move("dismiss", Label("解聘", "Dismiss"), of("active"), "ended", reason=True),
    ),
    derived=(
        Derived("expired", Label("已到期", "Expired"), of("active"), "term_end"),
        Derived("expiring", Label("将到期", "Expiring"), of("active"), "term_end", When.SOON, 90),
    ),
)

MILESTONE = Machine(
    noun="milestone",
    label=Label("培养环节", "milestone"),
    states=(
        State("not_due", Label("未到时间", "Not due")),
        State("open", Label("进行中", "Open")),
        State("submitted", Label("已提交", "Submitted")),
        State("conditional", Label("有条件通过", "Conditional")),
        State("passed", Label("通过", "Passed"), final=True),
        State("failed", Label("未通过", "Failed")),
        State("waived", Label("免除", "Waived"), final=True),
    ),
    start="not_due",
    moves=(
        Move("open", Label("开始", "Open"), of("not_due"), "open"),
        Move("submit", Label("提交", "Submit"), of("open"), "submitted"),
        Move("pass", Label("通过", "Pass"), of("submitted"), "passed"),
        Move("pass_conditionally", Label("有条件通过", "Pass with conditions"), of("submitted"), "conditional"),
        Move("fail", Label("不通过", "Fail"), of("submitted"), "failed"),
        Move("accept_fix", Label("确认已改正", "Accept the correction"), of("conditional"), "passed"),
        Move("retry", Label("再次进行", "Try again"), of("failed"), "failed", opens="open"),
        Move("extend", Label("延期", "Extend"), of("open"), "open", reason=True, guards=("due_ahead",)),
        Move(
            "waive",
            Label("免除", "Waive"),
            of("not_due", "open", "submitted", "conditional", "failed"),
            "waived",
            reason=True,
        ),
    ),
    derived=(Derived("overdue", Label("逾期", "Overdue"), of("open"), "due_on"),),
)

_UNDER_WAY = of("submitted", "original_opinion", "new_opinion", "faculty_review", "office_review")

SUPERVISOR_CHANGE = Machine(
    noun="supervisor_change",
    label=Label("变更导师申请", "change of supervisor"),
    states=(
        State("draft", Label("草稿", "Draft")),
        State("submitted", Label("已提交", "Submitted")),
        State("original_opinion", Label("待原导师意见", "With the present supervisor")),
        State("new_opinion", Label("待新导师意见", "With the new supervisor")),
        State("faculty_review", Label("待学院审核", "With the faculty")),
        State("office_review", Label("待管理部门审批", "With the graduate office")),
        State("effective", Label("已生效", "In effect"), final=True),
        State("rejected", Label("未批准", "Rejected"), final=True),
        State("withdrawn", Label("已撤回", "Withdrawn"), final=True),
    ),
    start="draft",
    moves=(
        Move("submit", Label("提交", "Submit"), of("draft"), "submitted"),
        Move("ask_original", Label("征求原导师意见", "Ask the present one"), of("submitted"), "original_opinion"),
        Move("original_agrees", Label("原导师同意", "The present one agrees"), of("original_opinion"), "new_opinion"),
        Move(
            "original_refuses",
            Label("原导师不同意或未答复，转学院调查", "The present one refuses or is silent: to the faculty"),
            of("original_opinion"),
            "faculty_review",
            reason=True,
        ),
        Move("new_agrees", Label("新导师同意", "The new one agrees"), of("new_opinion"), "faculty_review"),
        Move("new_refuses", Label("新导师不同意", "The new one refuses"), of("new_opinion"), "rejected", reason=True),
        Move(
            "faculty_approves",
            Label("学院同意", "The faculty approves"),
            of("faculty_review"),
            "office_review",
            guards=("new_supervisor_agreed", "investigated_if_refused"),
        ),
        Move(
            "office_approves",
            Label("批准生效", "Put into effect"),
            of("office_review"),
            "effective",
            guards=("new_supervisor_qualified", "handover_possible"),
        ),
        Move("reject", Label("不予批准", "Reject"), of("faculty_review", "office_review"), "rejected", reason=True),
        Move("withdraw", Label("撤回", "Withdraw"), of("draft") | _UNDER_WAY, "withdrawn"),
    ),
)

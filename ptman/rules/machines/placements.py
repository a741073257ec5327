"""Placements and their assessment (domain §5.6, §5.7)."""

from ptman.labels import Label
from ptman.rules import machine
from ptman.rules.machine import Derived, Machine, Move, State, When, of

_READY = ("agreement_in_force", "insurance_covers", "safety_training_done", "emergency_contact")

# The way of a placement; `planned`, `dispatched` and `finished` are what the office files already hold.
_WAY = (
    State("planned", Label("待派遣", "Planned")),
    State("applied", Label("已申请", "Applied")),
    State("campus_agreed", Label("校内导师同意", "Academic supervisor agreed")),
    State("industry_agreed", Label("企业导师同意", "Industry supervisor agreed")),
    State("office_approved", Label("已批准", "Approved")),
    State("ready", Label("手续齐备", "Ready")),
    State("dispatched", Label("已派遣", "Dispatched")),
    State("accepted", Label("单位已接收", "Accepted by the host")),
    State("in_progress", Label("进行中", "In progress")),
    State("finished", Label("已完成", "Finished")),
    State("assessed", Label("已考核", "Assessed")),
    State("archived", Label("已归档", "Archived")),
)
_BEFORE = of("applied", "campus_agreed", "industry_agreed", "office_approved", "ready")

PLACEMENT = Machine(
    noun="placement",
    label=Label("实践派遣", "placement"),
    states=(
        *_WAY,
        State("interrupted", Label("中断", "Interrupted")),
        State("rejected", Label("未批准", "Rejected"), final=True),
        State("cancelled", Label("已取消", "Cancelled"), final=True),
        State("terminated", Label("已终止", "Terminated"), final=True),
    ),
    start="planned",
    moves=(
        Move("apply", Label("申请", "Apply"), of("planned"), "applied"),
        Move("campus_agree", Label("校内导师同意", "Academic supervisor agrees"), of("applied"), "campus_agreed"),
        Move(
            "industry_agree",
            Label("企业导师同意", "Industry supervisor agrees"),
            of("campus_agreed"),
            "industry_agreed",
        ),
        Move("approve", Label("批准", "Approve"), of("industry_agreed"), "office_approved"),
        Move("make_ready", Label("手续齐备", "Declare ready"), of("office_approved"), "ready", guards=_READY),
        Move("dispatch", Label("派遣", "Dispatch"), of("ready"), "dispatched", guards=("letter_issued",)),
        Move(
            "dispatch_planned",
            Label("按计划直接派遣", "Dispatch as planned"),
            of("planned"),
            "dispatched",
            guards=("letter_issued",),
        ),
        Move("accept", Label("收到回执", "Host accepts"), of("dispatched"), "accepted", guards=("receipt_returned",)),
        Move("begin", Label("开始", "Begin"), of("accepted"), "in_progress"),
        Move("interrupt", Label("中断", "Interrupt"), of("in_progress"), "interrupted", reason=True),
        Move("resume", Label("恢复", "Resume"), of("interrupted"), "in_progress"),
        Move("finish", Label("完成", "Finish"), of("in_progress"), "finished"),
        Move("assess", Label("考核通过", "Assess"), of("finished"), "assessed", guards=("assessment_passed",)),
        Move("archive", Label("归档", "Archive"), of("assessed"), "archived"),
        Move("reject", Label("不予批准", "Reject"), _BEFORE, "rejected", reason=True),
        Move("cancel", Label("取消", "Cancel"), of("planned") | _BEFORE, "cancelled"),
        Move(
            "terminate",
            Label("终止", "Terminate"),
            of("dispatched", "accepted", "in_progress", "interrupted"),
            "terminated",
            reason=True,
        ),
        Move("recall", Label("撤回派遣", "Recall"), of("dispatched"), "planned", reason=True, back=True),
        *machine.backward(_WAY),
    ),
    derived=(
        Derived("overdue", Label("已过结束日期", "Past its end"), of("in_progress", "interrupted"), "ends_on"),
        Derived("ending", Label("将结束", "Ending"), of("in_progress"), "ends_on", When.SOON, 30),
    ),
)

PRACTICE_ASSESSMENT = Machine(
    noun="practice_assessment",
    label=Label("实践考核", "practice assessment"),
    states=(
        State("not_started", Label("未开始", "Not started")),
        State("report_submitted", Label("已交报告", "Report submitted")),
        State("report_returned", Label("报告退回", "Report returned")),
        State("report_accepted", Label("报告通过", "Report accepted")),
        State("scoring", Label("评分中", "Scoring")),
        State("defence_scheduled", Label("已安排答辩", "Defence scheduled")),
        State("defended", Label("已答辩", "Defended")),
        State("weights_applied", Label("已合成成绩", "Weighted")),
        State("faculty_confirmed", Label("学院已确认", "Confirmed by the faculty")),
        State("passed", Label("合格", "Passed"), final=True),
        State("failed", Label("不合格", "Failed")),
    ),
    start="not_started",
    moves=(
        Move("submit_report", Label("提交报告", "Submit the report"), of("not_started"), "report_submitted"),
        Move("return_report", Label("退回报告", "Return"), of("report_submitted"), "report_returned", reason=True),
        Move("resubmit_report", Label("重新提交报告", "Submit again"), of("report_returned"), "report_submitted"),
        Move("accept_report", Label("通过报告", "Accept the report"), of("report_submitted"), "report_accepted"),
        Move("score", Label("开始评分", "Begin scoring"), of("report_accepted"), "scoring"),
        Move(
            "schedule",
            Label("安排答辩", "Schedule the defence"),
            of("scoring"),
            "defence_scheduled",
            guards=("both_scores_given",),
        ),
        Move("defend", Label("登记答辩", "Record the defence"), of("defence_scheduled"), "defended"),
        Move(
            "weigh", Label("合成成绩", "Apply the weights"), of("defended"), "weights_applied", guards=("weights_sum",)
        ),
        Move("confirm", Label("学院确认", "Confirm"), of("weights_applied"), "faculty_confirmed"),
        Move("pass", Label("合格", "Pass"), of("faculty_confirmed"), "passed", guards=("practice_long_enough",)),
        Move("fail", Label("不合格", "Fail"), of("faculty_confirmed"), "failed", reason=True),
        Move("retake", Label("重新考核", "Retake"), of("failed"), "failed", opens="not_started"),
    ),
)

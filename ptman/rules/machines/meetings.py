"""Meetings, their action items and what partners promise at them (domain §5.10, §5.11)."""

from ptman.labels import Label
from ptman.rules.machine import Derived, Machine, Move, State, When, of

ACTION_ITEM = Machine(
    noun="action_item",
    label=Label("议定事项", "action item"),
    states=(
        State("open", Label("待办", "Open")),
        State("in_progress", Label("办理中", "In progress")),
        State("postponed", Label("已延期", "Postponed")),
        State("done", Label("已办待核", "Done, to be checked")),
        State("closed", Label("已办结", "Closed"), final=True),
        State("cancelled", Label("已取消", "Cancelled"), final=True),
    ),
    start="open",
    moves=(
        Move("start", Label("开始办理", "Start"), of("open", "postponed"), "in_progress"),
        Move("finish", Label("办毕", "Finish"), of("in_progress"), "done"),
        Move("close", Label("核实办结", "Close"), of("done"), "closed"),
        Move("postpone", Label("延期", "Postpone"), of("open", "in_progress", "postponed"), "postponed", reason=True),
        Move(
            "cancel",
            Label("经议定取消", "Cancel by resolution"),
            of("open", "in_progress", "postponed"),
            "cancelled",
            reason=True,
            guards=("by_resolution",),
        ),
        Move("reopen", Label("退回办理", "Send back"), of("done"), "in_progress", reason=True, back=True),
    ),
    derived=(
        Derived("overdue", Label("逾期", "Overdue"), of("open", "in_progress", "postponed"), "due_on"),
        Derived(
            "due_soon", Label("将到期", "Due soon"), of("open", "in_progress", "postponed"), "due_on", When.SOON, 7
        ),
    ),
)

MEETING = Machine(
    noun="meeting",
    label=Label("会议", "meeting"),
    states=(
        State("planned", Label("拟开", "Planned")),
        State("notice_sent", Label("已发通知", "Notice sent")),
        State("held", Label("已召开", "Held")),
        State("minutes_draft", Label("纪要起草", "Minutes drafted")),
        State("minutes_confirmed", Label("纪要已会签", "Minutes confirmed")),
        State("minutes_issued", Label("纪要已印发", "Minutes issued")),
        State("archived", Label("已归档", "Archived"), final=True),
        State("postponed", Label("已推迟", "Postponed")),
        State("cancelled", Label("已取消", "Cancelled"), final=True),
    ),
    start="planned",
    moves=(
        Move("send_notice", Label("发出通知", "Send the notice"), of("planned"), "notice_sent"),
        Move("hold", Label("登记召开", "Record as held"), of("notice_sent"), "held"),
        Move("draft_minutes", Label("起草纪要", "Draft the minutes"), of("held"), "minutes_draft"),
        Move("confirm_minutes", Label("会签纪要", "Confirm the minutes"), of("minutes_draft"), "minutes_confirmed"),
        Move("issue_minutes", Label("印发纪要", "Issue the minutes"), of("minutes_confirmed"), "minutes_issued"),
        Move("archive", Label("归档", "Archive"), of("minutes_issued"), "archived"),
        Move("postpone", Label("推迟", "Postpone"), of("planned", "notice_sent"), "postponed", reason=True),
        Move("plan_again", Label("重新安排", "Plan again"), of("postponed"), "planned"),
        Move("cancel", Label("取消", "Cancel"), of("planned", "notice_sent", "postponed"), "cancelled", reason=True),
        Move(
            "return_minutes",
            Label("退回修改纪要", "Return the minutes"),
            of("minutes_confirmed"),
            "minutes_draft",
            reason=True,
            back=True,
        ),
    ),
    derived=(
        Derived("overdue", Label("过期未开", "Not held in time"), of("planned", "notice_sent"), "planned_on"),
        Derived("soon", Label("即将召开", "Soon"), of("planned", "notice_sent"), "planned_on", When.SOON, 14),
    ),
)

COMMITMENT = Machine(
    noun="commitment",
    label=Label("承诺", "commitment"),
    states=(
        State("proposed", Label("拟承诺", "Proposed")),
        State("confirmed", Label("已确认", "Confirmed")),
        State("delivered", Label("已兑现", "Delivered")),
        State("withdrawn", Label("已撤回", "Withdrawn"), final=True),
    ),
    start="proposed",
    moves=(
        Move("confirm", Label("确认承诺", "Confirm"), of("proposed"), "confirmed", guards=("minuted",)),
        Move("deliver", Label("登记兑现", "Record as delivered"), of("confirmed"), "delivered", guards=("all_there",)),
        Move("withdraw", Label("撤回", "Withdraw"), of("proposed", "confirmed"), "withdrawn", reason=True),
        Move(
            "not_kept",
            Label("更正为未兑现", "Not delivered after all"),
            of("delivered"),
            "confirmed",
            reason=True,
            back=True,
        ),
    ),
    derived=(Derived("overdue", Label("逾期未兑现", "Overdue"), of("proposed", "confirmed"), "from_on"),),
)

"""Changes of placements: asked about, agreed to by each party, carried out (domain §3.9)."""

from ptman.labels import Label
from ptman.rules.machine import Machine, Move, State, of

PLACEMENT_CHANGE = Machine(
    noun="placement_change",
    label=Label("实践变更", "change"),
    states=(
        State("asked", Label("征求意见", "Being asked about")),
        State("approved", Label("已同意", "Agreed")),
        State("done", Label("已执行", "Carried out"), final=True),
        State("rejected", Label("未同意", "Rejected"), final=True),
        State("withdrawn", Label("已撤回", "Withdrawn"), final=True),
    ),
    start="asked",
    moves=(
        Move(
            "supervisor_agree",
            Label("导师同意", "Supervisor agrees"),
            of("asked"),
            "asked",
            guards=("supervisor_not_yet",),
        ),
        Move("host_agree", Label("原单位同意", "Host agrees"), of("asked"), "asked", guards=("host_not_yet",)),
        Move(
            "new_host_agree", Label("新单位同意", "New host agrees"), of("asked"), "asked", guards=("new_host_not_yet",)
        ),
        Move("office_agree", Label("办公室同意", "Office agrees"), of("asked"), "approved", guards=("others_agree",)),
        Move("carry_out", Label("执行变更", "Carry out"), of("approved"), "done", guards=("change_fits",)),
        Move("reject", Label("不同意", "Reject"), of("asked"), "rejected", reason=True),
        Move("withdraw", Label("撤回申请", "Withdraw"), of("asked", "approved"), "withdrawn", reason=True),
        Move("back_to_asked", Label("退回征求意见", "Ask again"), of("approved"), "asked", reason=True, back=True),
    ),
)

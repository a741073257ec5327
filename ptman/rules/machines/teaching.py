"""Training classes and the use of shared resources (domain §5.14, §5.15)."""

from ptman.labels import Label
from ptman.rules.machine import Derived, Machine, Move, State, When, of

TRAINING_CLASS = Machine(
    noun="training_class",
    label=Label("培训班", "training class"),
    states=(
        State("planned", Label("筹划", "Planned")),
        State("approved", Label("已立项", "Approved")),
        State("recruiting", Label("招生", "Recruiting")),
        State("running", Label("开班", "Running")),
        State("completed", Label("已结班", "Completed")),
        State("certificates_issued", Label("已发证书", "Certificates issued")),
        State("archived", Label("已归档", "Archived"), final=True),
        State("cancelled", Label("已取消", "Cancelled"), final=True),
    ),
    start="planned",
    moves=(
        Move("approve", Label("立项", "Approve"), of("planned"), "approved"),
        Move("recruit", Label("招生", "Recruit"), of("approved"), "recruiting"),
        Move("run", Label("开班", "Begin"), of("recruiting"), "running"),
        Move("complete", Label("结班", "Complete"), of("running"), "completed"),
        Move(
            "issue_certificates",
            Label("发证书", "Issue certificates"),
            of("completed"),
            "certificates_issued",
            guards=("results_entered",),
        ),
        Move("archive", Label("归档", "Archive"), of("certificates_issued"), "archived"),
        Move(
            "cancel",
            Label("取消", "Cancel"),
            of("planned", "approved", "recruiting", "running"),
            "cancelled",
            reason=True,
        ),
    ),
    derived=(Derived("overdue", Label("已过结班日期", "Past its end"), of("running"), "ends_on"),),
)

RESOURCE_USE = Machine(
    noun="resource_use",
    label=Label("资源使用", "use of a resource"),
    states=(
        State("requested", Label("已申请", "Requested")),
        State("approved", Label("已批准", "Approved")),
        State("in_use", Label("使用中", "In use")),
        State("returned", Label("已归还", "Returned")),
        State("evaluated", Label("已评价", "Evaluated"), final=True),
        State("rejected", Label("未批准", "Rejected"), final=True),
        State("cancelled", Label("已取消", "Cancelled"), final=True),
    ),
    start="requested",
    moves=(
        Move("approve", Label("批准", "Approve"), of("requested"), "approved", guards=("no_clash", "in_scope")),
        Move("reject", Label("不予批准", "Reject"), of("requested"), "rejected", reason=True),
        Move("start", Label("开始使用", "Start"), of("approved"), "in_use"),
        Move("return", Label("归还", "Return"), of("in_use"), "returned"),
        Move("evaluate", Label("评价", "Evaluate"), of("returned"), "evaluated", guards=("scored",)),
        Move("cancel", Label("取消", "Cancel"), of("requested", "approved"), "cancelled"),
    ),
    derived=(
        Derived("overdue", Label("逾期未还", "Not returned in time"), of("in_use"), "ends_on"),
        Derived("soon", Label("即将使用", "Soon"), of("approved"), "starts_on", When.SOON, 7),
    ),
)

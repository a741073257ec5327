"""Technology contracts and their payments (domain §5.12)."""

from ptman.labels import Label
from ptman.rules.machine import Derived, Machine, Move, State, When, of

_WAY = (
    State("lead", Label("意向", "Lead")),
    State("negotiating", Label("洽谈", "Negotiating")),
    State("contract_review", Label("合同审查", "Contract review")),
    State("signed", Label("已签订", "Signed")),
    State("registering", Label("认定登记中", "Registering")),
    State("registered", Label("已登记", "Registered")),
    State("not_registered", Label("未登记", "Not registered")),
    State("performing", Label("履行中", "Performing")),
    State("paused", Label("暂停", "Paused")),
    State("accepted", Label("已验收", "Accepted")),
    State("settled", Label("已结算", "Settled")),
)

TECH_CONTRACT = Machine(
    noun="tech_contract",
    label=Label("技术合同", "technology contract"),
    states=(
        *_WAY,
        State("closed", Label("已办结", "Closed"), final=True),
        State("terminated", Label("已终止", "Terminated"), final=True),
    ),
    start="lead",
    moves=(
        Move("negotiate", Label("开始洽谈", "Negotiate"), of("lead"), "negotiating"),
        Move("submit_review", Label("送审", "Send for review"), of("negotiating"), "contract_review"),
        Move(
            "sign",
            Label("签订", "Sign"),
            of("contract_review"),
            "signed",
            guards=("contract_checks_pass", "price_publicised"),
        ),
        Move("apply_registration", Label("申请登记", "Apply for registration"), of("signed"), "registering"),
        Move("register", Label("登记通过", "Register"), of("registering"), "registered"),
        Move(
            "leave_unregistered", Label("不予登记", "Leave unregistered"), of("signed", "registering"), "not_registered"
        ),
        Move("perform", Label("开始履行", "Perform"), of("registered", "not_registered"), "performing"),
        Move("pause", Label("暂停", "Pause"), of("performing"), "paused", reason=True),
        Move("resume", Label("恢复", "Resume"), of("paused"), "performing"),
        Move("accept", Label("验收", "Accept"), of("performing"), "accepted"),
        Move("settle", Label("结算", "Settle"), of("accepted"), "settled", guards=("payments_received",)),
        Move("close", Label("办结", "Close"), of("settled"), "closed"),
        Move("terminate", Label("终止", "Terminate"), of(*(state.key for state in _WAY)), "terminated", reason=True),
    ),
    derived=(
        Derived("overdue", Label("已过有效期", "Past its term"), of("performing", "paused"), "valid_to"),
        Derived("expiring", Label("将到期", "Expiring"), of("performing", "paused"), "valid_to", When.SOON, 90),
    ),
)

CONTRACT_PAYMENT = Machine(
    noun="contract_payment",
    label=Label("合同付款", "contract payment"),
    states=(
        State("planned", Label("计划", "Planned")),
        State("invoiced", Label("已开票", "Invoiced")),
        State("part_received", Label("部分到账", "Received in part")),
        State("received", Label("已到账", "Received"), final=True),
    ),
    start="planned",
    moves=(
        Move("invoice", Label("开票", "Invoice"), of("planned"), "invoiced"),
        Move("receive_part", Label("部分到账", "Receive a part"), of("invoiced", "part_received"), "part_received"),
        Move("receive", Label("全额到账", "Receive in full"), of("invoiced", "part_received"), "received"),
    ),
    derived=(
        Derived("overdue", Label("逾期", "Overdue"), of("planned", "invoiced", "part_received"), "planned_on"),
        Derived("due_soon", Label("将到期", "Due soon"), of("planned", "invoiced"), "planned_on", When.SOON, 30),
    ),
)

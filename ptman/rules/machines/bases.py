"""Training bases and their evaluation, agreements and insurance (domain §3.5, §5.4, §5.5, §5.9)."""

from ptman.labels import Label
from ptman.rules.machine import Derived, Machine, Move, State, When, of

TRAINING_BASE = Machine(
    noun="training_base",
    label=Label("基地", "base"),
    states=(
        State("proposed", Label("拟建", "Proposed")),
        State("site_visited", Label("已考察", "Visited")),
        State("under_review", Label("评审中", "Under review")),
        State("approved", Label("已批准", "Approved")),
        State("active", Label("在用", "Active")),
        State("rectifying", Label("整改", "Rectifying")),
        State("closed", Label("撤销", "Closed"), final=True),
    ),
    start="proposed",
    moves=(
        Move("record_visit", Label("登记考察", "Record the visit"), of("proposed"), "site_visited"),
        Move(
            "submit_review",
            Label("提交评审", "Submit for review"),
            of("site_visited"),
            "under_review",
            guards=("site_visit_recorded",),
        ),
        Move("approve", Label("批准", "Approve"), of("under_review"), "approved", guards=("site_visit_recommends",)),
        Move("operate", Label("启用", "Put to use"), of("approved"), "active", guards=("base_agreement_in_force",)),
        Move("suspend", Label("限期整改", "Suspend"), of("active"), "rectifying", reason=True),
        Move("resume", Label("整改通过", "Resume"), of("rectifying"), "active", guards=("base_agreement_in_force",)),
        Move(
            "drop",
            Label("不再设立", "Give up"),
            of("proposed", "site_visited", "under_review", "approved"),
            "closed",
            reason=True,
        ),
        Move("close", Label("撤销", "Close"), of("active", "rectifying"), "closed", reason=True),
    ),
    derived=(
        Derived("lapsed", Label("协议已到期", "Agreement expired"), of("active", "rectifying"), "valid_to"),
        Derived(
            "expiring",
            Label("协议将到期", "Agreement expiring"),
            of("active", "rectifying"),
            "valid_to",
            When.SOON,
            180,
        ),
    ),
    noted=(
        ("give_plaque", Label("授予铭牌", "Give the plaque")),
        ("take_plaque", Label("收回铭牌", "Take the plaque back")),
    ),
)

BASE_EVALUATION = Machine(
    noun="base_evaluation",
    label=Label("基地评估", "evaluation"),
    states=(
        State("scoring", Label("评分中", "Being scored")),
        State("proposed", Label("已核算", "Grade proposed")),
        State("granted", Label("已授予", "Granted")),
        State("withdrawn", Label("已撤回", "Withdrawn"), final=True),
    ),
    start="scoring",
    moves=(
        Move(
            "propose",
            Label("核算等级", "Propose the grade"),
            of("scoring", "proposed"),
            "proposed",
            guards=("all_scored", "weights_sum"),
        ),
        Move(
            "grant",
            Label("授予等级", "Grant the grade"),
            of("proposed"),
            "granted",
            guards=("concluded", "conclusion_possible"),
        ),
        Move(
            "renew",
            Label("续评", "Renew"),
            of("granted"),
            "granted",
            guards=("not_renewed",),
            opens="scoring",
        ),
        Move("withdraw", Label("撤回等级", "Withdraw the grade"), of("granted"), "withdrawn", reason=True),
        Move(
            "back_to_scoring", Label("退回评分", "Back to scoring"), of("proposed"), "scoring", reason=True, back=True
        ),
    ),
    derived=(
        Derived("lapsed", Label("等级已到期", "Grade lapsed"), of("granted"), "valid_to"),
        Derived("ending", Label("等级将到期", "Grade ending"), of("granted"), "valid_to", When.SOON, 60),
    ),
)

AGREEMENT = Machine(
    noun="agreement",
    label=Label("协议", "agreement"),
    states=(
        State("drafting", Label("起草", "Drafting")),
        State("legal_review", Label("合法性审查", "Legal review")),
        State("approved", Label("已批准", "Approved")),
        State("signing", Label("签署中", "Being signed")),
        State("signed", Label("已签订", "Signed")),
        State("terminated", Label("已终止", "Terminated"), final=True),
        State("abandoned", Label("已放弃", "Abandoned"), final=True),
    ),
    start="drafting",
    moves=(
        Move("submit_review", Label("送审", "Send for review"), of("drafting"), "legal_review"),
        Move("approve", Label("审查通过", "Approve"), of("legal_review"), "approved"),
        Move("sign_first", Label("开始签署", "Begin signing"), of("approved"), "signing"),
        Move(
            "sign_last", Label("签署完毕", "All have signed"), of("signing"), "signed", guards=("all_parties_signed",)
        ),
        Move("amend", Label("订立补充协议", "Amend"), of("signed"), "signed", reason=True),
        Move("renew", Label("续签", "Renew"), of("signed"), "signed", opens="drafting"),
        Move("terminate", Label("提前终止", "Terminate"), of("signed"), "terminated", reason=True),
        Move(
            "abandon",
            Label("放弃", "Abandon"),
            of("drafting", "legal_review", "approved", "signing"),
            "abandoned",
            reason=True,
        ),
        Move("return", Label("退回修改", "Return"), of("legal_review"), "drafting", reason=True, back=True),
    ),
    derived=(
        Derived("expired", Label("已到期", "Expired"), of("signed"), "valid_to"),
        Derived("not_yet", Label("未生效", "Not yet in force"), of("signed"), "valid_from", When.AHEAD),
        Derived("expiring", Label("将到期", "Expiring"), of("signed"), "valid_to", When.SOON, 180),
    ),
)

INSURANCE_POLICY = Machine(
    noun="insurance_policy",
    label=Label("保险", "insurance"),
    states=(
        State("submitted", Label("待核验", "Submitted")),
        State("rejected", Label("未通过", "Rejected")),
        State("verified", Label("已核验", "Verified"), final=True),
    ),
    start="submitted",
    moves=(
        Move("verify", Label("核验通过", "Verify"), of("submitted"), "verified"),
        Move("reject", Label("核验不通过", "Reject"), of("submitted"), "rejected", reason=True),
        Move("resubmit", Label("重新提交", "Submit again"), of("rejected"), "submitted"),
    ),
    derived=(
        Derived("expired", Label("已过期", "Expired"), of("verified"), "expiry_date"),
        Derived("expiring", Label("将过期", "Expiring"), of("verified"), "expiry_date", When.SOON, 30),
    ),
)

"""Applications for the professional title (domain §5.8)."""

from ptman.labels import Label
from ptman.rules.machine import Machine, Move, State, of

TITLE_APPLICATION = Machine(
    noun="title_application",
    label=Label("职称申报", "title application"),
    states=(
        State("draft", Label("草稿", "Draft")),
        State("submitted", Label("已提交", "Submitted")),
        State("returned", Label("退回补正", "Returned")),
        State("prelim_passed", Label("初审通过", "Preliminary review passed")),
        State("prelim_failed", Label("初审未通过", "Preliminary review failed"), final=True),
        State("in_review", Label("评审中", "In review")),
        State("review_passed", Label("评审通过", "Review passed")),
        State("review_failed", Label("评审未通过", "Review failed"), final=True),
        State("publicity", Label("公示中", "Publicised")),
        State("objection", Label("有异议", "Objected to")),
        State("confirmed", Label("已确认", "Confirmed")),
        State("certificate_issued", Label("已发证", "Certificate issued")),
        State("rejected", Label("异议成立", "Objection upheld"), final=True),
        State("revoked", Label("已撤销", "Revoked"), final=True),
        State("withdrawn", Label("已撤回", "Withdrawn"), final=True),
    ),
    start="draft",
    moves=(
        Move("submit", Label("提交", "Submit"), of("draft"), "submitted", guards=("batch_open", "eligible")),
        Move("return", Label("退回补正", "Return"), of("submitted"), "returned", reason=True),
        Move("redraft", Label("修改", "Revise"), of("returned"), "draft"),
        Move("pass_prelim", Label("初审通过", "Pass"), of("submitted"), "prelim_passed", guards=("evidence_complete",)),
        Move("fail_prelim", Label("初审不通过", "Fail"), of("submitted"), "prelim_failed", reason=True),
        Move("review", Label("提交评审", "Send to the committee"), of("prelim_passed"), "in_review"),
        Move(
            "pass_review",
            Label("评审通过", "Pass the review"),
            of("in_review"),
            "review_passed",
            guards=("vote_passes",),
        ),
        Move("fail_review", Label("评审不通过", "Fail the review"), of("in_review"), "review_failed"),
        Move("publicise", Label("公示", "Publicise"), of("review_passed"), "publicity"),
        Move("object", Label("登记异议", "Record an objection"), of("publicity"), "objection", reason=True),
        Move("uphold", Label("异议成立", "Uphold"), of("objection"), "rejected", reason=True),
        Move("dismiss_objection", Label("异议不成立", "Dismiss"), of("objection"), "publicity", reason=True),
        Move("confirm", Label("确认", "Confirm"), of("publicity"), "confirmed", guards=("publicity_over",)),
        Move(
            "issue_certificate",
            Label("发证", "Issue the certificate"),
            of("confirmed"),
            "certificate_issued",
            guards=("degree_awarded",),
        ),
        Move("revoke", Label("撤销", "Revoke"), of("confirmed", "certificate_issued"), "revoked", reason=True),
        Move("withdraw", Label("撤回", "Withdraw"), of("draft", "submitted", "returned", "prelim_passed"), "withdrawn"),
    ),
)

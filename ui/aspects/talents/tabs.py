"""The lists beside the matrix: practice reports, certifications, degree audit, training classes."""

from ptman.aspects.talents import audit_list, certifying, classes, reported
from ptman.aspects.talents.certifying import Holding
from ptman.labels import Label
from ui.aspects.talents.list_tab import ListTab
from ui.pieces.chips import Chip
from ui.pieces.empty_state import EmptyState

PATH, REPORTS, CERTIFICATES, AUDIT, CLASSES = "milestones", "reports", "certificates", "audit", "classes"
TITLES = {
    PATH: Label("培养环节", "Milestones"),
    REPORTS: Label("实践报告", "Practice reports"),
    CERTIFICATES: Label("认证", "Certifications"),
    AUDIT: Label("学位审核", "Degree audit"),
    CLASSES: Label("培训班", "Training classes"),
}
_ALL = Chip("all", Label("全部", "All"))
_NO_REPORTS = Label(
    "还没有实践报告。按“生成报告任务”，每段实践按月列出应交的报告。",
    "No practice reports yet. “Draw up reports” lists what each stay asks for, month by month.",
)
_NO_CERTIFICATES = Label(
    "还没有认证。在登记册“认证”中新增，或导入认证名单。",
    "No certifications yet. Add them in the register, or import a list.",
)
_NO_AUDIT = Label("这一级没有在读学生。", "Nobody of this cohort studies.")
_NO_CLASSES = Label(
    "还没有培训班。在登记册“培训班”中新增一个。", "No training classes yet. Add one in the register “Training classes”."
)


def lists() -> dict[str, ListTab]:
    """Each by its key, in the order of the tabs."""
    return {REPORTS: _reports(), CERTIFICATES: _certificates(), AUDIT: _audit(), CLASSES: _classes()}


def _reports() -> ListTab:
    chips = (
        _ALL,
        Chip("late", Label("逾期未交", "Overdue"), "late"),
        *(Chip(str(one), one.label, str(one)) for one in reported.ASKED),
    )
    buttons = (
        ("owed", Label("生成报告任务…", "Draw up reports…"), "list-checks"),
        ("reminder", Label("催交通知…", "Reminder…"), "mail"),
        ("assess", Label("开设实践考核…", "Open assessments…"), "scale"),
    )
    return ListTab(reported.LISTED, EmptyState("file-text", _NO_REPORTS), chips, buttons)


def _certificates() -> ListTab:
    chips = (_ALL, *(Chip(str(one), one.label, str(one)) for one in Holding))
    buttons = (
        ("validity", Label("补录认证有效期…", "Fill in validity…"), "calendar"),
        ("certification-sheet", Label("认证统计表…", "Certification sheet…"), "file-text"),
    )
    return ListTab(certifying.LISTED, EmptyState("circle-check", _NO_CERTIFICATES), chips, buttons)


def _audit() -> ListTab:
    chips = (
        _ALL,
        Chip("blocked", Label("未满足", "Something in the way"), "blocked"),
        Chip("clear", Label("可以授予", "Nothing in the way"), "clear"),
    )
    buttons = (("audit-sheet", Label("学位审核表…", "Degree audit…"), "file-text"),)
    return ListTab(audit_list.LISTED, EmptyState("graduation-cap", _NO_AUDIT), chips, buttons)


def _classes() -> ListTab:
    chips = (_ALL, *(Chip(str(one), one.label, str(one)) for one in classes.ASKED))
    buttons = (
        ("judge", Label("按出勤判定结业…", "Judge by attendance…"), "user-check"),
        ("roster", Label("学员名册…", "Roster of trainees…"), "users"),
        ("certificates", Label("结业证书…", "Certificates…"), "file-plus"),
    )
    return ListTab(classes.LISTED, EmptyState("users", _NO_CLASSES), chips, buttons)

"""Certificates the office gives at the end: of a training class, and of a professional title (D17)."""

from ptman.labels import Label
from ptman.letters.blanks import Blank, BlankKind
from ptman.letters.families import shared
from ptman.letters.families.family import Check, Family, Layout, Subject

_CERT_NO = Blank("cert_no", Label("证书编号", "certificate number"), sample=Label("PX-RZ-00012", "PX-RZ-00012"))
_NUMBERED = Check("numbered", Label("证书已编号", "The certificate has a number"))
TRAINING = Family(
    key="training_certificate",
    code="D17",
    label=Label("结业证书", "Training certificate"),
    subject=Subject.TRAINEE,
    layouts=(Layout.CERTIFICATE,),
    blanks=(
        *shared.OFFICE,
        shared.NAME,
        Blank("unit", Label("单位", "unit"), sample=Label("远航智能装备有限公司", "Yuanhang Intelligent Equipment")),
        Blank("class_name", Label("培训班", "class"), sample=Label("智能制造技术培训班", "Smart Manufacturing")),
        Blank("kind", Label("培训类型", "kind of training"), sample=Label("认证培训", "Certification training")),
        Blank("hours", Label("学时", "hours"), BlankKind.NUMBER, Label("40", "40")),
        Blank("held", Label("培训时间", "time of the class"), BlankKind.PERIOD),
        _CERT_NO,
        Blank("certified_on", Label("发证日期", "certified on"), BlankKind.DATE),
    ),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    checks=(Check("completed", Label("学员已结业", "The trainee has completed the class")), _NUMBERED),
)
TITLE = Family(
    key="title_certificate",
    code="D17",
    label=Label("职称证书", "Title certificate"),
    subject=Subject.TITLE,
    layouts=(Layout.CERTIFICATE,),
    blanks=(
        *shared.OFFICE,
        *shared.ONE_STUDENT,
        Blank("series", Label("职称系列", "series"), sample=Label("工程", "engineering")),
        Blank("specialty", Label("申报专业", "specialty"), sample=Label("软件工程", "Software Engineering")),
        Blank("target", Label("职称", "professional title"), sample=Label("工程师", "Engineer")),
        Blank("level", Label("职称级别", "level"), sample=Label("中级", "intermediate")),
        Blank("batch", Label("职称批次", "batch")),
        Blank("qualified_on", Label("取得资格日期", "qualified on"), BlankKind.DATE),
        Blank("approval_no", Label("批准文号", "approval number")),
        _CERT_NO,
    ),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    checks=(
        Check("granted", Label("申报已确认并发证", "The application is confirmed and certified")),
        _NUMBERED,
        Check("qualified", Label("已登记取得资格日期", "The day of qualification is entered")),
        shared.ENGLISH,
    ),
)

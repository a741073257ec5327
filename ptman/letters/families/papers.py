"""The other papers: agreement, certificate, list, completion, change form (D04, D05, D06, D10, D14)."""

from ptman.labels import Label
from ptman.letters.blanks import Blank, BlankKind, Section
from ptman.letters.families import shared
from ptman.letters.families.family import Ask, Check, Family, Layout, Subject

ARTICLES = tuple(
    Section(key, Label(zh, en), optional=True)
    for key, zh, en in (
        ("content", "实践内容", "Content of practice"),
        ("time_place", "时间和地点", "Time and place"),
        ("hours", "工作时间和休息休假", "Working time and rest"),
        ("stipend", "补助和支付", "Stipend and payment"),
        ("lodging", "食宿和交通", "Board, lodging and travel"),
        ("safety", "安全和劳动保护", "Safety and protection at work"),
        ("insurance", "保险", "Insurance"),
        ("property", "知识产权和成果归属", "Intellectual property"),
        ("secrecy", "保密", "Confidentiality"),
        ("assessment", "指导和考核", "Guidance and assessment"),
        ("ending", "变更和终止", "Change and termination"),
        ("breach", "违约责任", "Breach"),
        ("disputes", "争议解决", "Disputes"),
        ("effect", "份数和生效", "Copies and entry into force"),
    )
)
PARTY = tuple(
    Blank(key, Label(zh, en))
    for key, zh, en in (("label", "方", "party"), ("name", "名称", "name"), ("number", "证件或代码", "number"))
)
AGREEMENT = Family(
    key="placement_agreement",
    code="D04",
    label=Label("专业实践协议", "Placement agreement"),
    subject=Subject.PLACEMENT,
    layouts=(Layout.AGREEMENT,),
    blanks=(
        *shared.OFFICE,
        *shared.ONE_STAY,
        shared.HOST,
        shared.PERIOD,
        Blank("place", Label("实践地点", "place")),
        Blank("parties", Label("协议各方", "parties"), BlankKind.LIST, of=PARTY),
    ),
    sections=(shared.TITLE, shared.OPENING, *ARTICLES),
    asks=(
        Ask("fourth", Label("丁方（可空）", "fourth party (may be empty)")),
        Ask("stipend", Label("每月补助", "stipend a month"), BlankKind.NUMBER),
        Ask("payer", Label("保险投保方", "who insures"), usual=Label("甲方", "Party A")),
        Ask("notice_days", Label("提前通知天数", "days of notice"), BlankKind.NUMBER, Label("15", "15"), required=True),
        Ask("copies", Label("份数", "copies"), BlankKind.NUMBER, Label("3", "3"), required=True),
    ),
    checks=(shared.ENROLLED, shared.PAIRED, *shared.USUAL),
    gives=(shared.NAME, shared.STUDENT_NO),
)
CERTIFICATE = Family(
    key="appointment",
    code="D05",
    label=Label("企业导师聘书", "Appointment certificate"),
    subject=Subject.APPOINTMENT,
    layouts=(Layout.CERTIFICATE,),
    blanks=(
        *shared.OFFICE,
        shared.NAME,
        shared.GENDER,
        shared.CATEGORY,
        Blank("organisation", Label("工作单位", "organisation")),
        Blank("salutation", Label("称呼", "salutation"), sample=Label("女士", "Ms")),
        Blank("renewed", Label("续聘", "renewal")),
        Blank("term", Label("聘期", "term"), BlankKind.PERIOD),
        Blank("appointment_no", Label("聘书编号", "certificate number")),
    ),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    asks=(
        Ask(
            "capacity",
            Label("聘任岗位", "appointed as"),
            usual=Label("硕士研究生企业导师", "Industry Supervisor of Master's Students"),
            required=True,
        ),
    ),
    checks=(
        Check("in_force", Label("聘任有效，未到期", "The appointment is in force")),
        Check("category", Label("已定指导类别", "The category is set"), blocks=False),
        shared.ENGLISH,
    ),
)
LISTED = (
    shared.STUDENT_NO,
    shared.NAME,
    shared.CATEGORY,
    shared.FIELD,
    shared.ACADEMIC,
    Blank("academic_title", Label("校内导师职称", "title of the academic supervisor")),
    shared.INDUSTRY,
    Blank("organisation", Label("工作单位", "organisation")),
    Blank("industry_title", Label("企业导师职称", "title of the industry supervisor")),
)
SUPERVISOR_LIST = Family(
    key="supervisor_list",
    code="D06",
    label=Label("双导师名单通知", "Double-supervisor list"),
    subject=Subject.STUDENTS,
    layouts=(Layout.RED_HEADER, Layout.LETTER),
    blanks=(*shared.OFFICE, Blank("students", Label("研究生", "students"), BlankKind.LIST, of=LISTED)),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING, shared.ANNEX),
    asks=(
        Ask(
            "recipients",
            Label("主送", "to"),
            usual=Label("各有关单位、各位导师", "All units and supervisors concerned"),
            required=True,
        ),
        Ask("copies_to", Label("抄送", "copies to")),
    ),
    checks=(shared.ENROLLED, shared.PAIRED, *shared.USUAL),
    gives=LISTED,
)
COMPLETION = Family(
    key="completion",
    code="D10",
    label=Label("专业实践证明", "Completion certificate"),
    subject=Subject.PLACEMENT,
    layouts=(Layout.LETTER, Layout.CERTIFICATE),
    blanks=(
        *shared.OFFICE,
        *shared.ONE_STAY,
        shared.HOST,
        shared.PERIOD,
        Blank("salutation", Label("称呼", "salutation")),
        Blank("counted", Label("本次实践时长", "length of this placement"), BlankKind.LENGTH),
        Blank("total", Label("累计实践时长", "length of all practice"), BlankKind.LENGTH),
        Blank("project", Label("项目研究时长", "length of project research"), BlankKind.LENGTH),
        Blank("grade", Label("实践考核等级", "grade of practice"), sample=Label("良好", "Good")),
    ),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    checks=(
        Check("finished", Label("实践已完成", "The placement is completed")),
        Check("over", Label("结束日期已过", "The end date is past")),
        Check("enough", Label("实践时长达到规定", "Practice is as long as the rules ask")),
        Check("assessed", Label("专业实践考核合格", "The assessment of practice is passed")),
        shared.ENGLISH,
    ),
)
SUPERVISOR_CHANGE = Family(
    key="supervisor_change",
    code="D14",
    label=Label("变更导师审批表", "Supervisor change form"),
    subject=Subject.STUDENT,
    layouts=(Layout.FORM,),
    blanks=(
        *shared.OFFICE,
        *shared.ONE_STUDENT,
        shared.ACADEMIC,
        shared.INDUSTRY,
        Blank("role", Label("变更的导师", "supervisor to change")),
        Blank("old", Label("原导师", "present supervisor")),
    ),
    sections=(shared.TITLE, shared.BODY, shared.NOTE),
    asks=(
        Ask(
            "which",
            Label("变更哪一位（校内导师/企业导师）", "which (academic/industry)"),
            usual=Label("校内导师", "academic"),
            required=True,
        ),
        Ask("new", Label("拟任导师", "proposed supervisor"), required=True),
        Ask("reason", Label("变更理由", "reason"), required=True),
        Ask("applied_on", Label("申请日期", "applied on"), BlankKind.DATE),
    ),
    checks=(
        shared.ENROLLED,
        Check("has_old", Label("学生现有该导师", "The student has such a supervisor"), blocks=False),
        Check("other", Label("拟任导师不是原导师", "The proposed supervisor is another one")),
    ),
)

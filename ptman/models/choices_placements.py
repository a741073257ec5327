"""What placements, their interruptions and changes, safety trainings and incidents choose from (domain §3.8, §3.9)."""

from ptman.labels import Choice


class PracticeForm(Choice):
    INDUSTRY_INTERNSHIP = "industry_internship", "行业企业实习实践", "Industry internship"
    PROJECT_RESEARCH = "project_research", "项目研究", "Project research"
    ON_CAMPUS_CENTRE = "on_campus_centre", "校内工程中心实训", "On-campus centre"
    OWN_POST = "own_post", "结合本人岗位", "Own post"


class Arrangement(Choice):
    BASE = "base", "基地统一选派", "By the base"
    SUPERVISOR_PROJECT = "supervisor_project", "依托导师企业课题", "Supervisor's project"
    SELF_ARRANGED = "self_arranged", "自主联系", "Self-arranged"


class ProjectSource(Choice):
    ENTERPRISE = "enterprise", "企业课题", "Enterprise project"
    PUBLIC = "public", "纵向课题", "Publicly funded project"
    COMMISSIONED = "commissioned", "横向课题", "Commissioned project"
    OWN = "own", "自选课题", "Own project"


class Lodging(Choice):
    HOST = "host", "单位提供", "By the host"
    SCHOOL = "school", "学校提供", "By the school"
    SELF = "self", "自行解决", "Own"


class PayCycle(Choice):
    WEEKLY = "weekly", "按周", "Weekly"
    MONTHLY = "monthly", "按月", "Monthly"
    QUARTERLY = "quarterly", "按季", "Quarterly"
    ONCE = "once", "一次性", "Once"


class ChangeKind(Choice):
    EXTEND = "extend", "延期", "Extension"
    SHORTEN = "shorten", "缩短", "Shortening"
    TRANSFER = "transfer", "转到其他基地", "Transfer to another base"
    POST = "post", "转岗", "Another post"
    SPLIT = "split", "分段", "Split into two"
    INTERRUPT = "interrupt", "中断", "Interruption"
    RESUME = "resume", "恢复", "Resumption"
    END = "end", "提前结束", "Early end"


class PlacementChangeStatus(Choice):
    ASKED = "asked", "征求意见", "Being asked about"
    APPROVED = "approved", "已同意", "Agreed"
    DONE = "done", "已执行", "Carried out"
    REJECTED = "rejected", "未同意", "Rejected"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"


class TrainingResult(Choice):
    PASS = "pass", "合格", "Passed"
    FAIL = "fail", "不合格", "Failed"
    ABSENT = "absent", "缺席", "Absent"


class IncidentKind(Choice):
    INJURY = "injury", "人身伤害", "Injury"
    ILLNESS = "illness", "疾病", "Illness"
    TRAFFIC = "traffic", "交通事故", "Traffic accident"
    CONFLICT = "conflict", "纠纷", "Conflict"
    RIGHTS = "rights", "权益受损", "Rights infringed"
    CONFIDENTIALITY = "confidentiality", "泄密", "Breach of confidence"
    OTHER = "other", "其他", "Other"


class IncidentSeverity(Choice):
    MINOR = "minor", "轻微", "Minor"
    SERIOUS = "serious", "较重", "Serious"
    GRAVE = "grave", "严重", "Grave"

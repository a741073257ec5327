"""The closed lists of documents: their kinds, each with a series of its own, and their languages (domain §9.3)."""

from ptman.labels import Choice


class DocumentKind(Choice):
    PLACEMENT_LETTER = "placement_letter", "专业实践派遣函", "Placement dispatch letter"
    INTRODUCTION = "introduction", "实习介绍信", "Introduction letter"
    ACCEPTANCE = "acceptance", "实践接收函", "Acceptance letter"
    PLACEMENT_AGREEMENT = "placement_agreement", "专业实践协议", "Placement agreement"
    APPOINTMENT = "appointment", "企业导师聘书", "Appointment certificate"
    SUPERVISOR_LIST = "supervisor_list", "双导师名单通知", "Double-supervisor list"
    COMPLETION = "completion", "专业实践证明", "Completion certificate"
    SUPERVISOR_CHANGE = "supervisor_change", "变更导师审批表", "Supervisor change form"
    REMINDER = "reminder", "协议到期提醒函", "Expiry reminder"
    RENEWAL = "renewal", "协议续签意向函", "Renewal letter"
    PLAIN = "plain", "一般公函", "Plain letter"
    TRAINING_CERTIFICATE = "training_certificate", "结业证书", "Training certificate"
    TITLE_CERTIFICATE = "title_certificate", "职称证书", "Title certificate"


class DocumentLanguage(Choice):
    ZH = "zh", "中文", "Chinese"
    EN = "en", "英文", "English"
    BOTH = "both", "中英对照", "Both, on facing pages"

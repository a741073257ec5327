"""What meetings, their items and promises choose from (domain §5.10, §5.11, §6.2); the states are the machines'."""

from ptman.labels import Choice


class MeetingKind(Choice):
    LIAISON = "liaison", "定期会商", "Regular negotiation"
    JOINT_CONFERENCE = "joint_conference", "联席会议", "Joint conference"
    WORKING = "working", "工作会议", "Working meeting"
    SIGNING = "signing", "签约", "Signing"
    VISIT = "visit", "走访", "Visit"


class MeetingStatus(Choice):
    PLANNED = "planned", "拟开", "Planned"
    NOTICE_SENT = "notice_sent", "已发通知", "Notice sent"
    HELD = "held", "已召开", "Held"
    MINUTES_DRAFT = "minutes_draft", "纪要起草", "Minutes drafted"
    MINUTES_CONFIRMED = "minutes_confirmed", "纪要已会签", "Minutes confirmed"
    MINUTES_ISSUED = "minutes_issued", "纪要已印发", "Minutes issued"
    ARCHIVED = "archived", "已归档", "Archived"
    POSTPONED = "postponed", "已推迟", "Postponed"
    CANCELLED = "cancelled", "已取消", "Cancelled"


class AttendeeRole(Choice):
    ATTEND = "attend", "出席", "Attends"
    OBSERVE = "observe", "列席", "Observes"
    LEAVE = "leave", "请假", "On leave"
    ABSENT = "absent", "缺席", "Absent"


class ActionStatus(Choice):
    OPEN = "open", "待办", "Open"
    IN_PROGRESS = "in_progress", "办理中", "In progress"
    POSTPONED = "postponed", "已延期", "Postponed"
    DONE = "done", "已办待核", "Done, to be checked"
    CLOSED = "closed", "已办结", "Closed"
    CANCELLED = "cancelled", "已取消", "Cancelled"


class CommitmentKind(Choice):
    SEATS = "seats", "基地名额", "Seats at a base"
    SUPERVISORS = "supervisors", "企业导师", "Industry supervisors"
    COURSES = "courses", "课程", "Courses"
    FUNDS = "funds", "经费", "Funds"
    EQUIPMENT = "equipment", "设备与许可", "Equipment and licences"
    PROJECTS = "projects", "课题", "Projects"
    OTHER = "other", "其他", "Other"


class CommitmentStatus(Choice):
    PROPOSED = "proposed", "拟承诺", "Proposed"
    CONFIRMED = "confirmed", "已确认", "Confirmed"
    DELIVERED = "delivered", "已兑现", "Delivered"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"

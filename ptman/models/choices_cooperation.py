"""What targets of the co-operation choose from: how they stand, and the measures that the office's records answer."""

from ptman.labels import Choice


class TaskStatus(Choice):
    PLANNED = "planned", "未启动", "Planned"
    UNDER_WAY = "under_way", "进行中", "Under way"
    DONE = "done", "已完成", "Done"
    DROPPED = "dropped", "已取消", "Dropped"


class Measure(Choice):
    """A figure that is counted from the records; an indicator that is none of these is entered by hand."""

    MEETINGS = "meetings", "会商召开次数", "Meetings held"
    ACTIONS = "actions", "议定事项办结率", "Action items settled"
    COMMITMENTS = "commitments", "到期承诺兑现率", "Commitments due and delivered"
    STUDENTS = "students", "在读学生人数", "Students enrolled"
    MILESTONES = "milestones", "到期培养环节完成率", "Milestones due and passed"
    CERTIFICATIONS = "certifications", "本年取得认证数", "Certifications earned"
    TRAINEES = "trainees", "本年培训学员人次", "Trainees"
    INTERNATIONAL = "international", "本年国际交流人次", "International activities"
    TITLES = "titles", "本年取得职称人数", "Titles granted"
    RESOURCES = "resources", "在用共享资源数", "Resources shared"
    COURSES = "courses", "在用共享课程数", "Courses shared"
    BOOKINGS = "bookings", "本年资源使用次数", "Uses of shared resources"
    PAIRED = "paired", "双导师配齐率", "Students with both supervisors"
    APPOINTMENTS = "appointments", "在聘企业导师人数", "Industry supervisors appointed"
    GUIDANCE = "guidance", "本年指导记录数", "Guidance records"
    BASES = "bases", "在用基地数", "Bases in use"
    AGREEMENTS = "agreements", "有效协议数", "Agreements in force"
    SEATS = "seats", "未结束批次名额数", "Seats promised"
    SEATS_USED = "seats_used", "名额使用率", "Seats used"
    PLACEMENTS = "placements", "实践岗位落实率", "Students with a base"
    CONTRACTS = "contracts", "本年技术合同数", "Technology contracts"
    AMOUNT = "amount", "本年技术合同金额", "Amount of technology contracts"

"""The words of the invented meetings: topics with what was said and resolved, things to do, promises."""

from ptman.models.choices_negotiation import ActionStatus, CommitmentKind, CommitmentStatus, MeetingStatus

LIAISON = "校企定期会商"
CONFERENCE = "联合培养联席会议"
# Days from the sample's day.
MEETINGS = (
    (-260, MeetingStatus.ARCHIVED),
    (-165, MeetingStatus.MINUTES_ISSUED),
    (-70, MeetingStatus.MINUTES_CONFIRMED),
    (12, MeetingStatus.PLANNED),
)
REPRESENTATIVES = (("高承泽", "校企合作总监"), ("罗诗韵", "人力资源部经理"), ("郭安哲", "研发中心主任"))
# Aspect, topic, who presents it, what was said, what was resolved; one list a meeting.
TOPICS = (
    (
        (
            "A5",
            "上学期双导师指导情况",
            "沈书宁",
            "院方通报了双导师配备与指导记录情况，企业反映部分导师项目任务集中，见面次数不足。",
            "每名企业导师每月至少指导一次，指导记录于次月5日前报项目办公室。",
        ),
        (
            "A6a",
            "实训基地名额与条件",
            "高承泽",
            "各单位介绍了下一批可接收的岗位，工位与实验设备可以满足需要。",
            "各基地于两周内书面确认下一批名额，新增名额自下一批次起执行。",
        ),
        (
            "A4",
            "课程与案例共建",
            "罗诗韵",
            "双方讨论了企业案例进入课堂的形式与保密要求。",
            "年内共建2门课程，案例经企业保密审查后使用。",
        ),
    ),
    (
        (
            "A6a",
            "增加基地名额",
            "高承泽",
            "根据新一级招生规模，现有名额偏紧，企业表示可以扩大接收。",
            "同意自下一批次起增加名额，由项目办公室办理。",
        ),
        (
            "A3",
            "学位与职称衔接的实践时长认定",
            "沈书宁",
            "对实践中断的折算方式交换了意见。",
            "实践时长按规则参数认定，中断须由企业导师说明。",
        ),
    ),
    (
        (
            "A5",
            "企业导师续聘",
            "郭安哲",
            "部分企业导师聘期将满，企业推荐了新的人选。",
            "聘期届满前90天完成续聘或增聘手续。",
        ),
        (
            "H3",
            "高端培训安排",
            "罗诗韵",
            "讨论了培训时间、讲师与费用。",
            "培训经费由企业承担，另行签订培训合同。",
        ),
    ),
    (
        ("A1", "上次会议议定事项落实情况", "沈书宁", "", ""),
        ("A6a", "下一批次派遣准备", "高承泽", "", ""),
        ("A6b", "技术转移项目对接", "郭安哲", "", ""),
    ),
)
# Meeting, topic, what is to be done, partner (-1: us), owner, days until it is due, priority, progress, status.
ACTIONS = (
    (0, 0, "汇总上学期指导记录并通报", -1, "沈书宁", -220, 3, 100, ActionStatus.CLOSED),
    (0, 1, "书面确认下一批次名额", 0, "高承泽", -230, 2, 100, ActionStatus.CLOSED),
    (0, 2, "提交首批企业案例供保密审查", 1, "罗诗韵", -20, 3, 60, ActionStatus.IN_PROGRESS),
    (1, 0, "办理新增名额的批次容量登记", -1, "沈书宁", -30, 1, 40, ActionStatus.IN_PROGRESS),
    (1, 1, "制定实践中断说明表", -1, "沈书宁", 5, 3, 80, ActionStatus.DONE),
    (2, 0, "推荐3名企业导师新人选", 2, "郭安哲", 6, 2, 30, ActionStatus.OPEN),
    (2, 0, "整理聘期90天内届满的导师名单", -1, "沈书宁", 20, 4, 0, ActionStatus.OPEN),
    (2, 1, "拟定高端培训合同文本", 1, "罗诗韵", -5, 3, 20, ActionStatus.POSTPONED),
)
# Meeting, topic, partner, kind, content, amount, unit, days until it runs, delivered, status.
PROMISES = (
    (0, 2, 1, CommitmentKind.COURSES, "共建工程案例课程2门", 2, "门", -60, 1, CommitmentStatus.CONFIRMED),
    (1, 0, 0, CommitmentKind.SEATS, "自下一批次起增加名额5个", 5, "个", 0, 0, CommitmentStatus.CONFIRMED),
    (2, 0, 2, CommitmentKind.SUPERVISORS, "增派企业导师3名", 3, "人", 30, 0, CommitmentStatus.CONFIRMED),
    (1, 1, 0, CommitmentKind.EQUIPMENT, "提供实验平台许可20套", 20, "套", -90, 20, CommitmentStatus.DELIVERED),
    (2, 1, 1, CommitmentKind.FUNDS, "承担高端培训经费10万元", 10, "万元", 60, 0, CommitmentStatus.PROPOSED),
)

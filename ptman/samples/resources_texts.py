"""The words of the invented catalogue: resources of every kind, who asks for them and why."""

from dataclasses import dataclass, field
from datetime import time
from typing import Any

from ptman.models.choices_resources import Booking, Delivery, ResourceKind, ShareScope, UsePurpose
from ptman.models.choices_resources import UseStatus as S
from ptman.models.choices_talents import CertificateLevel

OURS = -1


@dataclass(frozen=True, slots=True)
class Thing:
    """One resource: `owner` is the place of the partner in the list; `left` are the days until its term ends."""

    kind: ResourceKind
    name: str
    owner: int
    booking: Booking = Booking.FREE
    capacity: int | None = None
    left: int | None = 400
    more: dict[str, Any] = field(default_factory=dict)  # columns of the noun


OPEN: dict[str, Any] = {"opens_at": time(8), "closes_at": time(22)}
THINGS = (
    Thing(ResourceKind.LAB, "智能制造实训中心", OURS, Booking.SHARE, 40, None, OPEN | {"location": "工程楼 A101"}),
    Thing(ResourceKind.LAB, "5G 专网实验室", 0, Booking.SHARE, 24, 260, OPEN | {"location": "企业园区 3 号楼"}),
    Thing(ResourceKind.LAB, "工业机器人工作站", OURS, Booking.WHOLE, None, None, OPEN | {"location": "工程楼 A108"}),
    Thing(ResourceKind.LICENCE, "有限元分析软件", OURS, Booking.SHARE, 30, 45, {"edition": "教学版，浮动许可"}),
    Thing(ResourceKind.LICENCE, "昇腾模型开发平台", 0, Booking.SHARE, 50, 18, {"edition": "院校合作版"}),
    Thing(
        ResourceKind.COURSE,
        "数据通信网络技术",
        0,
        more={"course_code": "ICT-DC-01", "hours": 48, "credits": 30, "is_ict": True, "ict_code": "HW-DATACOM"}
        | {"delivery": Delivery.BLENDED},
    ),
    Thing(
        ResourceKind.COURSE,
        "工业人工智能应用",
        OURS,
        more={"course_code": "GX-AI-02", "hours": 32, "credits": 20, "delivery": Delivery.ONSITE},
    ),
    Thing(
        ResourceKind.COURSE,
        "储能系统设计",
        1,
        more={"course_code": "QY-CN-01", "hours": 24, "credits": 15, "delivery": Delivery.ONLINE},
    ),
    Thing(
        ResourceKind.CASE,
        "园区专网时延优化",
        0,
        more={"authors": "苏砚秋、江一凡", "teaching_note": True, "authorised": True, "library_no": "AL-2025-017"},
    ),
    Thing(ResourceKind.CASE, "产线视觉检测改造", OURS, more={"authors": "韩若溪", "teaching_note": True}),
    Thing(
        ResourceKind.TEXTBOOK,
        "工程实践方法",
        OURS,
        Booking.SHARE,
        60,
        None,
        {"authors": "沈书宁", "publisher": "示例大学出版社", "edition": "第 2 版"},
    ),
    Thing(ResourceKind.DATASET, "电机振动故障数据集", 1, left=90, more={"edition": "CSV，1.2 GB"}),
    Thing(ResourceKind.LECTURE, "芯片封装前沿讲座", 2, Booking.WHOLE, more={"authors": "郭安哲", "hours": 2}),
    Thing(ResourceKind.PROJECT_TOPIC, "边缘计算网关轻量化", 0, Booking.SHARE, 3, 300, {"authors": "苏砚秋"}),
    Thing(ResourceKind.PROJECT_TOPIC, "电池热失控预警模型", 1, Booking.SHARE, 2, 200, {"authors": "罗诗韵"}),
    Thing(
        ResourceKind.CERTIFICATION,
        "HCIP-Datacom 考试",
        0,
        Booking.SHARE,
        20,
        more={"vendor": "华为", "level": CertificateLevel.HCIP},
    ),
)
SCOPES = {ResourceKind.DATASET: ShareScope.INSTITUTE, ResourceKind.LECTURE: ShareScope.PUBLIC}
EQUIPMENT = {
    0: (("五轴加工中心", "VMC-650", 2), ("工业机器人", "IRB-12", 4), ("视觉检测台", "VS-3", 6)),
    1: (("5G 基站", "BBU-59", 1), ("测试终端", "CPE-5", 24)),
    2: (("六轴机器人", "R6-900", 1), ("安全围栏", "SF-2", 1)),
}
TEACHERS = {
    5: (("韩若溪", "campus", "理论部分"), ("苏砚秋", "industry", "实验部分")),
    6: (("沈书宁", "campus", "全部"),),
}
INSTRUCTORS = (
    ("苏砚秋", 0, CertificateLevel.HCIE, "Datacom", 700),
    ("韩若溪", OURS, CertificateLevel.HCIP, "Datacom", 25),
    ("江一凡", 0, CertificateLevel.HCIP, "AI", 380),
    ("沈书宁", OURS, CertificateLevel.HCIA, "Storage", -12),
)
T, P, R, X, M = (
    *(UsePurpose.TEACHING, UsePurpose.PRACTICE, UsePurpose.RESEARCH, UsePurpose.EXAM),
    UsePurpose.MAINTENANCE,
)
# Resource, day of the week, hours, people, unit, who, what for, purpose, state.
WEEK = (
    (0, 0, (8, 12), 24, OURS, "韩若溪", "数控加工实训一班", T, S.RETURNED),
    (0, 1, (8, 12), 22, OURS, "韩若溪", "数控加工实训二班", T, S.APPROVED),
    (0, 1, (10, 16), 12, 1, "罗诗韵", "新员工操作培训", P, S.APPROVED),
    (0, 2, (14, 18), 30, OURS, "沈书宁", "工程实践大作业", T, S.APPROVED),
    (0, 3, (9, 11), 16, OURS, "江一凡", "视觉检测实验", T, S.REQUESTED),
    (0, 4, (13, 17), 40, OURS, "沈书宁", "设备保养", M, S.APPROVED),
    (1, 0, (14, 17), 12, OURS, "江一凡", "专网切片实验", T, S.EVALUATED),
    (1, 2, (9, 12), 24, OURS, "江一凡", "专网时延测量", T, S.APPROVED),
    (1, 3, (14, 18), 10, OURS, "张雨桐", "毕业课题测试", R, S.APPROVED),
    (1, 3, (15, 17), 20, 1, "高承泽", "联合测试", R, S.REQUESTED),
    (2, 0, (9, 12), 4, OURS, "李伟", "机器人标定", R, S.RETURNED),
    (2, 2, (9, 12), 5, OURS, "李伟", "抓取算法验证", R, S.APPROVED),
    (2, 4, (9, 17), 6, 2, "郭安哲", "封装搬运试验", R, S.APPROVED),
    (3, 1, (9, 18), 26, OURS, "沈书宁", "有限元课程上机", T, S.APPROVED),
    (4, 3, (8, 12), 30, OURS, "韩若溪", "大模型微调实验", T, S.APPROVED),
    (15, 5, (9, 12), 18, OURS, "韩若溪", "HCIP 统考", X, S.APPROVED),
)
# Resource, unit, who, what for, purpose: the year that lies behind, one every ten days or so.
PAST = (
    (0, OURS, "韩若溪", "数控加工实训", T),
    (1, OURS, "江一凡", "移动通信实验", T),
    (0, 1, "罗诗韵", "岗前培训", P),
    (5, OURS, "韩若溪", "数据通信课程", T),
    (6, 1, "罗诗韵", "工程师研修", T),
    (4, OURS, "韩若溪", "模型开发实训", P),
    (2, 2, "郭安哲", "样机联调", R),
    (7, OURS, "沈书宁", "储能设计选修", T),
    (8, OURS, "江一凡", "案例教学", T),
    (12, OURS, "沈书宁", "前沿讲座", T),
    (3, 0, "高承泽", "结构仿真", R),
    (9, 0, "高承泽", "内部培训案例", T),
    (13, OURS, "张雨桐", "课题研究", R),
    (15, OURS, "韩若溪", "HCIP 考试", X),
)
EVALUATIONS = (
    "设备完好，指导到位。",
    "时间安排合理，学生反映良好。",
    "网络偶有中断，建议检修。",
    "效果好，建议增加课时。",
)

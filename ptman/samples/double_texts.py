"""The words of the sample of double supervision."""

from ptman.models.choices import Role
from ptman.models.choices_double import (
    ChangeReason,
    ChangeStatus,
    GuidanceMode,
    GuidanceStage,
    SupervisorDecision,
    SupervisorLevel,
)

SEPTEMBER = 9
GUIDANCE = (
    (GuidanceStage.PLAN, GuidanceMode.ONSITE, "商定个人培养计划和课程安排。"),
    (GuidanceStage.PRACTICE, GuidanceMode.ONLINE, "讨论实践岗位任务，明确首月目标。"),
    (GuidanceStage.PROJECT, GuidanceMode.ONSITE, "审阅项目技术方案，建议缩小问题范围。"),
    (GuidanceStage.PRACTICE, GuidanceMode.PHONE, "了解实践进展，答复测试环境问题。"),
    (GuidanceStage.PROPOSAL, GuidanceMode.ONLINE, "修改开题报告的文献综述和技术路线。"),
    (GuidanceStage.THESIS, GuidanceMode.ONSITE, "讨论论文第二章实验设计。"),
)
ASSESSMENTS = (
    (935, SupervisorLevel.EXCELLENT, SupervisorDecision.RENEW, "指导细致，学生获企业表彰。"),
    (882, SupervisorLevel.GOOD, SupervisorDecision.RENEW, "按期指导，并开设讲座一次。"),
    (846, SupervisorLevel.GOOD, SupervisorDecision.RENEW, "指导次数达到要求。"),
    (905, SupervisorLevel.EXCELLENT, SupervisorDecision.RENEW, "参加答辩并评阅论文。"),
    (721, SupervisorLevel.PASS, SupervisorDecision.END, "工作调动，指导偏少。"),
    (813, SupervisorLevel.GOOD, SupervisorDecision.RENEW, None),
    (556, SupervisorLevel.FAIL, SupervisorDecision.END, "全年未按计划指导。"),
    (868, SupervisorLevel.GOOD, SupervisorDecision.RENEW, None),
)
CHANGES = (
    (Role.INDUSTRY, ChangeReason.TRANSFERRED, "原企业导师调往外地分公司。", ChangeStatus.FACULTY_REVIEW, 21),
    (Role.ACADEMIC, ChangeReason.FUNDING, "课题方向调整。", ChangeStatus.ORIGINAL_OPINION, 9),
    (Role.INDUSTRY, ChangeReason.CONFLICT, "研究方向与岗位不符。", ChangeStatus.NEW_OPINION, 13),
    (Role.ACADEMIC, ChangeReason.HEALTH, "原导师因病休养。", ChangeStatus.OFFICE_REVIEW, 30),
    (Role.INDUSTRY, ChangeReason.OTHER, "希望换到另一基地。", ChangeStatus.REJECTED, 45),
    (Role.ACADEMIC, ChangeReason.RETIRED, "原导师将于年底退休。", ChangeStatus.DRAFT, 2),
)
FOUND = "学院约谈双方：原导师已离岗，无法继续指导，情况属实。"

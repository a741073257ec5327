"""The words of the invented training: courses, titles of theses, certificates, activities, classes and trainees."""

from ptman.models.choices_talents import (
    ActivityKind,
    AssessmentStatus,
    CertificateLevel,
    TraineeResult,
    TrainingKind,
    TrainingStatus,
)

# Code, name, degree course, credits in tenths, semester.
COURSES = (
    ("GC6001", "工程伦理", True, 20, 1),
    ("GC6002", "工程数学", True, 30, 1),
    ("GC6003", "中国特色社会主义理论与实践", True, 20, 1),
    ("GC6004", "研究生英语", True, 20, 1),
    ("GC6005", "机器学习与应用", True, 30, 1),
    ("GC6006", "嵌入式系统设计", True, 30, 2),
    ("GC6007", "现代通信网络", True, 30, 2),
    ("GC6008", "工程项目管理", True, 20, 2),
    ("GC6009", "云计算与大数据实践", False, 30, 2),
    ("GC6010", "技术文献写作", False, 20, 3),
)
TITLES = (
    "面向智能产线的边缘计算任务调度方法研究与实现",
    "工业视觉缺陷检测系统的设计与应用",
    "低时延车间无线网络的资源分配研究",
)
PANEL = (
    ("宋维钧", "工程师学院", "教授", False, True),
    ("顾念慈", "信息与电子工程学院", "副教授", False, False),
    ("孟广源", "远航工业软件有限公司", "高级工程师", True, False),
)
REVIEWERS = ("省内高校甲", "省内高校乙", "企业研究院")
# Status of the assessment and its three scores in tenths, by student.
ASSESSED = (
    (AssessmentStatus.PASSED, 885, 910, 870),
    (AssessmentStatus.PASSED, 820, 845, 830),
    (AssessmentStatus.PASSED, 905, 930, 915),
    (AssessmentStatus.SCORING, 780, None, None),
    (AssessmentStatus.DEFENCE_SCHEDULED, 860, 845, None),
    (AssessmentStatus.PASSED, 790, 760, 775),
    (AssessmentStatus.REPORT_RETURNED, None, None, None),
    (AssessmentStatus.DEFENDED, 840, 880, 865),
    (AssessmentStatus.REPORT_SUBMITTED, None, None, None),
    (AssessmentStatus.WEIGHTS_APPLIED, 870, 855, 840),
    (AssessmentStatus.FAILED, 560, 610, 540),
)
# Level, certificate, exam, months ago it was acquired, days it still holds are counted from that.
CERTIFICATES = (
    (CertificateLevel.HCIA, "HCIA-Datacom", "H12-811", 14),
    (CertificateLevel.HCIP, "HCIP-AI EI Developer", "H13-321", 8),
    (CertificateLevel.HCIA, "HCIA-AI", "H13-311", 35),
    (CertificateLevel.HCIA, "HCIA-openEuler", "H12-611", 5),
    (CertificateLevel.HCIP, "HCIP-Datacom", "H12-821", 20),
    (CertificateLevel.HCIE, "HCIE-Cloud Computing", "H13-531", 3),
    (CertificateLevel.HCIA, "HCIA-5G", "H35-660", 36),
    (CertificateLevel.HCIA, "HCIA-Cloud Computing", "H13-511", 11),
)
# No., name, kind, country, days until it starts, days it lasts, funding, participants.
ACTIVITIES = (
    ("GJ-01", "先进制造短期研修", ActivityKind.SHORT_COURSE, "德国", -120, 20, "学院经费", 3),
    ("GJ-02", "无线通信国际学术会议", ActivityKind.CONFERENCE, "新加坡", 24, 4, "课题经费", 2),
    ("GJ-03", "联合培养交换学习", ActivityKind.EXCHANGE, "法国", -40, 150, "国家公派", 1),
)
# No., name, kind, status, days until it starts, days it lasts, hours, fee in yuan.
CLASSES = (
    ("PX-01", "数字化转型高端研修班", TrainingKind.TOP, TrainingStatus.RECRUITING, 18, 4, 32, 96_000),
    ("PX-02", "工业互联网工程师培训班", TrainingKind.ENTERPRISE, TrainingStatus.COMPLETED, -30, 10, 80, 60_000),
    ("PX-03", "企业导师研修班", TrainingKind.SUPERVISOR, TrainingStatus.RUNNING, -3, 6, 24, 0),
    ("PX-04", "HCIA 认证强化班", TrainingKind.CERTIFICATION, TrainingStatus.CERTIFICATES_ISSUED, -160, 12, 64, 20_000),
)
LECTURES = (("智能制造体系与案例", "宋维钧"), ("工业网络与边缘计算", "顾念慈"), ("数据治理与安全", "孟广源"))
# Name, post, hours attended of ten, result.
TRAINEES = (
    ("白景行", "车间主任", 10, TraineeResult.COMPLETED),
    ("常雨薇", "工艺工程师", 9, TraineeResult.COMPLETED),
    ("戴启明", "设备工程师", 10, TraineeResult.COMPLETED),
    ("范依然", "质量工程师", 6, TraineeResult.NOT_COMPLETED),
    ("葛安平", "信息主管", 8, TraineeResult.COMPLETED),
    ("霍思嘉", "项目经理", 10, TraineeResult.COMPLETED),
)

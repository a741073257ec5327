"""What is studied and researched in the samples: fields of three categories, and topics by field."""

from dataclasses import dataclass

SHARES = {"0854": 0.60, "0855": 0.25, "0858": 0.15}
# Of this category some students find no seat, so that vacancies and their reasons can be seen.
SCARCE = "0858"
CATEGORIES = {"0854": "电子信息", "0855": "机械", "0858": "能源动力"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A degree field with what its people work on, and the college they belong to."""

    category: str
    code: str
    name: str
    college: str
    topics: tuple[str, ...]


def _subject(code: str, name: str, college: str, topics: str) -> Subject:
    return Subject(code[:4], code, name, college, tuple(topics.split()))


SUBJECTS = (
    _subject("085402", "通信工程", "信息与电子工程学院", "毫米波波束管理 卫星物联网接入 通感一体化波形 无源光网络"),
    _subject("085403", "集成电路工程", "集成电路学院", "存算一体芯片 高速接口电路 车规功率器件 模拟版图自动生成"),
    _subject("085404", "计算机技术", "计算机科学与技术学院", "分布式数据库 边缘计算调度 编译优化 操作系统内核安全"),
    _subject("085405", "软件工程", "软件学院", "微服务可观测性 代码缺陷定位 低代码平台 嵌入式软件测试"),
    _subject("085406", "控制工程", "控制科学与工程学院", "机械臂视觉伺服 多机协同控制 流程工业故障诊断"),
    _subject("085410", "人工智能", "计算机科学与技术学院", "大模型推理加速 工业缺陷检测 多模态检索 联邦学习"),
    _subject("085501", "机械工程", "机械工程学院", "精密减速器寿命预测 增材制造工艺 液压元件密封"),
    _subject("085502", "车辆工程", "机械工程学院", "线控底盘控制 电驱动总成噪声 智能驾驶仿真"),
    _subject("085509", "智能制造技术", "机械工程学院", "数字孪生产线 柔性装配调度 刀具磨损监测"),
    _subject("085510", "机器人工程", "机械工程学院", "四足机器人步态 协作机器人安全 仓储机器人导航"),
    _subject("085801", "电气工程", "电气工程学院", "构网型变流器 配电网故障定位 特种电机驱动"),
    _subject("085802", "动力工程", "能源工程学院", "氢燃料电池热管理 余热回收循环 低氮燃烧"),
    _subject("085808", "储能技术", "能源工程学院", "锂电池健康评估 液流电池电极 储能电站消防预警"),
)


def of(category: str) -> tuple[Subject, ...]:
    return tuple(subject for subject in SUBJECTS if subject.category == category)

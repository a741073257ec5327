"""What the invented technology projects and contracts are called and amount to."""

from dataclasses import dataclass

from ptman.models.choices_technology import ContractStatus, ContractType

# Name, field, leader.
PROJECTS = (
    ("产线边缘计算节点调度", "电子信息", "许书恒"),
    ("储能电池热管理建模", "能源动力", "梁启文"),
    ("机器视觉缺陷检测平台", "电子信息", "姜怀瑾"),
    ("水下机器人定位导航", "机械", "罗致远"),
)
DUE = (-200, -25, 150)
"""Days from today on which the instalments fall due."""


@dataclass(frozen=True, slots=True)
class Row:
    """One contract: its number, kind, state, cents, and how many instalments have come."""

    serial: int
    kind: ContractType
    status: ContractStatus
    amount: int
    received: int


CONTRACTS = (
    Row(1, ContractType.COMMISSIONED, ContractStatus.PERFORMING, 120_000_000, 1),
    Row(2, ContractType.COOPERATIVE, ContractStatus.ACCEPTED, 86_000_000, 2),
    Row(3, ContractType.LICENCE, ContractStatus.CONTRACT_REVIEW, 45_000_000, 0),
    Row(4, ContractType.SERVICE, ContractStatus.NEGOTIATING, 18_500_000, 0),
)

"""Seeds the degree categories and their fields, which the office may correct (domain §1.1)."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CATEGORIES = {
    "0852": ("工程", "Engineering (legacy)", ""),
    "0854": (
        "电子信息",
        "Electronic and Information Engineering",
        (
            "新一代电子信息技术 通信工程 集成电路工程 计算机技术 软件工程 控制工程 仪器仪表工程 光电信息工程 "
            "生物医学工程 人工智能 大数据技术与工程 网络与信息安全"
        ),
    ),
    "0855": (
        "机械",
        "Mechanical Engineering",
        "机械工程 车辆工程 航空工程 航天工程 船舶工程 兵器工程 工业设计工程 农机装备工程 智能制造技术 机器人工程",
    ),
    "0856": (
        "材料与化工",
        "Materials and Chemical Engineering",
        "材料工程 化学工程 冶金工程 纺织工程 林业工程 轻化工程",
    ),
    "0857": (
        "资源与环境",
        "Resources and Environmental Engineering",
        "环境工程 安全工程 地质工程 测绘工程 矿业工程 石油与天然气工程",
    ),
    "0858": (
        "能源动力",
        "Energy and Power Engineering",
        "电气工程 动力工程 核能工程 航空发动机工程 燃气轮机工程 航天动力工程 清洁能源技术 储能技术",
    ),
    "0859": (
        "土木水利",
        "Civil and Hydraulic Engineering",
        "土木工程 水利工程 海洋工程 农田水土工程 市政工程 人工环境工程",
    ),
    "0860": (
        "生物与医药",
        "Biological and Pharmaceutical Engineering",
        "生物技术与工程 制药工程 食品工程 发酵工程",
    ),
    "0861": ("交通运输", "Transportation Engineering", ""),
    "1256": ("工程管理", "Engineering Management", "工程管理 项目管理 工业工程与管理 物流工程与管理"),
}
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e00")


def upgrade() -> None:
    op.bulk_insert(_table("degree_category"), [_row(code, zh, en) for code, (zh, en, _) in CATEGORIES.items()])
    rows = [
        _row(f"{code}{n:02d}", name, None) | {"category_code": code}
        for code, (_, _, names) in CATEGORIES.items()
        for n, name in enumerate(names.split(), start=1)
    ]
    op.bulk_insert(_table("degree_field", "category_code"), rows)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _row(code: str, name: str, name_en: str | None) -> dict[str, object]:
    """The same id in every office file, so that two files agree on what 0854 is."""
    return {"id": str(uuid.uuid5(ROOT, code)), "version": 0, "code": code, "name": name, "name_en": name_en}


def _table(name: str, *more: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(key) for key in ("id", "version", "code", "name", "name_en", *more)))

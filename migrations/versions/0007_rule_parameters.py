"""Seeds the rule parameters of the main job and the series of placement letters; all are the office's to change."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Code, Chinese name, English name, value, severity, basis.
PARAMETERS = (
    ("office.name", "发文单位", "Issuing office", "工程师学院", "info", ""),
    ("office.contact", "联系人", "Contact", "项目办公室", "info", ""),
    ("office.phone", "联系电话", "Contact phone", "", "info", ""),
    ("supervisor.academic_max_students", "校内导师默认可带人数", "Capacity of an academic supervisor", "3", "warn", ""),
    ("supervisor.industry_max_students", "企业导师默认可带人数", "Capacity of an industry supervisor", "3", "warn", ""),
    ("supervisor.industry_term_years", "企业导师聘期（年）", "Term of an appointment in years", "3", "info", ""),
    ("supervisor.assign_within_days", "应确定导师的期限（天）", "Days to find supervisors", "90", "warn", ""),
    ("base.seats_default", "基地默认容量", "Seats of a base where none are set", "5", "warn", ""),
    ("base.agreement_years", "基地协议年限", "Term of a base agreement in years", "3", "info", ""),
    ("notice.ending_within_days", "到期提醒（天）", "Notice before terms end, in days", "90", "info", ""),
    # Years after the cohort's own year, month, day.
    ("practice.period_start", "实践开始（入学后年-月-日）", "Start of practice", "1-09-01", "warn", ""),
    ("practice.window_end", "实践截止（入学后年-月-日）", "End of practice", "2-08-31", "warn", "第二学年末"),
)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01")


def upgrade() -> None:
    rows = [
        _kept(code)
        | {"code": code, "name": zh, "name_en": en, "value": value, "severity": severity}
        | {"from_cohort": 2000, "legal_basis": basis or None}
        for code, zh, en, value, severity, basis in PARAMETERS
    ]
    op.bulk_insert(_table("rule_parameter", rows[0]), rows)
    series = _kept("placement") | {"code": "工院函", "name": "专业实践派遣函", "kind": "placement_letter"}
    op.bulk_insert(_table("document_series", series), [series])


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _kept(name: str) -> dict[str, object]:
    return {"id": str(uuid.uuid5(ROOT, name)), "version": 0}


def _table(name: str, row: dict[str, object]) -> sa.TableClause:
    return sa.table(name, *(sa.column(key) for key in row))

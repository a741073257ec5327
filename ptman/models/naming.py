"""Which columns name a record where another one refers to it, and what a link column points to."""

from ptman.models.core import Record, nouns

# Columns whose values, joined by blanks, name a record; links among them are named in turn. New nouns say TITLE.
PARTS = {
    "agreement": ("agreement_no", "title"),
    "agreement_party": ("name_snapshot",),
    "appointment": ("industry_supervisor_id", "term_start"),
    "base_seats": ("base_id", "period_id"),
    "degree_category": ("code", "name"),
    "degree_field": ("code", "name"),
    "imported_file": ("sender", "file_name"),
    "issued_document": ("doc_no",),
    "issued_document_step": ("document_id", "step"),
    "period": ("cohort_year", "name"),
    "placement": ("student_id", "base_id"),
    "preference": ("student_id", "rank"),
    "source_column": ("sender", "header"),
    "pairing_hint": ("student_id", "kind"),
    "pairing_need": ("student_id",),
    "scenario": ("cohort_year", "name"),
    "scenario_comment": ("scenario_id", "words"),
    "scenario_pair": ("scenario_id", "student_id", "role"),
    "state_log": ("moved_on", "to_state"),
    "supervision": ("student_id", "role"),
}


def parts(cls: type[Record]) -> tuple[str, ...]:
    """The columns that name a record of this noun."""
    noun = str(cls.__tablename__)
    if cls.TITLE or noun in PARTS:
        return cls.TITLE or PARTS[noun]
    columns = cls.__mapper__.columns
    return next(((key,) for key in ("person_id", "name") if key in columns), cls.NATURAL_KEY)


def target(cls: type[Record], key: str) -> tuple[str, str] | None:
    """The noun and the column that a link column holds values of."""
    for reference in cls.__mapper__.columns[key].foreign_keys:
        return reference.column.table.name, reference.column.name
    return None


def targets(cls: type[Record]) -> dict[str, str]:
    """By link column the noun it points to, as far as that is one of the office's records."""
    found = {key: target(cls, key) for key in cls.__mapper__.columns.keys()}  # noqa: SIM118 a collection of columns, no mapping
    return {key: towards[0] for key, towards in found.items() if towards is not None and towards[0] in nouns()}

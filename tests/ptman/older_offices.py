"""Office files as older revisions of ptman left them, with rows in them."""

import shutil
from pathlib import Path

from ptman import files, pragmas, schema
from tests.ptman import offices

ROWS = {
    "0001": """INSERT INTO person (id, name, version) VALUES ('p', '张雨桐', 1);
        INSERT INTO organisation (id, name, version) VALUES ('o', '甲公司', 1);
        INSERT INTO contact (id, organisation_id, name, version) VALUES ('c', 'o', '李', 1);
        INSERT INTO degree_category (id, code, name, version) VALUES ('d', '9999', '其他', 1)""",
    "0002": """INSERT INTO student (id, student_no, person_id, cohort_year, category_code, study_mode,
        orientation_type, education_level, enrolled_on, status, version)
        VALUES ('s', '1', 'p', 2026, '9999', 'full_time', 'oriented', 'master', '2026-09-01', 'enrolled', 1)""",
    "0003": """INSERT INTO training_base (id, base_no, name, host_organisation_id, base_kind, level, status, version)
        VALUES ('b', '1', '基地', 'o', 'practice', 'faculty', 'active', 1)""",
    "0004": """INSERT INTO preference (id, student_id, chosen_by, "rank", training_base_id, version)
        VALUES ('w', 's', 'student', 1, 'b', 1)""",
    "0005": """INSERT INTO rule_parameter (id, code, name, name_en, value, severity, from_cohort, version)
        VALUES ('r', 'own.rule', '规则', 'Rule', '1', 'info', 2000, 1)""",
    "0007": """INSERT INTO issued_document (id, series_id, year, seq, doc_no, kind, title, addressee, organisation_id,
        period_id, issued_on, students, facts, facts_sha, template_version, pdf, pdf_sha, status, version)
        SELECT 'i', id, 2026, 1, '院函〔2026〕1号', 'placement_letter', '函', '甲公司', 'o', 't', '2026-09-10',
        1, '{}', '0', '1', x'25', '0', 'issued', 1 FROM document_series LIMIT 1""",
}


class Older:
    """Offices as older ptmans left them, with rows in their tables, each made from the one before it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, path: Path, revision: str) -> dict[str, offices.Rows]:
        """That revision's office at `path`; what it holds."""
        shutil.copy(self._made(schema.REVISIONS.index(revision)), path)
        return offices.tables(path)

    def _made(self, at: int) -> Path:
        revision = schema.REVISIONS[at]
        path = self._folder / f"{revision}.ptman"
        if path.exists():
            return path
        if at:
            shutil.copy(self._made(at - 1), path)
        else:
            files.blank(path)
            connection = pragmas.connect(path)
            connection.execute(f"PRAGMA application_id={pragmas.APPLICATION_ID}")
            connection.close()
        schema.migrate(path, lambda one: schema.upgraded(one, revision))
        connection = pragmas.connect(path)
        connection.execute("PRAGMA foreign_keys=OFF")  # an early revision may refer to a table of a later one
        connection.executescript(ROWS.get(revision, ""))
        connection.close()
        pragmas.fold(path)
        return path

"""Places where two computers would destroy each other's work are refused, also behind a link."""

from pathlib import Path

import pytest

from ptman import db, folders
from ptman.errors import PtmanError


@pytest.mark.parametrize("name", ["OneDrive - 学院", "Dropbox", "坚果云", "iCloudDrive"])
def test_a_synchronised_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / "desk").symlink_to(tmp_path / name, target_is_directory=True)
    for folder in (name, "desk"):
        with pytest.raises(PtmanError) as refused:
            db.Database.create(tmp_path / folder / "office.ptman", who="王")
        assert refused.value.code == "shared-folder"
    assert list((tmp_path / name).iterdir()) == []


def test_a_local_folder_is_taken(tmp_path: Path) -> None:
    folders.refuse_shared(tmp_path / "office.ptman")

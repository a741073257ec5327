"""Every field speaks both languages, and the nouns, the revisions and the files agree with each other."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from ptman import schema
from ptman.labels import Choice, Label
from ptman.models import Noun
from ptman.models.core import colliding_keys, fields_of, nouns
from tests.house import tree


def labels() -> dict[str, Label]:
    found = {}
    for name, noun in nouns().items():
        found[name] = noun.LABEL
        for field in fields_of(noun):
            found[f"{name}.{field.key}"] = field.label
            for choice in field.choices or ():
                found[f"{name}.{field.key}={choice}"] = choice.label
    return found


@pytest.mark.parametrize(("name", "label"), labels().items(), ids=labels().keys())
def test_everything_has_a_name_in_both_languages(name: str, label: Label) -> None:
    assert label.zh.strip() == label.zh != "", name
    assert label.en.strip() == label.en != "", name
    assert label.en.isascii(), name
    assert label.zh != label.en or label.zh.isascii(), name


def test_every_closed_list_is_labelled() -> None:
    lists = {type(member) for noun in nouns().values() for field in fields_of(noun) for member in field.choices or ()}
    assert lists
    assert all(issubclass(one, Choice) for one in lists)


def test_links_lead_to_nouns() -> None:
    known = nouns()
    wrong = [
        f"{name}.{field.key}"
        for name, noun in known.items()
        for field in fields_of(noun)
        if field.link not in {"", *known}
    ]
    assert wrong == []


def test_natural_keys_are_unique_in_the_database() -> None:
    assert all(set(noun.NATURAL_KEY) <= colliding_keys(noun) | {"name"} for noun in nouns().values())


def test_the_revisions_are_those_on_disk() -> None:
    on_disk = sorted(path.name.partition("_")[0] for path in (tree.ROOT / "migrations" / "versions").glob("*.py"))
    assert list(schema.REVISIONS) == on_disk


def test_models_and_migrations_do_not_differ(office_path: Path) -> None:
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: dbapi2.connect(str(office_path)))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Noun.metadata) == []
    engine.dispose()

"""Ids and fields of the nouns."""

import uuid
from concurrent.futures import ThreadPoolExecutor

from ptman.labels import Lang
from ptman.models.core import fields_of, new_id, nouns


def test_ids_are_uuid7_in_the_order_of_making() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {uuid.UUID(one).version for one in made} == {7}
    assert {uuid.UUID(one).variant for one in made} == {uuid.RFC_4122}


def test_ids_made_by_threads_differ() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [one for batch in pool.map(lambda _: [new_id() for _ in range(2_000)], range(4)) for one in batch]
    assert len(set(made)) == len(made)


def test_every_field_has_both_languages_and_its_key() -> None:
    for noun in nouns().values():
        for field in fields_of(noun):
            assert all(field.label.text(lang).strip() for lang in Lang), (noun, field.key)
            assert hasattr(noun, field.key)

"""Pinyin and initials of names of people and organisations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import pinyin


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("张雨桐", "zhangyutong", "zyt"),
        ("单雄飞", "shanxiongfei", "sxf"),
        ("曾小贤", "zengxiaoxian", "zxx"),
        ("仇英", "qiuying", "qy"),
        ("解明", "xieming", "xm"),
        ("查明", "zhaming", "zm"),
        ("朴明", "piaoming", "pm"),
        ("盖明", "geming", "gm"),
        ("区明", "ouming", "om"),
        ("乐明", "yueming", "ym"),
        ("尉迟明", "yuchiming", "ycm"),
        ("万俟明", "moqiming", "mqm"),
        ("长孙明", "zhangsunming", "zsm"),
        ("单于明", "chanyuming", "cym"),
        ("单于", "shanyu", "sy"),
        ("令狐明", "linghuming", "lhm"),
        ("欧阳明", "ouyangming", "oym"),
        ("吕明", "lvming", "lm"),
        ("张单", "zhangdan", "zd"),
        ("买买提·阿不都热依木", "maimaitiabudureyimu", "mmtabdrym"),
        ("John Smith", "johnsmith", "js"),
        ("José", "jose", "j"),
        ("𠮷明", "𠮷ming", "𠮷m"),
        ("", "", ""),
    ],
)
def test_people(name: str, full: str, initials: str) -> None:
    assert (pinyin.full(name), pinyin.initials(name)) == (full, initials)


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("重庆大学", "chongqingdaxue", "cqdx"),
        ("单片机5G中心", "danpianji5gzhongxin", "dpj5gzx"),
        ("ABC 公司（杭州）", "abcgongsihangzhou", "abcgshz"),
    ],
)
def test_organisations_have_no_surname(name: str, full: str, initials: str) -> None:
    assert (pinyin.full(name, person=False), pinyin.initials(name, person=False)) == (full, initials)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=6))
def test_a_syllable_a_character(name: str) -> None:
    assert len(pinyin.initials(name)) == len(name)
    assert pinyin.full(name)[:1] == pinyin.initials(name)[:1]

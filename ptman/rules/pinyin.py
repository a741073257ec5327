"""Pinyin of names for finding them by keyboard: whole (zhangyutong) and initials (zyt), without tones."""

import re
import unicodedata
from functools import lru_cache

from ptman.rules.text import HAN

# Surnames that are read otherwise than the same character elsewhere.
_READINGS = """
    单 shan 曾 zeng 仇 qiu 解 xie 查 zha 朴 piao 盖 ge 区 ou 任 ren 缪 miao 翟 zhai 覃 qin 洗 xian 黑 he 折 she 种 chong
    秘 bi 繁 po 员 yun 贠 yun 召 shao 乜 nie 薄 bo 卜 bu 都 du 句 gou 郇 xun 乐 yue 祭 zhai 能 nai 佴 nai 粘 nian 角 jue
    阚 kan 令 ling 尉 wei
    尉迟 yu-chi 万俟 mo-qi 长孙 zhang-sun 单于 chan-yu 澹台 tan-tai 令狐 ling-hu 鲜于 xian-yu 亓官 qi-guan 子车 zi-ju
    乐正 yue-zheng 拓跋 tuo-ba 夹谷 jia-gu 宰父 zai-fu 谷梁 gu-liang 相里 xiang-li 毌丘 guan-qiu 第五 di-wu
"""
_SOUNDS = {"都": "du", "什": "shi"}
_WORDS = _READINGS.split()
_SURNAMES = {name: tuple(reading.split("-")) for name, reading in zip(_WORDS[::2], _WORDS[1::2], strict=True)}
_COMPOUND = frozenset(name for name in _SURNAMES if len(name) > 1) | {
    *("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "公孙", "慕容", "司徒", "夏侯"),
}
_LATIN = re.compile(f"[^\\W_{HAN}]+")
_PARTS = re.compile(f"[{HAN}]+|{_LATIN.pattern}")


def _syllables(han: str) -> list[str]:
    return list(_read(han))


@lru_cache(maxsize=20_000)
def _read(han: str) -> tuple[str, ...]:
    """Remembered, because both spellings of a name ask for it, and the names of a roster are made of few characters."""
    from pypinyin import lazy_pinyin

    read: list[str] = lazy_pinyin(han)
    # Rare characters without a known reading come back as they are, and in one piece.
    return tuple(piece for syllable in read for piece in ([syllable] if syllable.isascii() else syllable))


def _transcribed(han: str) -> list[str]:
    """In 买买提·阿不都热依木 each character stands for its sound alone; words do not count."""
    return [_SOUNDS.get(char) or _syllables(char)[0] for char in han]


def _person(han: str) -> list[str]:
    """The surname is read by itself, for words across it and the given name would mislead the dictionary."""
    length = 2 if len(han) > 2 and han[:2] in _SURNAMES else 1  # noqa: PLR2004 - a given name must remain
    surname = _SURNAMES.get(han[:length]) or _syllables(han[:length])
    return [*surname, *_syllables(han[length:])]


def _unaccented(word: str) -> str:
    letters = (char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return "".join(letters).lower()


def _syllables_by_word(name: str, *, person: bool) -> list[list[str]]:
    """For each run of Han characters its syllables, for each other word that word alone."""
    plain = unicodedata.normalize("NFKC", name)
    dotted = person and "·" in plain
    words: list[list[str]] = []
    for word in _PARTS.findall(plain):
        if not re.match(f"[{HAN}]", word):
            words.append([_unaccented(word)])
        elif dotted:
            words.append(_transcribed(word))
        else:
            words.append(_person(word) if person and not words else _syllables(word))
    return words


def full(name: str, *, person: bool = True) -> str:
    """张雨桐 → zhangyutong; ü is v, as typed. `person=False` for organisations, which have no surname."""
    return "".join("".join(word) for word in _syllables_by_word(name, person=person))


def initials(name: str, *, person: bool = True) -> str:
    """张雨桐 → zyt, John Smith → js; in an organisation a Latin word such as 5G or ZJU stays whole."""
    plain = name if person else _LATIN.sub(lambda word: " ".join(word[0]), name)
    return "".join(syllable[:1] for word in _syllables_by_word(plain, person=person) for syllable in word)


def spelled(name: str) -> str:
    """张雨桐 → Zhang Yutong, 欧阳子涵 → Ouyang Zihan, 买买提·阿不都 → Maimaiti Abudu; Latin names stay."""
    if name.isascii():
        return name
    words = _syllables_by_word(name, person=True)
    if len(words) == 1 and len(words[0]) > 1:
        plain = unicodedata.normalize("NFKC", name)
        length = 2 if len(plain) > 2 and plain[:2] in _COMPOUND else 1  # noqa: PLR2004 - a given name must remain
        words = [words[0][:length], words[0][length:]]
    return " ".join("".join(word).capitalize() for word in words if word)

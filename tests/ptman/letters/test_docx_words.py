"""Word templates: filled from plain values, always the same bytes; hostile ones are refused, each with a sentence."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import docx_scan, docx_words, words
from tests.ptman.letters.test_words import BATCH, SENDER, TODAY

KNOWN = words.VOCABULARIES[words.DISPATCH]
VALUES = words.values(BATCH, SENDER, TODAY)
MARK = ("工院函〔2026〕1号", "")
MANY = 5_000


@pytest.mark.parametrize("name", ["A & <w:br/> O'Neil", "{{ 7*7 }}", "</w:t>", "张\u202e三", "\ud800李", "{% raw %}"])
def test_markup_in_a_value_is_printed_as_it_stands(name: str) -> None:
    plain = name.replace("\u202e", "").replace("\ud800", "")
    batch = replace(BATCH, host=name, trips=(replace(BATCH.trips[0], name=name),))
    template = made("致{{ 主送单位 }}。{{文号}}", "{% for s in 研究生 %}{{ s.序号 }}<{{ s.姓名 }}>{% endfor %}")
    values = words.values(batch, SENDER, TODAY)
    filled = docx_words.filled(template, values, KNOWN, Lang.ZH, MARK)
    assert text_of(filled) == f"致{plain}。{MARK[0]}\n1<{plain}>"
    assert docx_words.filled(template, values, KNOWN, Lang.ZH, MARK) == filled


def test_an_empty_blank_is_told_unless_a_condition_asks_for_it() -> None:
    careful = made("{% if 回执日期 %}{{ 回执日期 }}{% endif %}{{ 备注|default('') }}".replace("备注", "回执日期"))
    assert docx_words.empty(careful, VALUES, KNOWN) == ()
    said = docx_words.empty(made("{{ 回执日期 }}"), VALUES, KNOWN)
    assert [one.zh for one in said] == ["Word 模板：“回执日期”为空"]


def test_the_code_is_a_picture_where_a_place_is_given() -> None:
    filled = docx_words.filled(made("{{ 核验码 }}"), VALUES, KNOWN, Lang.ZH, (MARK[0], "ptman1:abc"))
    with zipfile.ZipFile(io.BytesIO(filled)) as package:
        assert [name for name in package.namelist() if name.endswith(".png")]


def made(*paragraphs: str) -> bytes:
    from docx import Document

    document = Document()
    for one in paragraphs:
        document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(docx: bytes) -> str:
    from docx import Document

    return "\n".join(one.text for one in Document(io.BytesIO(docx)).paragraphs)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ host._x }}",
        "{{ host|attr('__class__') }}",
        "{{ range(10**9) }}",
        "{{ 9**99999 }}",
        "{{ 'a'*10**9 }}",
        "{{ '%9999999s'|format(1) }}",
        "{% include '/etc/passwd' %}",
        "{% set a = 1 %}",
        "{% macro a() %}{% endmacro %}",
        "{% for i in range(9) %}x{% endfor %}",
        "{% for s in 研究生 %}{% for r in 研究生 %}x{% endfor %}{% endfor %}",
        "{{ self }}",
        "{{ cycler }}",
        "{{ 主送单住 }}",
        "{{ host",
        "{{ " + "(" * MANY + " }}",
    ],
)
def test_a_hostile_word_template_is_refused_with_a_sentence(source: str) -> None:
    with pytest.raises(PtmanError) as refused:
        docx_words.filled(made(source), VALUES, KNOWN, Lang.ZH, MARK)
    assert refused.value.code == "docx-bad"
    assert "Word 模板没有采用" in refused.value.sentence.zh


def repacked(change: Callable[[dict[str, bytes]], object], size: int = 0) -> bytes:
    """A sound Word file whose parts were changed by hand."""
    with zipfile.ZipFile(io.BytesIO(made("x"))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    if size:
        parts["word/media/big.xml"] = b"0" * size
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def relation(kind: str, target: str, mode: str = "External") -> Callable[[dict[str, bytes]], object]:
    added = (
        f'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    ).encode()

    def change(parts: dict[str, bytes]) -> None:
        rels = "word/_rels/document.xml.rels"
        parts[rels] = parts[rels].replace(b"</Relationships>", added)

    return change


def document(before: bytes, after: bytes) -> Callable[[dict[str, bytes]], object]:
    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(before, after, 1)

    return change


_RUN = b"<w:r><w:instrText>%s</w:instrText></w:r>"
FIELD = b"<w:body><w:p>" + _RUN % b"INCLUDE" + _RUN % b'TEXT "/etc/passwd"' + b"</w:p>"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "不是完整的 Word 文件"),
        (b"PK\x03\x04" + b"\0" * 99, "不是完整的 Word 文件"),
        (b"x" * (docx_scan.LARGEST + 1), "超过 5 MB"),
        (repacked(lambda parts: parts.pop("word/document.xml")), "不是 Word 文件"),
        (repacked(lambda _: None, 60_000_000), "压缩炸弹"),
        (repacked(lambda parts: parts.update({"word/vbaProject.bin": b"x"})), "宏或嵌入对象"),
        (repacked(lambda parts: parts.update({"word/embeddings/a.docx": b"x"})), "宏或嵌入对象"),
        (repacked(lambda parts: parts.update({"../../etc/x": b"x"})), "结构不正常"),
        (repacked(relation("image", "http://example.org/x.png")), "外部内容"),
        (repacked(relation("attachedTemplate", "http://example.org/x.dotm")), "外部模板"),
        (repacked(relation("aFChunk", "chunk.html", "Internal")), "外部模板或其他文档"),
        (repacked(document(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document')), "实体定义"),
        (repacked(document(b"<w:body>", FIELD)), "域会读取别的文件"),
        (repacked(lambda parts: parts.update({"word/a.xml": "<a/>".encode("utf-16")})), "编码不是 UTF-8"),
    ],
)
def test_a_word_file_from_outside_is_scanned_first(data: bytes, why: str) -> None:
    with pytest.raises(PtmanError) as refused:
        docx_words.faults(data, KNOWN)
    assert why in refused.value.sentence.zh


def test_a_plain_word_file_with_a_link_is_taken() -> None:
    assert docx_words.faults(repacked(relation("hyperlink", "https://example.org/")), KNOWN) == ()

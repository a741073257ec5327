"""Fills a Word template with the blanks of a letter; the file was scanned and judged before, and is again."""

import functools
import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ptman.labels import Label, Lang
from ptman.letters import docx_guard, docx_scan, value_words
from ptman.letters.blanks import NUMBER, Blank, BlankKind, Vocabulary
from ptman.letters.value_words import Value
from ptman.rules import text as texts

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

CODE_MM = 22
_LONGEST = 1000
_STAMP = (1980, 1, 1, 0, 0, 0)


def faults(data: bytes, vocabulary: Vocabulary) -> tuple[Label, ...]:
    """What is wrong with a Word template, whatever fills it. PtmanError `docx-bad` where the file itself is."""
    docx_scan.refuse(data)
    found: list[Label] = []
    for source in _sources(data):
        try:
            tree = docx_guard.environment().parse(source)
        except docx_guard.Forbidden as refused:
            found.append(refused.sentence)
        except (_template_error(), RecursionError):
            found.append(Label("有写错的 {{ }} 或 {% %}", "a {{ }} or {% %} is written wrongly"))
        else:
            used = list(docx_guard.uses(tree))
            found += [fault for use in used if (fault := docx_guard.unknown(use, vocabulary))]
            if len(used) > docx_guard.MOST_USES:
                found.append(Label("空白项太多", "it has too many blanks"))
    return tuple(dict.fromkeys(found))


def empty(data: bytes, values: Mapping[str, Value], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The blanks that the text needs, no condition around them, and that are empty."""
    lacking: list[Label] = []
    for source in _sources(data):
        for use in docx_guard.uses(docx_guard.environment().parse(source)):
            blank = _blank(use.path[0], vocabulary) if len(use.path) == 1 and use.sure else None
            if blank is not None and values.get(blank.key) in (None, "", ()):
                lacking.append(blank.label)
    return tuple(
        Label(f"Word 模板：“{one.zh}”为空", f"Word template: “{one.en}” is empty") for one in dict.fromkeys(lacking)
    )


def names(data: bytes) -> tuple[str, ...]:
    """Every blank the file writes or asks after, a blank of a list by its own name."""
    trees = (docx_guard.environment().parse(source) for source in _sources(data))
    return tuple(dict.fromkeys(use.path[-1] for tree in trees for use in docx_guard.uses(tree) if use.path))


def filled(
    data: bytes, values: Mapping[str, Value], vocabulary: Vocabulary, lang: Lang, mark: tuple[str, str]
) -> bytes:
    """The letter as .docx, the same input always the same bytes; `mark` is the number and the code for its picture.

    Raises PtmanError `docx-bad` where the template is, or cannot be filled.
    """
    found = faults(data, vocabulary)
    if found:
        raise docx_scan.bad("；".join(one.zh for one in found), "; ".join(one.en for one in found))
    longest = max((len(value) for value in values.values() if isinstance(value, tuple)), default=0)
    trees = (docx_guard.environment().parse(source) for source in _sources(data))
    if longest * sum(map(docx_guard.weight, trees)) > docx_guard.HEAVIEST:
        raise docx_scan.bad("写出来的内容太长", "what it would write is too long")
    from docxtpl import DocxTemplate

    doc_no, code = mark
    template = DocxTemplate(io.BytesIO(data))
    context = _named(values, vocabulary.blanks, lang)
    context |= dict.fromkeys(("doc_no", "文号", "document_number"), doc_no)
    context |= dict.fromkeys(("code", "核验码"), _picture(template, code) if code else "")
    try:
        template.render(context, docx_guard.environment(), autoescape=True)
    except (docx_guard.Forbidden, _template_error(), TypeError, ValueError):
        raise docx_scan.bad("模板不能用这些数据填写", "it cannot be filled with these data") from None
    out = io.BytesIO()
    template.save(out)
    return _settled(out.getvalue())


@functools.lru_cache(maxsize=8)
def _sources(data: bytes) -> tuple[str, ...]:
    """Everything that docxtpl would run: body, headers, footers, properties; footnotes are judged as they are run."""
    from docxtpl import DocxTemplate

    try:
        template = DocxTemplate(io.BytesIO(data))
        template.init_docx()
        found = [template.patch_xml(template.get_xml())]
        for uri in (template.HEADER_URI, template.FOOTER_URI):
            found += [template.patch_xml(template.get_part_xml(part)) for _, part in template.get_headers_footers(uri)]
        core = template.docx.core_properties
    except (KeyError, ValueError, AttributeError, SyntaxError):
        raise docx_scan.bad("不是完整的 Word 文件 (.docx)", "it is no sound Word file (.docx)") from None
    return (*found, *(str(getattr(core, key)) for key in ("author", "comments", "identifier", "subject", "title")))


def _named(values: Mapping[str, Value], named: tuple[Blank, ...], lang: Lang) -> dict[str, Any]:
    """Plain texts, lists and dicts only, each under its key and both labels."""
    found: dict[str, Any] = {}
    for blank in named:
        value = values.get(blank.key)
        if blank.kind is BlankKind.LIST and isinstance(value, tuple):
            shown: Any = [_entry(row, number, blank, lang) for number, row in enumerate(value, 1)]
        else:
            shown = _text(value, lang)
        found |= dict.fromkeys((blank.key, _identifier(blank.label.zh), _identifier(blank.label.en)), shown)
    return found


def _entry(row: object, number: int, of: Blank, lang: Lang) -> Any:  # noqa: ANN401 a text or a dict of texts
    if isinstance(row, Mapping):
        marks = dict.fromkeys((NUMBER.key, NUMBER.label.zh), str(number))
        return _named(row, of.of, lang) | marks
    return texts.clean(str(row)).must()[:_LONGEST]


def _text(value: Value, lang: Lang) -> str:
    return texts.clean(value_words.written(value, "", lang) or "").must()[:_LONGEST]


def _identifier(name: str) -> str:
    return re.sub(r"\W", "_", name)


def _blank(name: str, vocabulary: Vocabulary) -> Blank | None:
    return next(
        (one for one in vocabulary.blanks if name in {one.key, _identifier(one.label.zh), _identifier(one.label.en)}),
        None,
    )


def _picture(template: "DocxTemplate", code: str) -> object:
    import segno
    from docx.shared import Mm
    from docxtpl import InlineImage

    drawn = io.BytesIO()
    segno.make(code, error="m", mask=3).save(drawn, kind="png", scale=8, border=2)
    drawn.seek(0)
    return InlineImage(template, drawn, width=Mm(CODE_MM))


def _settled(data: bytes) -> bytes:
    """The same package without the hour it was packed at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            target.writestr(zipfile.ZipInfo(name, _STAMP), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _template_error() -> type[Exception]:
    from jinja2 import TemplateError

    return TemplateError

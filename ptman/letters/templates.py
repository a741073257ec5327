"""The verbs of letter templates: list, open, save a new version, put in use, restore, retire, compare."""

import itertools
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import docx_scan, docx_words, template_rows, template_text, words
from ptman.letters.families import catalogue
from ptman.letters.template_rows import Line, TemplateRow
from ptman.letters.template_text import TemplateText
from ptman.models import LetterTemplate
from ptman.models.choices_templates import TemplateForm, TemplateGrid, TemplateHead, TemplateLanguage, TemplateSignature
from ptman.rules import text as texts

LONGEST_NAME = 40
_FAMILIES = tuple(family.key for family in catalogue.ALL)


def listing(session: Session) -> tuple[TemplateRow, ...]:
    """Of every family the shipped words, then the office's own templates in their newest version."""
    own = template_rows.newest(_all(session))
    rows: list[TemplateRow] = []
    for family, lang in itertools.product(_FAMILIES, Lang):
        mine = [template_rows.of(one) for one in own if (one.family, one.language) == (family, lang.value)]
        used = any(row.in_use for row in mine)
        rows += [template_rows.shipped(family, lang, in_use=not used), *mine]
    return tuple(rows)


def editions(session: Session, key: str) -> tuple[TemplateRow, ...]:
    """All versions of the template that has this version, newest first."""
    one = _found(session, key)
    same = (LetterTemplate.family == one.family, LetterTemplate.language == one.language)
    query = select(LetterTemplate).where(*same, LetterTemplate.name == one.name)
    return tuple(template_rows.of(row) for row in session.scalars(query.order_by(LetterTemplate.edition.desc())))


def save(session: Session, text: TemplateText, base: str, today: date, *, use: bool) -> TemplateRow:
    """Keep the text as the next version of its template, or as a new one; `base` is the version it was made from.

    Faulty words are kept too: half-finished work is not lost, and no letter is issued with them. Raises PtmanError
    `stale` where a newer version was saved meanwhile, `template-name`, `template-too-long`.
    """
    name = texts.clean(text.name).must()
    if not name or len(name) > LONGEST_NAME:
        raise _nameless()
    template_text.refuse_long(text.source)
    last = _last(session, text.family, text.lang, name)
    if last is not None and last.id != base:
        raise _overtaken(last)
    row = LetterTemplate(
        family=text.family,
        language=TemplateLanguage(text.lang),
        name=name,
        edition=last.edition + 1 if last else 1,
        source=text.source,
        head=TemplateHead(text.head),
        grid=TemplateGrid(text.grid),
        signature=TemplateSignature(text.signature),
        saved_on=today,
    )
    _take_docx(row, last.docx if last else None)
    return _kept(session, row, use=use)


def attach(session: Session, key: str, docx: bytes | None, today: date) -> TemplateRow:
    """A new version whose letters are made as Word files too, or (None) no longer.

    Raises PtmanError `docx-bad` with every fault where the file is no sound template.
    """
    one = _found(session, key)
    if docx is not None:
        found = docx_words.faults(docx, words.vocabulary(one.family))
        if found:
            raise docx_scan.bad("；".join(fault.zh for fault in found), "; ".join(fault.en for fault in found))
    row = save(session, template_rows.text_of(one), key, today, use=one.in_use)
    _take_docx(session.get_one(LetterTemplate, row.id), docx)
    session.flush()  # the answer says whether it has one
    return opened(session, row.id)


def _take_docx(row: LetterTemplate, docx: bytes | None) -> None:
    row.docx, row.form = docx, TemplateForm.WORDS if docx is None else TemplateForm.DOCX


def use(session: Session, key: str, *, on: bool) -> TemplateRow:
    """Write letters with this template from now on, or no longer; issued letters keep theirs."""
    one = _found(session, key)
    if on:
        _release(session, one)
    one.in_use = on
    said = ("启用", "Use") if on else ("停用", "Stop using")
    journal.say(session, f"{said[0]}模板 {one.name}", f"{said[1]} template {one.name}")
    session.flush()  # the answer names the version
    return template_rows.of(one)


def restore(session: Session, key: str, today: date) -> TemplateRow:
    """An old version becomes the newest: its words are saved again, nothing is lost."""
    one = _found(session, key)
    last = _last(session, one.family, Lang(one.language), one.name)
    return save(session, template_rows.text_of(one), last.id if last else "", today, use=bool(last and last.in_use))


def retire(session: Session, key: str, today: date) -> None:
    """Take a template with all its versions out of the list; letters written in it keep their words."""
    one = _found(session, key)
    for row in _all(session):
        if (row.family, row.language, row.name) == (one.family, one.language, one.name):
            row.retired_on, row.in_use = today, False
    journal.say(session, f"收起模板 {one.name}", f"Retire template {one.name}")


def compare(session: Session, old: str, new: str) -> tuple[Line, ...]:
    """Two versions line by line; without an id the words shipped."""
    return template_rows.compared(_source(session, old, new), _source(session, new, old))


def opened(session: Session, key: str) -> TemplateRow:
    """One version of a template; PtmanError `no-template`."""
    return template_rows.of(_found(session, key))


def _kept(session: Session, row: LetterTemplate, *, use: bool) -> TemplateRow:
    """Only the newest version can be in use, and one template of a family and language."""
    if use:
        _release(session, row)
    else:
        for one in _all(session):
            if (one.family, one.language, one.name) == (row.family, row.language, row.name):
                one.in_use = False
    row.in_use = use
    session.add(row)
    said = f"{row.name} {row.edition}"
    journal.say(session, f"保存模板 {row.name} 第 {row.edition} 版", f"Save template {said}")
    session.flush()  # the answer names id and version
    return template_rows.of(row)


def _release(session: Session, row: LetterTemplate) -> None:
    for one in _all(session):
        if (one.family, one.language) == (row.family, row.language):
            one.in_use = False


def _all(session: Session) -> list[LetterTemplate]:
    one = LetterTemplate
    query = select(one).where(one.retired_on.is_(None), one.family.in_(_FAMILIES))
    return list(session.scalars(query.order_by(one.family, one.language.desc(), one.name, one.edition)))


def _last(session: Session, family: str, lang: Lang, name: str) -> LetterTemplate | None:
    """The newest version, also of a retired template: its numbers are taken."""
    one = LetterTemplate
    query = select(one).where(one.family == family, one.language == TemplateLanguage(lang), one.name == name)
    return session.scalars(query.order_by(one.edition.desc())).first()


def _found(session: Session, key: str) -> LetterTemplate:
    one = session.get(LetterTemplate, key)
    if one is None or one.family not in _FAMILIES:
        raise PtmanError(
            "no-template",
            "没有这个模板，未作任何改动。请刷新后重选。",
            "There is no such template. Nothing was changed; reload and choose again.",
        )
    return one


def _source(session: Session, key: str, other: str) -> str:
    if key:
        return _found(session, key).source
    one = _found(session, other)
    return words.shipped(one.family, Lang(one.language)).source


def _nameless() -> PtmanError:
    return PtmanError(
        "template-name",
        f"模板要有名称，最多 {LONGEST_NAME} 字。没有保存；请填写名称。",
        f"A template needs a name of at most {LONGEST_NAME} characters. It was not kept; name it.",
    )


def _overtaken(last: LetterTemplate) -> PtmanError:
    return PtmanError(
        "stale",
        f"模板“{last.name}”已有第 {last.edition} 版，不是从它改来的。没有保存；请换个名称，或打开最新版再改。",
        f"Template “{last.name}” has a version {last.edition} that this was not made from. It was not kept; "
        "choose another name, or open the newest version and change that.",
    )

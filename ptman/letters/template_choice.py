"""Which words the office writes a family in now: its template in use, else those shipped."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Lang
from ptman.letters import template_text, words
from ptman.letters.pending import Words
from ptman.models import IssuedWording, LetterTemplate
from ptman.models.choices_templates import TemplateLanguage


def chosen(session: Session, family: str, lang: Lang = Lang.ZH) -> Words:
    """The words in use of a family in a language."""
    one = LetterTemplate
    found = session.scalars(
        select(one)
        .where(one.family == family, one.language == TemplateLanguage(lang), one.in_use, one.retired_on.is_(None))
        .order_by(one.edition.desc(), one.id.desc())
    ).first()
    return words.shipped(family, lang) if found is None else of(found)


def of(template: LetterTemplate) -> Words:
    """A stored template as words."""
    return Words(
        template.family,
        template.source,
        Lang(template.language),
        template.name,
        template.edition,
        template.id,
        template.docx or b"",
        hashlib.sha256(template.docx).hexdigest() if template.docx else "",
        template_text.layout(template.head, template.grid, template.signature),
    )


def frozen(document: str, used: Words, docx: bytes | None = None) -> IssuedWording:
    """The words one document was written in and the Word file made of it, to be kept with it."""
    return IssuedWording(
        document_id=document,
        template_id=used.template or None,
        family=used.family,
        language=TemplateLanguage(used.lang),
        name=used.name,
        edition=used.edition,
        source=used.source,
        source_sha=hashlib.sha256(used.source.encode()).hexdigest(),
        docx=docx,
        docx_sha=hashlib.sha256(docx).hexdigest() if docx is not None else None,
    )

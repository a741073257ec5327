"""What a file really is, by its content: papers and pictures are known, programs and macros refused."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from ptman.labels import Label

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
MEDIA = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "tif": "image/tiff",
    "gif": "image/gif",
    "webp": "image/webp",
    "docx": _OFFICE + "wordprocessingml.document",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "pptx": _OFFICE + "presentationml.presentation",
    "odt": _ODF + "text",
    "ods": _ODF + "spreadsheet",
    "ofd": "application/ofd",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "txt": "text/plain",
    "csv": "text/csv",
}
_ALIKE = {"jpeg": "jpg", "tiff": "tif", "md": "txt", "wps": "doc", "et": "xls"}
_HEADS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"GIF8", "gif"),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_RUN = set("exe com dll scr msi bat cmd ps1 vbs vbe js jse wsf hta lnk jar sh app reg html htm svg".split())  # noqa: SIM905 a list of words
_WITH_MACROS = {"docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm"}
_INSIDE = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = {"doc", "xls", "ppt"}
_MANY = 20_000

PROGRAM = Label("程序或脚本不能作为附件。", "Programs and scripts are not taken.")
MACROS = Label("带宏的文档不能作为附件，请另存为不带宏的格式。", "Files with macros are not taken; save it without.")
UNKNOWN = Label(
    "认不出这种文件。可以附 PDF、图片、Office 和 WPS 文档、OFD、文本。",
    "This kind of file is not known. PDF, pictures, office documents, OFD and text are taken.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The media type of a file that may be kept, or why it may not."""

    media: str = ""
    refused: Label | None = None


def judge(name: str, content: bytes) -> Judged:
    """Judge a file by its content, and its name by that."""
    ending = PurePath(name).suffix.removeprefix(".").casefold()
    ending = _ALIKE.get(ending, ending)
    if ending in _RUN or content.startswith(_PROGRAMS):
        return Judged(refused=PROGRAM)
    if ending in _WITH_MACROS or _has_macros(content):
        return Judged(refused=MACROS)
    kind = _kind(content, ending)
    if not kind:
        return Judged(refused=UNKNOWN)
    if kind != ending:
        return Judged(refused=_mismatch(ending, kind))
    return Judged(MEDIA[kind])


def _kind(content: bytes, ending: str) -> str:
    """The usual ending of what the content is; nothing where it is not known."""
    head = next((kind for begins, kind in _HEADS if content.startswith(begins)), "")
    if not head and content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        head = "webp"
    if not head and content.startswith(b"PK\3\4"):
        return _packed(content)
    if not head and content.startswith(_OLE):
        return ending if ending in _OLD else "doc"
    return head or _text(content, ending)


def _names(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            return [] if len(pack.infolist()) > _MANY else pack.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return []


def _packed(content: bytes) -> str:
    names = _names(content)
    found = next((kind for inside, kind in _INSIDE if inside in names), "")
    if found or "OFD.xml" in names:
        return found or "ofd"
    # An open document tells its type in its first, uncompressed member.
    start = content[30:120]
    return next((kind for kind in ("odt", "ods") if b"mimetype" + MEDIA[kind].encode() in start), "")


def _has_macros(content: bytes) -> bool:
    if content.startswith(b"PK\3\4"):
        return any(name.casefold().endswith("vbaproject.bin") or name.startswith("Basic/") for name in _names(content))
    return content.startswith(_OLE) and any(word.encode("utf-16-le") in content for word in ("_VBA_PROJECT", "Macros"))


def _text(content: bytes, ending: str) -> str:
    """Plain text in one of the encodings an office meets."""
    if b"\0" in content or ending not in {"txt", "csv"}:
        return ""
    for coding in ("utf-8", "gb18030"):
        try:
            content.decode(coding)
        except UnicodeDecodeError:
            continue
        return ending
    return ""


def _mismatch(ending: str, kind: str) -> Label:
    return Label(
        f"文件名以 .{ending} 结尾，内容却是 .{kind}。请改正文件名或重新取得文件。",
        f"The name ends in .{ending}, but the content is .{kind}. Correct the name or get the file again.",
    )

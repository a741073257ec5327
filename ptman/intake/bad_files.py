"""Why a file is not taken: one sentence each, what it is and what to do."""

from ptman.errors import PtmanError
from ptman.intake import limits
from ptman.labels import Label

# Every one of these is said before anything was read into the office's file, so nothing needs to be kept.
SENTENCES: dict[str, Label] = {
    "empty-file": Label(
        "“{name}”是空文件（0 字节）。请让发件人重新发送。",
        "{name} is empty (0 bytes). Ask the sender to send it again.",
    ),
    "not-a-file": Label(
        "“{name}”不是普通文件。请选择一个 .xlsx 文件。",
        "{name} is not an ordinary file. Choose an .xlsx file.",
    ),
    "file-too-large": Label(
        "“{name}”有 {size:,} MB，上限为 {limit:,} MB，没有打开。请删去图片，或拆成几个文件。",
        "{name} has {size:,} MB; the limit is {limit:,} MB. It was not opened. Remove pictures or split the file.",
    ),
    "damaged-cut": Label(
        "“{name}”已损坏：缺少文件末尾。请重新下载，或请发件人重发。",
        "{name} is damaged: the end of the file is missing. Download it again or request it again.",
    ),
    "damaged": Label(
        "“{name}”已损坏（部件 {part}），没有读入任何内容。请用 Excel 打开后另存为新的 .xlsx，或请发件人重发。",
        "{name} is damaged (part {part}). Nothing was read. "
        "Open it in Excel and save it as a new .xlsx, or request it again.",
    ),
    "password-protected": Label(
        "“{name}”有密码保护。请在 Excel 中取消密码（文件 > 信息 > 保护工作簿）后重新保存。",
        "{name} is protected by a password. Remove it in Excel (File > Info > Protect Workbook) and save again.",
    ),
    "xls-too-old": Label(
        "“{name}”是 Excel 95 以前的文件。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。",
        "{name} was written by an Excel older than 95. Open it in Excel and save it as .xlsx.",
    ),
    "not-xlsx:xlsb": Label(
        "“{name}”是二进制 Excel 文件（.xlsb）。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。",
        "{name} is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.",
    ),
    "not-xlsx:xml": Label(
        "“{name}”是“XML 表格 2003”文件。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。",
        "{name} is an XML Spreadsheet 2003. Open it in Excel and save it as .xlsx.",
    ),
    "html-renamed": Label(
        "“{name}”其实是网页，不是 Excel 文件。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。",
        "{name} is a web page, not an Excel file. Open it in Excel and save it as .xlsx.",
    ),
    "csv-renamed": Label(
        "“{name}”其实是文本文件（CSV）。请在 Excel 中用“数据 > 从文本/CSV”导入，把号码列设为“文本”，再另存为 .xlsx。",
        "{name} is a text file (CSV). In Excel use Data > From Text/CSV with the number columns as text, "
        "then save it as .xlsx.",
    ),
    "not-a-workbook:text": Label(
        "“{name}”是文本文件，不是表格。请选择一个 .xlsx 文件。",
        "{name} is a text file, not a workbook. Choose an .xlsx file.",
    ),
    "not-a-workbook:pdf": Label(
        "“{name}”是 PDF，无法从中读取名单。请向发件人索取 .xlsx 文件。",
        "{name} is a PDF. Names cannot be read from it. Ask the sender for the .xlsx file.",
    ),
    "not-a-workbook:image": Label(
        "“{name}”是图片，无法从中读取名单。请向发件人索取 .xlsx 文件。",
        "{name} is a picture. Names cannot be read from it. Ask the sender for the .xlsx file.",
    ),
    "not-a-workbook:owner": Label(
        "“{name}”是 Excel 打开文件时留下的标记，不是表格。请选择文件名不带“~$”的那个文件。",
        "{name} is the mark Excel leaves beside an open file, not a workbook. Choose the file without ~$ in its name.",
    ),
    "not-a-workbook": Label(
        "“{name}”不是 Excel 工作簿。请选择一个 .xlsx 文件。",
        "{name} is not an Excel workbook. Choose an .xlsx file.",
    ),
    "not-xlsx:doc": Label(
        "“{name}”是旧版 Word 文档。请把其中的表格复制到 Excel 并保存为 .xlsx。",
        "{name} is an old Word document. Copy its table into Excel and save that as .xlsx.",
    ),
    "not-xlsx:docx": Label(
        "“{name}”是 Word 文档。请把其中的表格复制到 Excel 并保存为 .xlsx。",
        "{name} is a Word document. Copy its table into Excel and save that as .xlsx.",
    ),
    "not-xlsx:pptx": Label(
        "“{name}”是 PowerPoint 文稿，不是表格。请选择一个 .xlsx 文件。",
        "{name} is a PowerPoint presentation, not a workbook. Choose an .xlsx file.",
    ),
    "not-xlsx:zip": Label(
        "“{name}”是压缩包。请先解压，再选择里面的文件。",
        "{name} is a zip archive. Unpack it and choose the file inside.",
    ),
    "not-xlsx:archive": Label(
        "“{name}”是压缩包（RAR 或 7z）。请先解压，再选择里面的文件。",
        "{name} is an archive (RAR or 7z). Unpack it and choose the file inside.",
    ),
    "inflates-too-large": Label(
        "“{name}”解压后将达 {size:,} MB（上限 {limit:,} MB），没有打开。这很不寻常，请核实发件人。",
        "{name} would unpack to {size:,} MB (limit {limit:,} MB). It was not opened. "
        "This is unusual; check with the sender.",
    ),
    "too-many-parts": Label(
        "“{name}”由超过 {limit:,} 个部件组成，没有打开。请只留一个工作表，另存为新的 .xlsx。",
        "{name} is made of more than {limit:,} parts and was not opened. Keep one sheet only and save a new .xlsx.",
    ),
    "xml-dtd": Label(
        "“{name}”含有 Excel 从不写入的定义（DTD），没有打开。请核实发件人。",
        "{name} holds definitions that Excel never writes (DTD). It was not opened. Check with the sender.",
    ),
    "bad-part-name": Label(
        "“{name}”中有名称不允许的部件，没有打开。请核实发件人。",
        "{name} holds a part with a forbidden name. It was not opened. Check with the sender.",
    ),
    "sheet-too-large": Label(
        "工作表“{sheet}”用到了第 {row:,} 行、{column} 列。请删除多余的行和列（Ctrl+End 可跳到最后一格）后保存。",
        "{sheet} reaches row {row:,}, column {column}. "
        "Delete the unused rows and columns (Ctrl+End shows the last cell) and save.",
    ),
    "too-many-rows": Label(
        "工作表“{sheet}”有内容的行超过 {limit:,} 行的上限。请拆成几个文件。",
        "{sheet} has more than {limit:,} rows with content, which is the limit. Split the file.",
    ),
    "too-many-cells": Label(
        "“{name}”有内容的单元格超过 {limit:,} 个的上限。请拆成几个文件。",
        "{name} has more than {limit:,} filled cells, which is the limit. Split the file.",
    ),
    "too-much-detail": Label(
        "“{name}”的部件 {part} 异常庞杂，没有读入。请把需要的行复制到新的工作簿，另存为 .xlsx。",
        "Part {part} of {name} is far too intricate and was not read. Copy the rows you need into a new workbook.",
    ),
    "too-many-merges": Label(
        "工作表“{sheet}”有超过 {limit:,} 个合并区域。请取消合并后保存。",
        "{sheet} has more than {limit:,} merged areas. Unmerge them and save.",
    ),
    "text-too-long": Label(
        "“{name}”中有单元格的文字超过 {limit:,} 个字符的上限（{place}）。请缩短后保存。",
        "{name} has a cell with more than {limit:,} characters, which is the limit ({place}). Shorten it and save.",
    ),
    "too-many-sheets": Label(
        "“{name}”有 {count:,} 个工作表（上限 {limit:,} 个）。请只留需要的工作表。",
        "{name} has {count:,} sheets (limit {limit:,}). Keep only the sheets that are needed.",
    ),
    "no-data": Label(
        "“{name}”中没有任何含有数据的工作表。请检查是否选对了文件。",
        "No sheet with rows was found in {name}. Check that it is the right file.",
    ),
    "reader-stopped": Label(
        "读取“{name}”超过了 {seconds:.0f} 秒或 {size:,} MB 内存，已停止；ptman 未受影响，没有读入任何内容。"
        "请把需要的行复制到新的工作簿再试。",
        "Reading {name} took more than {seconds:.0f} s or {size:,} MB of memory and was stopped. ptman is unharmed "
        "and nothing was read. Copy the rows you need into a new workbook and try again.",
    ),
    "same-file": Label(
        "标注副本不能覆盖原文件“{name}”。请另取一个文件名。",
        "The marked copy may not replace {name} itself. Choose another file name.",
    ),
    "marking-stopped": Label(
        "为“{name}”标注问题的副本没有做成（超过 {seconds:.0f} 秒或 {size:,} MB 内存，或内容无法改写），原文件未变。"
        "请按屏幕上的列表修改。",
        "The marked copy of {name} could not be made (over {seconds:.0f} s or {size:,} MB of memory, or parts that "
        "cannot be rewritten). The original is unchanged. Use the list on the screen instead.",
    ),
}


def refusal(code: str, name: str, **facts: str | float) -> PtmanError:
    """The known failure `code` about the file `name`; `facts` fill its sentence."""
    label = SENTENCES[code]
    return PtmanError(code, label.zh.format(name=name, **facts), label.en.format(name=name, **facts))


def megabytes(size: int) -> int:
    """Whole megabytes, rounded up, so that a refused size never reads like the limit itself."""
    return -(-size // limits.MEGABYTE)

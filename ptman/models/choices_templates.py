"""The closed lists of letter templates: language, form, and the layout that is chosen and not typed."""

from ptman.labels import Choice


class TemplateLanguage(Choice):
    ZH = "zh", "中文", "Chinese"
    EN = "en", "英文", "English"


class TemplateForm(Choice):
    WORDS = "words", "文字", "Words"
    DOCX = "docx", "Word 模板", "Word template"


class TemplateHead(Choice):
    LETTER = "letter", "信函格式（红色双线）", "Letter format (red double rule)"
    RED = "red", "红头格式", "Red header"
    PLAIN = "plain", "只印单位名称", "Name only"


class TemplateGrid(Choice):
    STANDARD = "standard", "每页 22 行（国标）", "22 lines a page (GB/T 9704)"
    CLOSE = "close", "每页 25 行（较密）", "25 lines a page (closer)"


class TemplateSignature(Choice):
    SEAL = "seal", "留出盖章处", "Room for a seal"
    PLAIN = "plain", "不盖章", "No seal"

"""The blanks, sections and checks that several families share."""

from ptman.labels import Label
from ptman.letters.blanks import Blank, BlankKind, Section
from ptman.letters.families.family import Check

ISSUER = Blank("issuer", Label("发文单位", "issuer"), sample=Label("工程师学院", "School of Engineers"))
CONTACT = Blank("contact", Label("联系人", "contact"), sample=Label("项目办公室", "Programme Office"))
PHONE = Blank("phone", Label("联系电话", "contact phone"), sample=Label("0571-00000000", "0571-00000000"))
DATED = Blank("dated", Label("成文日期", "date of the letter"), BlankKind.DATE, Label("2026年7月1日", "1 July 2026"))
DOC_NO = Blank("doc_no", Label("文号", "document number"), sample=Label("工院函〔2026〕7号", "工院函〔2026〕7号"))
OFFICE = (ISSUER, CONTACT, PHONE, DATED, DOC_NO)

HOST = Blank("host", Label("主送单位", "host"), sample=Label("远航智能装备有限公司", "Yuanhang Intelligent Equipment"))
HOST_CODE = Blank("host_code", Label("统一社会信用代码", "credit code"), sample=Label("", ""))
PERIOD = Blank(
    "period",
    Label("起止日期", "period"),
    BlankKind.PERIOD,
    Label("2026年9月1日至2027年6月30日", "1 September 2026 to 30 June 2027"),
)
NAME = Blank("name", Label("姓名", "name"), sample=Label("周雨桐", "Zhou Yutong"))
GENDER = Blank("gender", Label("性别", "gender"), sample=Label("女", "female"))
STUDENT_NO = Blank("student_no", Label("学号", "student number"), sample=Label("3226210100", "3226210100"))
FIELD = Blank("field", Label("专业领域", "field"), sample=Label("计算机技术", "Computer Technology"))
CATEGORY = Blank(
    "category", Label("专业学位类别", "degree category"), sample=Label("电子信息", "Electronic Information")
)
POST = Blank("post", Label("实践岗位", "post"), sample=Label("感知算法研发", "Perception algorithms"))
BASE = Blank("base", Label("基地", "base"), sample=Label("远航联合培养基地", "Yuanhang joint training base"))
FROM = Blank("starts_on", Label("开始日期", "first day"), BlankKind.DATE, Label("2026年9月1日", "1 September 2026"))
TO = Blank("ends_on", Label("结束日期", "last day"), BlankKind.DATE, Label("2027年6月30日", "30 June 2027"))
ACADEMIC = Blank("academic", Label("校内导师", "academic supervisor"), sample=Label("陈启明", "Chen Qiming"))
INDUSTRY = Blank("industry", Label("企业导师", "industry supervisor"), sample=Label("高建国", "Gao Jianguo"))
ONE_STUDENT = (NAME, GENDER, STUDENT_NO, CATEGORY, FIELD)
ONE_STAY = (*ONE_STUDENT, POST, BASE, FROM, TO, ACADEMIC, INDUSTRY)
STUDENTS = Blank("students", Label("研究生", "students"), BlankKind.LIST, of=ONE_STAY)

TITLE = Section("title", Label("标题", "Title"), single=True)
OPENING = Section("opening", Label("首段", "Opening"), single=True)
REQUESTS = Section("requests", Label("请协助事项", "Requests"), optional=True)
BODY = Section("body", Label("正文", "Body"))
CLOSING = Section("closing", Label("结束语", "Closing"), optional=True)
ANNEX = Section("annex", Label("附件标题", "Annex title"), single=True)
NOTE = Section("note", Label("附注", "Note"), optional=True)

ENGLISH = Check(
    "english", Label("英文文本所需的英文名称齐全", "English names are there for the English text"), blocks=False
)
CONTACT_SET = Check("contact", Label("已设联系电话", "A contact phone is set"), blocks=False)
ENROLLED = Check("enrolled", Label("学生在读", "The students are enrolled"))
AGREED = Check("agreement", Label("实践开始时有有效协议", "An agreement is in force when practice begins"))
PAIRED = Check("paired", Label("校内、企业导师都已确定", "Both supervisors are named"), blocks=False)
ONE_HOST = Check("one_host", Label("同一接收单位、同一批次", "All at one host in one period"))
USUAL = (CONTACT_SET, ENGLISH)

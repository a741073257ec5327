"""The letter's own words in Chinese: dates, numerals, title and paragraphs, from plain values."""

from datetime import date

_DIGITS = "零一二三四五六七八九"


def day(value: date) -> str:
    """A date as official documents write it: Arabic digits, full year, no leading zeros (GB/T 9704-2012)."""
    return f"{value.year}年{value.month}月{value.day}日"


def period(start: date, end: date) -> str:
    return f"{day(start)}至{day(end)}"


def numeral(number: int) -> str:
    """A count from 1 to 99 in Chinese numerals, as first-level paragraphs are numbered."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def title(host: str) -> str:
    return f"关于派遣研究生赴{host}开展专业实践的函"


def title_of_change(host: str) -> str:
    return f"关于变更研究生赴{host}开展专业实践有关事项的函"


def opening(count: int, start: date, end: date) -> str:
    return (
        f"为做好专业学位研究生的校企联合培养工作，经与贵单位商定，现派遣研究生{count}名，"
        f"于{period(start, end)}赴贵单位开展专业实践，由校内、企业导师共同指导。名单如下："
    )


def requests(reply_by: date | None) -> tuple[str, ...]:
    """What the host is asked for: supervisors, safety, insurance, the return slip."""
    reply = f"于{day(reply_by)}前" if reply_by else "及时"
    return (
        "请按上述名单聘定企业导师，与校内导师共同制订实践计划，做好日常指导与过程记录。",
        "请在研究生到岗时进行安全教育和岗前培训，提供必要的劳动保护条件；如遇突发情况，请即与我院联系。",
        "研究生实践期间的意外伤害等保险，按双方协议约定办理，到岗前请与我院核对保险凭证。",
        f"请填写文末回执并加盖公章，{reply}寄回。",
    )


def closing() -> str:
    return "感谢贵单位对研究生培养工作的支持。专此函达，请予接洽。"


def note(person: str, phone: str, email: str) -> tuple[str, ...]:
    """The annotation under the date, whom to ask, in the pieces it may be parted into."""
    named = [f"{label}：{text}" for label, text in (("联系人", person), ("电话", phone), ("邮箱", email)) if text]
    if not named:
        return ()
    return tuple(f"{'' if at else '（'}{text}{'，' if at < len(named) - 1 else '）'}" for at, text in enumerate(named))

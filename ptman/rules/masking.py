"""What is shown of personal data where many may look (domain §11): enough to tell people apart, not to use it."""

from ptman.rules import identifiers


def mobile(number: str) -> str:
    """13800001234 as 138****1234."""
    return identifiers.mask(number, 3, 4)


def resident_id(number: str) -> str:
    """Never the digits of the birth date: 990***********0014."""
    return identifiers.mask(number, 3, 4)


def passport(number: str) -> str:
    """E12345689 as E12****89."""
    return identifiers.mask(number, 3, 2)


def email(address: str) -> str:
    """The first letter and the domain."""
    local, at, domain = address.partition("@")
    return f"{local[:1]}***@{domain}" if at and local else "*" * len(address)


def name(full: str) -> str:
    """The first character, and one asterisk for each other: 张雨桐 as 张**; of a Latin name its first letter."""
    return full[:1] + "*" * (len(full) - 1) if len(full) > 1 else "*" * len(full)


def student_no(number: str) -> str:
    """The first three and the last two signs, for lists that are made public."""
    return identifiers.mask(number, 3, 2)

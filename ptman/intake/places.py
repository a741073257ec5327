"""Places in a sheet: rows and columns counted from 1, and their letters as Excel writes them."""

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
# Letters beyond this name no column in any program.
_MOST_LETTERS = 7


def packed(row: int, column: int) -> int:
    """One number for a place, so that half a million places stay small."""
    return row * (MAX_COLUMN + 1) + column


def unpacked(place: int) -> tuple[int, int]:
    return divmod(place, MAX_COLUMN + 1)


def column_letters(column: int) -> str:
    """1 is A, 27 is AA, 16384 is XFD."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int | None:
    """The column these letters name, None when they name none."""
    if not 0 < len(letters) <= _MOST_LETTERS or not (letters.isascii() and letters.isalpha()):
        return None
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def address(row: int, column: int) -> str:
    """Row 3, column 2 is B3."""
    return f"{column_letters(column)}{row}"

"""How alike two numbers are: the slip of a hand that makes one record two."""


def one_sign_apart(one: str, other: str) -> bool:
    """One sign replaced, left out, added, or two neighbours exchanged."""
    if len(one) < len(other):
        one, other = other, one
    if len(one) - len(other) == 1:
        return any(one[:i] + one[i + 1 :] == other for i in range(len(one)))
    if len(one) != len(other):
        return False
    apart = [i for i, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    swapped = len(apart) == 2 and apart[1] - apart[0] == 1 and one[apart[0]] == other[apart[1]]  # noqa: PLR2004 two neighbours
    return len(apart) == 1 or (swapped and one[apart[1]] == other[apart[0]])

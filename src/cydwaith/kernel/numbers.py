"""Whole numbers as machines write them: in addresses, in headers, in data of others."""


def whole(text: str, most: int) -> int | None:
    """The number from 0 to ``most`` that a text says in plain digits; None where it says none.

    Not ``str.isdigit``, which takes "²" for one, nor ``int`` alone, which refuses five thousand digits.
    """
    said = text.strip()
    if not said.isascii() or not said.isdigit():
        return None
    digits = said.lstrip("0") or "0"
    return number if len(digits) <= len(str(most)) and (number := int(digits)) <= most else None

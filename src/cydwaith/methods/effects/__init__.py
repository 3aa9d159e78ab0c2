"""Did it work, how sure are we, and what would change the answer: one design a module.

Every estimate is a ``Result``; a question that the data cannot answer is refused by code.
"""

__all__: list[str] = []

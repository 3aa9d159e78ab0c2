"""What every ready node has in common."""

from typing import Any

from django.template import Node


class Ready(Node):
    """A node that is rendered at once: what Django does around it only marks the line of a fault."""

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        cls.render_annotated = cls.render  # type: ignore[method-assign]

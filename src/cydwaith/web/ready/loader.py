"""The loader of templates: Django's cached one, which also makes them ready."""

from typing import Any

from django.template import Template
from django.template.loaders import cached

from .making import make_ready


class Loader(cached.Loader):
    """Keeps templates in the process, each made ready when it is first asked for."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        """The template. Raises ``TemplateDoesNotExist``."""
        is_new = self.cache_key(template_name, skip) not in self.get_template_cache
        template = super().get_template(template_name, skip)
        if is_new:
            make_ready(template.nodelist)
        return template

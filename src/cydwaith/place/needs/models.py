"""Tables: one row for each version of the need list, and one for the draft of the next."""

from django.db import models

from cydwaith.kernel.ids import new_id


class NeedList(models.Model):
    """A whole list. A published version has a number and is never changed; the draft has none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(null=True, unique=True)
    content = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number=None, published_at=None)
                | models.Q(number__isnull=False, published_at__isnull=False),
                name="needs_published_has_a_number",
            ),
            models.UniqueConstraint(models.Value(1), condition=models.Q(number=None), name="needs_one_draft"),
        ]

    def __str__(self) -> str:
        return f"need list {self.number or 'draft'}"

"""Parts of records: they live and die with their owner. Their feed ids are often not unique."""

from django.db import models
from django.db.models import Q

from cydwaith.kernel.ids import new_id

from .entries import Location, Organisation, Service, ServiceAtLocation, TaxonomyTerm

ONE_OWNER = (
    Q(service__isnull=False, place=None, location=None, organisation=None)
    | Q(service=None, place__isnull=False, location=None, organisation=None)
    | Q(service=None, place=None, location__isnull=False, organisation=None)
    | Q(service=None, place=None, location=None, organisation__isnull=False)
)


class Owned(models.Model):
    """Belongs to a service, a service at a location, a location or an organisation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    external_id = models.TextField(blank=True)
    service = models.ForeignKey(Service, models.CASCADE, null=True)
    place = models.ForeignKey(ServiceAtLocation, models.CASCADE, null=True)
    location = models.ForeignKey(Location, models.CASCADE, null=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True)

    class Meta:
        abstract = True
        default_related_name = "%(class)ss"
        constraints = [
            models.CheckConstraint(condition=ONE_OWNER, name="%(app_label)s_%(class)s_has_one_owner")
        ]


class Schedule(Owned):
    """When: recurrence in the letters of RFC 5545 (``freq`` WEEKLY, ``byday`` MO,2TU ..)."""

    description = models.TextField(blank=True)
    freq = models.TextField(blank=True)
    interval = models.SmallIntegerField(default=1)
    byday = models.TextField(blank=True)
    bymonthday = models.TextField(blank=True)
    starts = models.DateField(null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    opens_at = models.TimeField(null=True)
    closes_at = models.TimeField(null=True)
    attending_type = models.TextField(blank=True)
    link = models.TextField(blank=True)
    notes = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.description or f"{self.freq} {self.byday}"


class Contact(Owned):
    """Who to ask for."""

    name = models.TextField(blank=True)
    title = models.TextField(blank=True)
    department = models.TextField(blank=True)
    email = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title or self.name


class Phone(Owned):
    """A number; ``contact`` when it is the number of one of the owner's contacts."""

    contact = models.ForeignKey(Contact, models.CASCADE, null=True)
    number = models.TextField()
    extension = models.TextField(blank=True)
    type = models.TextField(blank=True)
    description = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.number


class CostOption(Owned):
    """A price."""

    option = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    currency = models.TextField(blank=True)
    amount_description = models.TextField(blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.option} {self.amount}"


class Language(Owned):
    """A language spoken there."""

    name = models.TextField(blank=True)
    code = models.TextField(blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name or self.code


class Accessibility(Owned):
    """What makes a place easier to use."""

    description = models.TextField(blank=True)
    description_cy = models.TextField(blank=True)
    details = models.TextField(blank=True)
    url = models.TextField(blank=True)

    class Meta(Owned.Meta):
        default_related_name = "accessibility"

    def __str__(self) -> str:
        return self.description


class Attribute(Owned):
    """A term said of a service."""

    term = models.ForeignKey(TaxonomyTerm, models.CASCADE, null=True, related_name="uses")
    link_type = models.TextField(blank=True)
    label = models.TextField(blank=True)
    value = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.label or self.value

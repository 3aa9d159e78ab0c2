"""Records that have an id of their own in a feed. Public data: not guarded."""

from django.db import models

from cydwaith.kernel import clock
from cydwaith.kernel.ids import new_id

from ..rules.records import Accepting, Kind, Withdrawn


class Source(models.Model):
    """Where records come from: a feed, or this partnership itself. Ids are unique within one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.TextField(unique=True)
    address = models.TextField(blank=True)
    imported_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class FromFeed(models.Model):
    """A record as it came (``original``), what people here changed in it, and its provenance.

    ``local`` is their RFC 7396 merge patch on it, ``local_basis`` what the feed said there at the time (see
    ``rules.patching``); columns are read from the patched record, ``extra`` is the part that none holds.
    ``digests`` holds, for each form in which the record came (list, full, table), a digest of the last one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    external_id = models.TextField()
    original = models.JSONField(default=dict)
    local = models.JSONField(default=dict)
    local_basis = models.JSONField(default=dict)
    extra = models.JSONField(default=dict)
    digests = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=clock.now)
    changed_at = models.DateTimeField(default=clock.now, db_index=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="%(app_label)s_%(class)s_id_once")
        ]

    def __str__(self) -> str:
        return getattr(self, "name", "") or self.external_id


class Organisation(FromFeed):
    """Who runs services."""

    name = models.TextField()
    name_cy = models.TextField(blank=True)
    description = models.TextField(blank=True)
    description_cy = models.TextField(blank=True)
    email = models.TextField(blank=True)
    url = models.TextField(blank=True)
    logo = models.TextField(blank=True)
    uri = models.TextField(blank=True)
    legal_status = models.TextField(blank=True)
    parent_external_id = models.TextField(blank=True)


class Location(FromFeed):
    """Where services happen; degrees WGS84."""

    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="locations")
    name = models.TextField(blank=True)
    name_cy = models.TextField(blank=True)
    description = models.TextField(blank=True)
    location_type = models.TextField(blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    address = models.TextField(blank=True)
    address_cy = models.TextField(blank=True)
    city = models.TextField(blank=True)
    city_cy = models.TextField(blank=True)
    postcode = models.TextField(blank=True)
    transportation = models.TextField(blank=True)
    url = models.TextField(blank=True)

    class Meta(FromFeed.Meta):
        indexes = [models.Index(fields=["latitude", "longitude"], name="directory_location_point")]


class Service(FromFeed):
    """What is offered: a service, group, place or other asset.

    One that is the same as another stays as it came, ``merged_into`` that one, and is shown no more.
    """

    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="services")
    name = models.TextField()
    name_cy = models.TextField(blank=True)
    alternate_name = models.TextField(blank=True)
    description = models.TextField(blank=True)
    description_cy = models.TextField(blank=True)
    welsh = models.JSONField(default=dict)
    url = models.TextField(blank=True)
    email = models.TextField(blank=True)
    referral_email = models.TextField(blank=True)
    status = models.TextField(default="active")
    kind = models.CharField(max_length=12, default=Kind.SERVICE, choices=[(k.value, k.value) for k in Kind])
    accepting = models.CharField(
        max_length=7, default=Accepting.UNKNOWN, choices=[(a.value, a.value) for a in Accepting]
    )
    online = models.BooleanField(default=False)
    by_phone = models.BooleanField(default=False)
    home_visit = models.BooleanField(default=False)
    fees = models.TextField(blank=True)
    free = models.BooleanField(null=True)
    eligibility = models.TextField(blank=True)
    minimum_age = models.SmallIntegerField(null=True)
    maximum_age = models.SmallIntegerField(null=True)
    application_process = models.TextField(blank=True)
    attending_access = models.TextField(blank=True)
    alert = models.TextField(blank=True)
    accreditations = models.TextField(blank=True)
    wait_time = models.TextField(blank=True)
    interpretation = models.TextField(blank=True)
    areas = models.JSONField(default=list)
    last_assured = models.DateField(null=True)
    assured_by = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(
        max_length=8, blank=True, default="", choices=[(w.value, w.value) for w in Withdrawn]
    )
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged", db_index=False)

    class Meta(FromFeed.Meta):
        indexes = [
            models.Index(  # what a search asks of each match, without its wide row
                fields=["id", "withdrawn_at", "merged_into", "accepting", "free", "online", "kind"],
                name="directory_service_shown",
            ),
            models.Index(  # published lists, in their order
                fields=["id"],
                condition=models.Q(withdrawn_at=None, merged_into=None),
                name="directory_service_listed",
            ),
            models.Index(  # who was not looked at for long
                fields=["last_assured", "id"],
                condition=models.Q(withdrawn_at=None, merged_into=None),
                name="directory_service_assured",
            ),
            models.Index(  # hardly any is: an index of all would be taken for a good one to list the others
                fields=["merged_into"],
                condition=models.Q(merged_into__isnull=False),
                name="directory_service_merged",
            ),
        ]


class ServiceAtLocation(FromFeed):
    """A service in one place."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, models.CASCADE, null=True, related_name="places")
    description = models.TextField(blank=True)


class Taxonomy(FromFeed):
    """A list of terms that feeds use."""

    name = models.TextField()
    description = models.TextField(blank=True)
    uri = models.TextField(blank=True)
    version = models.TextField(blank=True)


class TaxonomyTerm(FromFeed):
    """One term; ``taxonomy`` is the name that the feed gives, the key is there when the taxonomy came too."""

    of = models.ForeignKey(Taxonomy, models.SET_NULL, null=True, related_name="terms")
    name = models.TextField()
    name_cy = models.TextField(blank=True)
    description = models.TextField(blank=True)
    code = models.TextField(blank=True)
    uri = models.TextField(blank=True)
    taxonomy = models.TextField(blank=True)
    parent_external_id = models.TextField(blank=True)

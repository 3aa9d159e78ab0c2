"""Tables of places. Points are whole millionths of a degree (WGS84), so that a repeat is a repeat."""

from django.db import models

from cydwaith.kernel import clock
from cydwaith.kernel.ids import new_id

from .rules import Level


class Place(models.Model):
    """A nation, board, council, ward or neighbourhood, by its statistical code."""

    code = models.CharField(max_length=9, primary_key=True)
    level = models.CharField(max_length=13, choices=[(level.value, level.value) for level in Level])
    name = models.CharField(max_length=120, blank=True)
    name_cy = models.CharField(max_length=120, blank=True)
    latitude_e6 = models.IntegerField(null=True)
    longitude_e6 = models.IntegerField(null=True)
    boundary = models.BinaryField(null=True)
    south_e6 = models.IntegerField(null=True)
    west_e6 = models.IntegerField(null=True)
    north_e6 = models.IntegerField(null=True)
    east_e6 = models.IntegerField(null=True)
    setting = models.CharField(max_length=80, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["level", "latitude_e6", "longitude_e6"], name="places_place_point"),
            models.Index(fields=["level", "south_e6", "north_e6"], name="places_place_box"),
            models.Index(fields=["name"], name="places_place_name"),
        ]

    def __str__(self) -> str:
        return self.name or self.code


class Containment(models.Model):
    """A place lies in a larger one, from the vintage of the look-up that says so until the next."""

    child = models.CharField(max_length=9)
    level = models.CharField(max_length=13)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    parent = models.CharField(max_length=9)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "level", "valid_from"], name="places_one_parent_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["parent"], name="places_containment_parent")]

    def __str__(self) -> str:
        return f"{self.child} in {self.parent}"


class Succession(models.Model):
    """A 2011 neighbourhood and a 2021 one that has some of its ground."""

    old = models.CharField(max_length=9)
    new = models.CharField(max_length=9)
    change = models.CharField(max_length=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="places_succession_once")]
        indexes = [models.Index(fields=["new"], name="places_succession_new")]

    def __str__(self) -> str:
        return f"{self.old} to {self.new}"


class Postcode(models.Model):
    """A postcode without its space, and where it is; ``ended`` is the month it ended (YYYYMM) or 0."""

    key = models.CharField(max_length=7, primary_key=True)
    latitude_e6 = models.IntegerField()
    longitude_e6 = models.IntegerField()
    quality = models.SmallIntegerField()
    council = models.CharField(max_length=9)
    ward = models.CharField(max_length=9)
    neighbourhood = models.CharField(max_length=9)
    basis = models.SmallIntegerField()
    ended = models.IntegerField()
    as_of = models.IntegerField()

    def __str__(self) -> str:
        return self.key


class Deprivation(models.Model):
    """One index's figures for one neighbourhood; indices of different nations are never compared."""

    place = models.CharField(max_length=9)
    index = models.CharField(max_length=24)
    decile = models.SmallIntegerField(null=True)
    rank = models.IntegerField(null=True)
    score = models.FloatField(null=True)
    domains = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "index"], name="places_deprivation_once")]

    def __str__(self) -> str:
        return f"{self.index} of {self.place}"


class Release(models.Model):
    """A file that was imported: what, which and when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=24)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    released = models.CharField(max_length=40, blank=True)
    rows = models.IntegerField()
    created = models.IntegerField()
    changed = models.IntegerField()
    unchanged = models.IntegerField()
    rejected = models.IntegerField()
    skipped = models.IntegerField()
    imported_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["sha256"], name="places_release_digest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

"""What search needs beside the entries. The words themselves stand in a full-text table of the database."""

from django.db import models

from .entries import Service


class SearchDocument(models.Model):
    """One service as search sees it: its number in the full-text index, and what ranking asks of it.

    ``said`` holds the stems of its name, terms, owner, first words and the rest, a line each; ``points`` its
    places, "latitude,longitude" with ";" between; ``open`` and ``access`` are sets of bits (``rules.times``,
    ``rules.access``), 0 where nothing is said; ``over_on`` is the last day of what has an end.
    """

    id = models.BigAutoField(primary_key=True)
    service = models.OneToOneField(Service, models.CASCADE, related_name="document")
    south = models.FloatField(null=True)
    west = models.FloatField(null=True)
    north = models.FloatField(null=True)
    east = models.FloatField(null=True)
    points = models.TextField(default="")
    said = models.TextField(default="")
    areas = models.TextField(default="")
    open = models.IntegerField(default=0)
    access = models.IntegerField(default=0)
    over_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"document {self.pk}"


class SearchWord(models.Model):
    """A word that some entry uses: where a mistyped word looks for its neighbour."""

    word = models.CharField(max_length=40, primary_key=True)
    length = models.SmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["length"], name="directory_word_length")]

    def __str__(self) -> str:
        return self.word

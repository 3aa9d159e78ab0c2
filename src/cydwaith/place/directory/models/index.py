"""What search needs beside the entries. The words themselves stand in a full-text table of the database."""

from django.db import models

from .entries import Service


class SearchDocument(models.Model):
    """The number under which a service stands in the full-text index, and the box that holds its places."""

    id = models.BigAutoField(primary_key=True)
    service = models.OneToOneField(Service, models.CASCADE, related_name="document")
    south = models.FloatField(null=True)
    west = models.FloatField(null=True)
    north = models.FloatField(null=True)
    east = models.FloatField(null=True)

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

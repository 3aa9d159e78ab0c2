"""What is counted of the directory's use: months and ids, and nobody."""

from django.db import models


class ServiceFlow(models.Model):
    """What became of the referrals to one service that were asked in one month."""

    service_id = models.UUIDField()
    month = models.DateField()
    asked = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    happened = models.PositiveIntegerField(default=0)
    helped = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service_id", "month"], name="directory_flow_once_a_month")
        ]
        indexes = [models.Index(fields=["month", "service_id", "asked"], name="directory_flow_of_a_month")]

    def __str__(self) -> str:
        return f"{self.service_id} {self.month:%Y-%m}"


class CountedNews(models.Model):
    """A digest of news that is in the counts already, for the same news may be told twice."""

    digest = models.CharField(max_length=32, primary_key=True)

    def __str__(self) -> str:
        return self.digest


class Gap(models.Model):
    """How often in a month somebody in a neighbourhood found nothing close for a need."""

    need_key = models.CharField(max_length=60)
    place_code = models.CharField(max_length=20)
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["need_key", "place_code", "month"], name="directory_gap_once_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.need_key} {self.place_code} {self.month:%Y-%m}"

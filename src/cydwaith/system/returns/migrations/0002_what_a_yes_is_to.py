"""A yes from before was to what the page said then: days, kinds of work, and whether a job lasted."""

from django.db import migrations, models


def said_before() -> list[str]:
    return ["lasted", "way", "work"]


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_initial")]
    operations = [
        migrations.AddField("agreement", "about", models.JSONField(default=said_before)),
        migrations.AlterField("agreement", "about", models.JSONField(default=list)),
    ]

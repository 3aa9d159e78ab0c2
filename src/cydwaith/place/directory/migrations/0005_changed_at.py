"""Indexes on the time of the last change: programs ask again and again whether anything is new."""

from django.db import migrations, models

from cydwaith.kernel import clock

KINDS = ("service", "organisation", "location", "serviceatlocation", "taxonomy", "taxonomyterm")


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_search")]

    operations = [
        migrations.AlterField(
            model_name=kind,
            name="changed_at",
            field=models.DateTimeField(default=clock.now, db_index=True),
        )
        for kind in KINDS
    ]

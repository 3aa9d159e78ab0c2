"""The published list in its order from an index; an index of the merged that holds only the merged."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0007_shown"),
    ]

    operations = [
        migrations.AlterField(
            model_name="service",
            name="merged_into",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="merged",
                to="directory.service",
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                fields=["id"],
                name="directory_service_listed",
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)),
                fields=["merged_into"],
                name="directory_service_merged",
            ),
        ),
    ]

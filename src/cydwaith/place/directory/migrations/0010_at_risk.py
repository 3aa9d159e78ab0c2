"""Who was not looked at for long, and who was asked lately, each from an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0009_what_somebody_looks_for"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                fields=["last_assured", "id"],
                name="directory_service_assured",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceflow",
            index=models.Index(fields=["month", "service_id", "asked"], name="directory_flow_of_a_month"),
        ),
    ]

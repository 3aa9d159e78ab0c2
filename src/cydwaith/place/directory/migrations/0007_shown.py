"""What a search asks of each match, in an index of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0006_more_kinds"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                fields=["id", "withdrawn_at", "merged_into", "accepting", "free", "online", "kind"],
                name="directory_service_shown",
            ),
        ),
    ]

"""What ranking reads, prepared beside the full-text index; flow of referrals and gaps, counted by month."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_corrections"),
    ]

    operations = [
        migrations.CreateModel(
            name="CountedNews",
            fields=[
                ("digest", models.CharField(max_length=32, primary_key=True, serialize=False)),
            ],
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="access",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="areas",
            field=models.TextField(default=""),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="open",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="over_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="points",
            field=models.TextField(default=""),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="said",
            field=models.TextField(default=""),
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("need_key", models.CharField(max_length=60)),
                ("place_code", models.CharField(max_length=20)),
                ("month", models.DateField()),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("need_key", "place_code", "month"), name="directory_gap_once_a_month"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceFlow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("service_id", models.UUIDField()),
                ("month", models.DateField()),
                ("asked", models.PositiveIntegerField(default=0)),
                ("accepted", models.PositiveIntegerField(default=0)),
                ("happened", models.PositiveIntegerField(default=0)),
                ("helped", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service_id", "month"), name="directory_flow_once_a_month"
                    )
                ],
            },
        ),
    ]

"""The key of references is kept, as it was made from the secret until now: no reference changes."""

from hashlib import sha256

from django.conf import settings
from django.db import migrations, models


def keep(apps, schema_editor):
    key = sha256(f"return {settings.SECRET_KEY}".encode()).hexdigest()
    apps.get_model("returns", "ReferenceKey").objects.create(id=1, key=key)


class Migration(migrations.Migration):
    dependencies = [("returns", "0002_what_a_yes_is_to")]
    operations = [
        migrations.CreateModel(
            name="ReferenceKey",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="one_key_of_references")
                ],
            },
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]

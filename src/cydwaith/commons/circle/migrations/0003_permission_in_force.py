from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("circle", "0002_address")]

    operations = [
        migrations.AddIndex(
            model_name="permission",
            index=models.Index(
                fields=["person", "scopes", "organisation", "account", "since", "until", "withdrawn_at"],
                name="permission_in_force",
            ),
        ),
    ]

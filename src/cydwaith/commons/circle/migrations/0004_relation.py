from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("circle", "0003_permission_in_force")]

    operations = [
        migrations.AddField(
            model_name="permission",
            name="relation",
            field=models.CharField(blank=True, default="", max_length=10),
            preserve_default=False,
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0001_start")]
    operations = [migrations.AlterField("keeper", "email", models.EmailField(blank=True, max_length=254))]

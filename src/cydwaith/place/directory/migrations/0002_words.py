"""The full-text index, which Django's own schema language cannot say."""

from django.db import migrations

from cydwaith.place.directory import full_text


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_start")]

    operations = [migrations.RunPython(full_text.create, full_text.remove)]

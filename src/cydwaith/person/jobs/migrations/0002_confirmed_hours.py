"""What an employer confirmed is kept with the evidence: so many hours a week."""

from django.db import migrations, models


def keep(apps, schema_editor):
    asks, evidence = apps.get_model("jobs", "EmployerAsk"), apps.get_model("jobs", "Evidence")
    for ask in asks.objects.filter(answer="yes"):
        given = evidence.objects.filter(
            job_id=ask.job_id,
            kind="employer's word",
            file_type="",
            file_size=0,
            first=ask.first,
            last=ask.last,
        )
        given.filter(by_name=ask.answered_by).update(hours=ask.hours)


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_start")]
    operations = [
        migrations.AddField(
            "evidence", "hours", models.DecimalField(decimal_places=2, max_digits=5, null=True)
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]

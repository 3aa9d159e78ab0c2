"""A choice of clinical team holds from a day on: what was chosen holds from the start of its spell."""

from django.db import migrations, models


def carry_over(apps, schema_editor):
    """Nobody knows who chose it or when; the day is the start, for until now it held for all of the spell."""
    enrolments = apps.get_model("enrolments", "Enrolment").objects
    for row in list(enrolments.filter(clinical_team__isnull=False)):
        chosen = {"since": row.started.isoformat(), **row.clinical_team, "by": "", "said": None}
        enrolments.filter(id=row.id).update(team_choices=[chosen])


def carry_back(apps, schema_editor):
    """The team of the newest day; what held before has no place."""
    enrolments = apps.get_model("enrolments", "Enrolment").objects
    for row in list(enrolments.exclude(team_choices=[])):
        newest = sorted(row.team_choices, key=lambda one: one["since"])[-1]
        if newest["key"]:
            kept = {name: newest[name] for name in ("key", "en", "cy")}
            enrolments.filter(id=row.id).update(clinical_team=kept)


class Migration(migrations.Migration):
    dependencies = [
        ("enrolments", "0002_clinical_team"),
    ]

    operations = [
        migrations.AddField(
            model_name="enrolment",
            name="team_choices",
            field=models.JSONField(default=list),
        ),
        migrations.RunPython(carry_over, carry_back),
        migrations.RemoveField(
            model_name="enrolment",
            name="clinical_team",
        ),
    ]

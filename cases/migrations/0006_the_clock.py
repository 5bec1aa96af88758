"""What becomes of a deadline, excuses, reminders and the watch's own heartbeat. Deadlines met before this name the
entry that ended them; every open one is looked at on the next watch."""

import datetime

import django.db.models.deletion
import django_fsm
from django.db import migrations, models

import cases.words
import core.keys

FILL = """
UPDATE cases_deadline d SET
  ended_as = CASE WHEN ended_on IS NULL THEN '' ELSE 'met' END,
  ended_by = CASE WHEN ended_on IS NULL THEN NULL ELSE coalesce(
    (SELECT e.id FROM ledger_entry e WHERE e.case_ref = d.case_id AND e.about = d.about AND e.event = 'referral.settled'
     AND e.id > d.entry_ref ORDER BY e.recorded_at, e.id LIMIT 1), d.entry_ref) END,
  chase_on = counted_from
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_held_together"),
        ("cases", "0005_capacities"),
        ("ledger", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Excuse",
            fields=[
                ("id", models.UUIDField(default=core.keys.new_key, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("proposed", "Waits for a manager"),
                            ("approved", "Agreed"),
                            ("turned_down", "Not agreed"),
                            ("withdrawn", "Taken back"),
                        ],
                        default=cases.words.ExcuseState["PROPOSED"],
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("ground", models.CharField(max_length=30)),
                (
                    "from_on",
                    models.DateField(help_text="The first day closed or away, the day it began, the appointment."),
                ),
                (
                    "until_on",
                    models.DateField(blank=True, help_text="The day it reopened, they came back, it ended.", null=True),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, help_text="The day the setting was asked for advice.", null=True),
                ),
                ("account", models.TextField(help_text="What happened, and why it made keeping the date impractical.")),
                ("evidence", models.TextField(help_text="What was seen, and where it is kept.")),
                ("evidence_file", models.UUIDField(blank=True, help_text="The document that came with it.", null=True)),
                ("recover_by", models.DateField(help_text="Our own day for doing it as soon as practicable.")),
                ("proposed_by", models.CharField(max_length=60)),
                ("proposed_at", models.DateTimeField()),
                ("answered_by", models.CharField(blank=True, max_length=60)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("name", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("seen_at", models.DateTimeField(help_text="The last moment that was believed.")),
                ("boot", models.CharField(blank=True, help_text="Which start of which machine.", max_length=60)),
                ("since_boot", models.FloatField(default=0, help_text="Seconds by the clock that nobody can set.")),
                ("doubted_at", models.DateTimeField(blank=True, help_text="What the doubted clock said.", null=True)),
                ("doubted_because", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.UUIDField(default=core.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("rung", models.PositiveSmallIntegerField()),
                ("fell_on", models.DateField(help_text="The day of that step, with which it happens once.")),
                ("raised_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "told",
                    models.BooleanField(
                        default=False, help_text="Settled by telling somebody; otherwise it had become moot."
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReminderPlan",
            fields=[
                ("id", models.UUIDField(default=core.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("duty", models.CharField(max_length=40)),
                ("first", models.PositiveSmallIntegerField()),
                ("nearing", models.PositiveSmallIntegerField()),
                ("manager", models.PositiveSmallIntegerField()),
                ("head", models.PositiveSmallIntegerField()),
                ("again", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="deadline",
            name="one_open_deadline_a_duty",
        ),
        migrations.RemoveIndex(
            model_name="deadline",
            name="deadlines_open",
        ),
        migrations.RenameField(
            model_name="deadline",
            old_name="met_on",
            new_name="ended_on",
        ),
        migrations.AddField(
            model_name="deadline",
            name="chase_on",
            field=models.DateField(default=datetime.date(9999, 12, 31)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="deadline",
            name="ended_as",
            field=models.CharField(
                blank=True,
                choices=[("met", "Met"), ("withdrawn", "No longer owed"), ("superseded", "Replaced by a newer date")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="ended_by",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="excused_by",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="excused_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="ground",
            field=models.CharField(blank=True, help_text="What excuses it, once a manager has agreed.", max_length=30),
        ),
        migrations.AddField(
            model_name="deadline",
            name="missed_by",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="missed_on",
            field=models.DateField(
                blank=True, help_text="The day the watch noted that the last day passed.", null=True
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="recover_by",
            field=models.DateField(blank=True, help_text="Our own day for doing it as soon as practicable.", null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="rung",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="deadline",
            name="taken_up_by",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="taken_up_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("ended_on", None)), fields=["chase_on", "id"], name="deadlines_to_chase"
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("ended_on", None), ("missed_by", None)),
                fields=["due_ordinary"],
                name="deadlines_not_missed",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("authority", "case", "duty", "about"),
                name="one_open_deadline_a_duty",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_as", ""), ("ended_by", None), ("ended_on", None)),
                    models.Q(
                        ("ended_by__isnull", False),
                        ("ended_on__isnull", False),
                        models.Q(("ended_as", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ended_says_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("excused_by", None), ("excused_on", None), ("ground", ""), ("recover_by", None)),
                    models.Q(
                        ("excused_by__isnull", False),
                        ("excused_on__isnull", False),
                        ("recover_by__isnull", False),
                        models.Q(("ground", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="excused_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("missed_by", None), ("missed_on", None)),
                    models.Q(("missed_by__isnull", False), ("missed_on__isnull", False)),
                    _connector="OR",
                ),
                name="missed_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_up_by", None), ("taken_up_until", None)),
                    models.Q(("taken_up_by__isnull", False), ("taken_up_until__isnull", False)),
                    _connector="OR",
                ),
                name="taken_up_says_until",
            ),
        ),
        migrations.AddField(
            model_name="excuse",
            name="authority",
            field=models.ForeignKey(
                db_column="authority",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="excuse",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="excuses",
                to="cases.case",
            ),
        ),
        migrations.AddField(
            model_name="excuse",
            name="deadline",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="excuses",
                to="cases.deadline",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="authority",
            field=models.ForeignKey(
                db_column="authority",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="deadline",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reminders",
                to="cases.deadline",
            ),
        ),
        migrations.AddField(
            model_name="reminderplan",
            name="authority",
            field=models.ForeignKey(
                db_column="authority",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="excuse",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["proposed", "approved"])),
                fields=("authority", "deadline"),
                name="one_standing_excuse_a_deadline",
            ),
        ),
        migrations.AddConstraint(
            model_name="excuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_by", ""),
                    models.Q(("answered_by", models.F("proposed_by")), _negated=True),
                    ("state", "withdrawn"),
                    _connector="OR",
                ),
                name="author_and_approver_differ",
            ),
        ),
        migrations.AddConstraint(
            model_name="excuse",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="excuse_ends_after_it_begins",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("settled_at", None)), fields=["authority", "raised_at"], name="reminders_to_tell"
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["deadline", "-raised_at"], name="reminders_of_a_deadline"),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=("authority", "deadline", "rung", "fell_on"), name="reminded_once_a_step"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderplan",
            constraint=models.UniqueConstraint(fields=("authority", "duty"), name="one_plan_a_duty"),
        ),
    ]

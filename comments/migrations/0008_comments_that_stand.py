"""A moderator may say of a reported comment that it stands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0007_letters_of_previews"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="verb",
            field=models.CharField(
                choices=[
                    ("approved", "approved"),
                    ("held", "held"),
                    ("spam", "marked as spam"),
                    ("removed", "removed"),
                    ("pinned", "pinned"),
                    ("unpinned", "unpinned"),
                    ("stands", "let stand"),
                    ("undone", "taken back"),
                ],
                max_length=10,
                verbose_name="decision",
            ),
        ),
    ]

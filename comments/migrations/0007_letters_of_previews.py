"""Whoever shared a working draft is written to when somebody answers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0006_letters_of_the_desk"),
    ]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("confirm", "confirmation of an address"),
                    ("reply", "notice of a reply"),
                    ("follow", "notice of a new comment"),
                    ("link", "link to My comments"),
                    ("digest", "digest for moderators"),
                    ("invite", "invitation to the desk"),
                    ("recover", "link for a new password"),
                    ("preview", "answer to a shared preview"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]

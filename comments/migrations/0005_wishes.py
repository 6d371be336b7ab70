import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_author_account"), ("comments", "0004_letter_comment")]
    operations = [
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("is", "Íslenska"), ("en", "English")], max_length=12, verbose_name="language"
                    ),
                ),
                ("first", models.CharField(max_length=80, verbose_name="first subject")),
                ("second", models.CharField(max_length=80, verbose_name="second subject")),
                ("key", models.CharField(editable=False, max_length=32)),
                ("count", models.PositiveIntegerField(default=0, verbose_name="asked")),
                ("first_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="first asked")),
                ("last_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="last asked")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("drafted", "drafted"), ("declined", "declined")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("made", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "wish",
                "verbose_name_plural": "wishes",
                "ordering": ["-count", "-last_at", "-pk"],
                "indexes": [models.Index(fields=["state", "-count", "-last_at", "-id"], name="wish_most_asked")],
                "constraints": [models.UniqueConstraint(fields=("language", "key"), name="one_wish_a_pair")],
            },
        ),
    ]

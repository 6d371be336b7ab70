"""The tables of shared previews, which nobody has used yet, are made anew: keys are not kept, answers know more."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_first_publications"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel(
            name="PreviewAnswer",
        ),
        migrations.DeleteModel(
            name="SharedPreview",
        ),
        migrations.CreateModel(
            name="SharedPreview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shared_previews",
                        to="articles.edition",
                    ),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("language", models.CharField(default=settings.LANGUAGE_CODE, max_length=12)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made")),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="last opened")),
                (
                    "note",
                    articles.models.fields.LineField(blank=True, default="", max_length=300, verbose_name="for whom"),
                ),
                ("published", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "shared preview",
                "verbose_name_plural": "shared previews",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PreviewAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "preview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="articles.sharedpreview",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.revision",
                    ),
                ),
                ("approved", models.BooleanField(default=False, verbose_name="approved")),
                (
                    "name",
                    articles.models.fields.LineField(blank=True, default="", max_length=80, verbose_name="name"),
                ),
                ("text", models.TextField(blank=True, default="", max_length=5000, verbose_name="text")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="read")),
            ],
            options={
                "verbose_name": "answer to a preview",
                "verbose_name_plural": "answers to previews",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("seen_at", None)), fields=["preview"], name="preview_answer_unread"
                    )
                ],
            },
        ),
    ]

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0003_places")]
    operations = [
        migrations.AddField(
            model_name="letter",
            name="comment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="letters",
                to="comments.comment",
                verbose_name="comment",
            ),
        ),
    ]

"""What was published before publications were kept gets its first one, and one for the day it was revised."""

from django.db import migrations


def make(apps, schema_editor):
    Edition = apps.get_model("articles", "Edition")
    Publication = apps.get_model("articles", "Publication")
    known = Edition.objects.filter(published_at__isnull=False, live_revision__isnull=False, publications=None)
    found = known.values_list("pk", "live_revision", "published_at", "revised_at").order_by("pk")
    Publication.objects.bulk_create(
        (
            Publication(edition_id=pk, revision_id=revision, at=at)
            for pk, revision, published_at, revised_at in found.iterator()
            for at in sorted({published_at, max(published_at, revised_at or published_at)})
        ),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_translation_standing")]

    # Back leaves them: they are of the same form as those that are made by publishing.
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]

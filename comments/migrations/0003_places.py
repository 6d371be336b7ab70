"""Comments that were written before places existed get theirs, parents first."""

from django.db import migrations

from comments import places


def give_places(apps, schema_editor):
    Comment = apps.get_model("comments", "Comment")
    known = {}
    rows = Comment.objects.filter(place="").order_by("created_at", "pk").only("pk", "parent_id", "created_at")
    waiting = {row.pk: row for row in rows.iterator(chunk_size=2000)}
    for pk in list(waiting):
        line = []
        while pk in waiting and pk not in known and pk not in line:
            line.append(pk)
            pk = waiting[pk].parent_id
        for pk in reversed(line):
            row = waiting[pk]
            known[pk] = places.place(row.created_at, known.get(row.parent_id, ""))
            Comment.objects.filter(pk=pk).update(place=known[pk], branch=places.branch(known[pk]))


class Migration(migrations.Migration):
    dependencies = [("comments", "0002_posting")]
    operations = [migrations.RunPython(give_places, migrations.RunPython.noop, elidable=True)]

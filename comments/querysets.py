from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Value, When


class CommentQuerySet(models.QuerySet):
    def live(self):
        """What readers may see. Whatever shows a comment goes through here."""
        return self.filter(state=self.model.State.LIVE)

    def reported(self):
        """Those that readers see and have reported, where no moderator has answered the reports yet."""
        reports = self.model._meta.get_field("reports").related_model
        return self.live().filter(Exists(reports.objects.filter(comment=OuterRef("pk"), settled_at=None)))

    def thread(self):
        """The live ones, and the places of removed ones: readers see such a place where a live reply stands on it.

        Name and text of what was removed do not leave the database.
        """
        State = self.model.State
        name, text = (
            Case(When(state=State.LIVE, then=F(field)), default=Value(""), output_field=models.TextField())
            for field in ("name", "text")
        )
        shown = self.live() | self.filter(state=State.REMOVED)
        return shown.annotate(shown_name=name, shown_text=text).defer("name", "text")

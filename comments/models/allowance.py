from django.db import models


class Allowance(models.Model):
    """How often something was done within one stretch of time, counted for all processes. See comments/limits.py."""

    key = models.CharField(max_length=100, unique=True)  # what, whence and which stretch of time
    used = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.key}: {self.used}"

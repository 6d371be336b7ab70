"""Who has an account here: staff, and nobody else."""

from django.contrib.auth.backends import ModelBackend

from config import lockout


class StaffBackend(ModelBackend):
    """Django's own, for active staff only. What is right is no guess, see config/lockout.py."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        user = super().authenticate(request, username=username, password=password, **kwargs)
        if user is not None:
            lockout.was_right(request)
        return user

    def user_can_authenticate(self, user) -> bool:
        return super().user_can_authenticate(user) and user.is_staff

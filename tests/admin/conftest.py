import pytest
from django.contrib.auth.models import User


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("ritstjori", "ritstjori@example.org", "leynd")


@pytest.fixture
def desk(client, editor):
    """A client that an editor has signed in with."""
    client.force_login(editor)
    return client

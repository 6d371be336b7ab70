from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from config import lockout, second_factor


class Command(BaseCommand):
    help = "Takes a person's second factor away: the phone is lost, and the recovery codes too. Forgets wrong guesses."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the user name")

    def handle(self, *args, name, **options):
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody is called {name} here.")
        lockout.forget(name)
        if second_factor.take_away(user):
            self.stdout.write(f"The second factor of {name} was taken away. A new one is set up at the next sign-in.")
        else:
            self.stdout.write(f"{name} has no second factor.")

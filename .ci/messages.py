"""Gathers the strings of the interface into the Icelandic catalogues and compiles them.

There are two: config/locale for our own strings, config/desk_locale for those of Unfold, which has no Icelandic.
With --check nothing is written: the strings are gathered in a copy, and those without Icelandic are told.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import django
import polib
import unfold

ROOT = Path(__file__).resolve().parent.parent
PARTS_OF_DJANGO = ("contrib/admin", "contrib/auth", "contrib/contenttypes", "contrib/sessions")  # those installed
PARTS = ("manage.py", "articles", "comments", "config", "templates")
OURS = Path("config/locale/is/LC_MESSAGES/django.po")
DESK = Path("config/desk_locale/is/LC_MESSAGES/django.po")
MAKE_MESSAGES = ("makemessages", "--locale", "is", "--add-location", "file", "--no-obsolete", "--ignore", "tests")


def gather(root: Path) -> None:
    """Bring both catalogues of the project at `root` up to date."""
    environment = {**os.environ, "ENV_FILE": os.devnull, "DEBUG": "true", "SECRET_KEY": secrets.token_urlsafe(48)}
    (root / OURS).parents[2].mkdir(exist_ok=True)
    run([sys.executable, "manage.py", *MAKE_MESSAGES], root, environment)
    gather_desk(root / DESK)


def gather_desk(catalogue: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(unfold.__file__).parent
        shutil.copytree(
            package, f"{folder}/unfold", ignore=shutil.ignore_patterns("contrib", "static", "unfold_crispy")
        )
        shutil.copytree(package / "contrib" / "filters", f"{folder}/unfold/contrib/filters")
        gathered = Path(folder, "locale/is/LC_MESSAGES/django.po")
        gathered.parent.mkdir(parents=True)
        if catalogue.is_file():
            shutil.copy2(catalogue, gathered)
        run([sys.executable, "-m", "django", *MAKE_MESSAGES], Path(folder), dict(os.environ))
        strings = polib.pofile(str(gathered))
    known = strings_of_django()
    for entry in [entry for entry in strings if entry.msgid in known]:
        strings.remove(entry)
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    strings.save(str(catalogue))


def strings_of_django() -> set[str]:
    """What Django says in Icelandic already."""
    places = [Path(django.__file__).parent / place for place in ("conf", *PARTS_OF_DJANGO)]
    files = [file for place in places for file in place.rglob("locale/is/LC_MESSAGES/django.po")]
    return {entry.msgid for file in files for entry in polib.pofile(str(file)) if entry.translated()}


def run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.exit(done.stdout.decode())


def incomplete(root: Path) -> list[str]:
    """Sentences about the strings that have no Icelandic, or an unsure one."""
    return [
        f"{file}: “{entry.msgid}” {'is fuzzy' if entry.fuzzy else 'has no translation'}."
        for file in (OURS, DESK)
        for entry in polib.pofile(str(root / file))
        if not entry.obsolete and (entry.fuzzy or not entry.translated())
    ]


def check() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in PARTS:
            place = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            place(ROOT / part, copy / part)
        gather(copy)
        return incomplete(copy)


def main() -> int:
    checking = "--check" in sys.argv
    if not checking:
        gather(ROOT)
        for file in (OURS, DESK):
            polib.pofile(str(ROOT / file)).save_as_mofile(str((ROOT / file).with_suffix(".mo")))
    faults = check() if checking else incomplete(ROOT)
    print("\n".join(faults) or "Every string of the interface has its Icelandic.")
    return 1 if checking and faults else 0


if __name__ == "__main__":
    sys.exit(main())

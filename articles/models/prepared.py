"""Queries that are put together once and then asked with other values. For those that readers' pages are drawn from:
there putting one together takes Django several times longer than the database takes to answer it.

    @prepared(article=NUMBER, now=MOMENT)
    def _others(language, article, now):
        return Edition.objects.live(language, now).exclude(article=article)

    _others("is", article=5, now=timezone.now())  # a list

What is decorated gets, for each value that is given by name, an expression that stands in its place. What is given by
position says what the query looks like: for each of those, and for each language, it is put together anew.
"""

import json
from collections.abc import Callable, Hashable
from copy import copy
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.utils.translation import get_language


class Numbers(models.BigIntegerField):
    """However many numbers: to be asked for with `__in`."""


NUMBER, NUMBERS, TEXT, MOMENT = models.BigIntegerField(), Numbers(), models.TextField(), models.DateTimeField()


class Given(models.Expression):
    """Stands in a query for a value that comes later."""

    def __init__(self, name: str, output_field: models.Field):
        super().__init__(output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def prepared(self, value, connection):
        return self.output_field.get_db_prep_value(value, connection)


class GivenMany(Given):
    """Stands there for all the numbers as one value, so that a query is the same for any number of them."""

    def as_sqlite(self, compiler, connection):
        return "(SELECT value FROM json_each(%s))", [self]

    def as_postgresql(self, compiler, connection):
        return "(SELECT unnest(%s::bigint[]))", [self]

    def prepared(self, value, connection):
        return list(value) if connection.vendor == "postgresql" else json.dumps(list(value))


class Plan:
    """One query as the database gets it, and how its answers become what the queryset asks for."""

    def __init__(self, queryset: models.QuerySet):
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(queryset.db)
        try:
            self.sql, self.given = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.given = "", ()

    def parameters(self, values: dict[str, Any]) -> tuple:
        connection = connections[self.queryset.db]
        return tuple(
            one.prepared(values[one.name], connection) if isinstance(one, Given) else one for one in self.given
        )

    def answers(self, values: dict[str, Any]) -> list:
        if not self.sql:
            return []
        compiler, parameters = copy(self.compiler), self.parameters(values)
        compiler.connection = connections[self.queryset.db]  # this thread's
        compiler.as_sql = lambda: (self.sql, parameters)
        asked = self.queryset.all()
        asked.query.get_compiler = lambda *args, **kwargs: compiler
        return list(asked)


class Prepared:
    """What `prepared` makes of a function that builds a queryset."""

    def __init__(self, build: Callable[..., models.QuerySet], given: dict[str, Given]):
        self.build, self.given = build, given
        self.plans: dict[Hashable, Plan] = {}

    def __call__(self, *shape: Hashable, **values) -> list:
        """What the database answers."""
        return self._plan(shape).answers(values)

    def statement(self, *shape: Hashable, **values) -> tuple[str, tuple]:
        """SQL and parameters, to be a part of another query."""
        plan = self._plan(shape)
        return plan.sql, plan.parameters(values)

    def _plan(self, shape: tuple) -> Plan:
        # The queries of translated models and of live editions depend on these, too.
        key = (shape, get_language(), tuple(settings.PUBLIC_LANGUAGES))
        if key not in self.plans:
            self.plans[key] = Plan(self.build(*shape, **self.given))
        return self.plans[key]


def prepared(**fields: models.Field) -> Callable[[Callable[..., models.QuerySet]], Prepared]:
    """Decorates what builds a queryset. `fields`: of which kind each value is that is given by name."""
    given = {name: (GivenMany if isinstance(field, Numbers) else Given)(name, field) for name, field in fields.items()}
    return lambda build: Prepared(build, given)

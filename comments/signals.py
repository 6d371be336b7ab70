"""Something public changed. Sent in the transaction that changes it; apps.py lists who listens."""

from django.dispatch import Signal

# A comment became live, or is so no longer: `comment`. Sent each time, also when a decision is undone.
went_live = Signal()
left_public = Signal()

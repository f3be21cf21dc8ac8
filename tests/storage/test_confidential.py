"""What people write stays out of the text of database errors, which end up in logs."""

import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Sessions
from storage.models import Group

FINDING = "Reading in Year 2 is weak"


def test_an_error_does_not_say_what_was_to_be_stored(sessions: Sessions) -> None:
    with pytest.raises(IntegrityError) as raised, sessions.begin() as session:
        session.add_all([Group(key="one", name=FINDING), Group(key="one", name=FINDING)])
    assert "groups" in str(raised.value)
    assert FINDING not in str(raised.value)

"""What the environment says, and a sentence for what it says wrongly."""

import socket
from pathlib import Path

import pytest

from bot import settings
from bot.settings import BadSettings

KEY = "k" * 32
POSTGRES = "postgres://kate:hunter2@127.0.0.1:9/reviews"


def test_settings_have_sensible_defaults() -> None:
    read = settings.read({"PORT": "", "SECRET_KEY": "  "})
    assert (read.database_url, read.port) == ("sqlite:///peer-review.db", 8000)
    assert read.public_url == "http://127.0.0.1:8000"
    assert not read.is_reached
    assert read.templates is None
    assert read.key_is_temporary
    assert len(read.secret_key) >= 32
    assert read.secret_key != settings.read({}).secret_key
    assert read.executor == socket.gethostname()


def test_settings_are_taken_from_the_environment() -> None:
    read = settings.read(
        {
            "DATABASE_URL": POSTGRES,
            "PORT": "5000",
            "PUBLIC_URL": "https://reviews.example/",
            "SECRET_KEY": KEY,
            "DYNO": "worker.1",
            "TEMPLATES_DIR": "our/forms",
        }
    )
    assert (read.port, read.public_url, read.executor) == (5000, "https://reviews.example", "worker.1")
    assert read.is_reached
    assert (read.secret_key, read.key_is_temporary, read.on_sqlite) == (KEY, False, False)
    assert read.templates == Path("our/forms")
    assert "hunter2" not in repr(read)
    assert KEY not in repr(read)
    assert settings.read({"DYNO": "web.1", "PEER_REVIEW_WORKER": "mine"}).executor == "mine"


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"DATABASE_URL": "mysql://db/x"}, "DATABASE_URL isn't a database we can use."),
        ({"DATABASE_URL": "reviews.db"}, "DATABASE_URL isn't a database we can use."),
        ({"PORT": "eighty"}, "PORT is 'eighty'. It should be a number from 1 to 65535."),
        ({"PORT": "0"}, "PORT is '0'."),
        ({"PORT": "٣"}, "PORT is '٣'."),
        ({"PORT": "9" * 5000}, "PORT is '999"),
        ({"PUBLIC_URL": "reviews.example"}, "PUBLIC_URL is 'reviews.example'."),
        ({"PUBLIC_URL": "https://[bad"}, "PUBLIC_URL is 'https://[bad'."),
        ({"PUBLIC_URL": "http://a:99999"}, "PUBLIC_URL is 'http://a:99999'."),
        ({"PUBLIC_URL": "https://two words"}, "PUBLIC_URL is 'https://two words'."),
        ({"PUBLIC_URL": "https://a\nb"}, "PUBLIC_URL is 'https://a\\nb'."),
        ({"PUBLIC_URL": "javascript:alert(1)"}, "PUBLIC_URL is 'javascript:alert(1)'."),
        ({"SECRET_KEY": "hunter2"}, "SECRET_KEY is too short to be safe"),
        (
            {"DATABASE_URL": POSTGRES},
            "SECRET_KEY is missing. With PostgreSQL every process needs the same one.",
        ),
    ],
)
def test_a_bad_setting_is_told_in_a_sentence(environ: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadSettings) as mistakes:
        settings.read(environ)
    assert str(mistakes.value).startswith(sentence)
    assert "hunter2" not in str(mistakes.value)

"""A log for Slack's own libraries, which write whole payloads into theirs, with what people typed."""

import logging


def quiet() -> logging.Logger:
    """Their errors alone are let through."""
    logger = logging.getLogger("peer_review.bolt")
    logger.setLevel(logging.ERROR)
    return logger

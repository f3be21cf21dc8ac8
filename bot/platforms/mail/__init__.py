"""E-mail: for governors, who are in no chat. Nothing comes in by it."""

"""Slack, over HTTP or Socket Mode."""

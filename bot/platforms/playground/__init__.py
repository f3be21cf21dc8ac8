"""The practice room: a chat in the browser with made-up people and a clock of its own."""

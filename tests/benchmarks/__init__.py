"""What each step of the conversation costs, however many reviews are stored."""

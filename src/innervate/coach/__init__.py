"""What to do next, how to hold attention, and why."""

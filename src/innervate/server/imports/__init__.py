"""Files that lifters bring: looked at first, kept in one step, and taken out again if unwanted."""

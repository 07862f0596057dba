"""The words of the gym: values that every other room speaks in. Standard library only."""

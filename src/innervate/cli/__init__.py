"""The command line: `innervate serve`, `innervate logs`, `innervate accounts`."""

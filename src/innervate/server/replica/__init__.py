"""Rows that phones hold copies of: what they look like, and how a version replaces another."""

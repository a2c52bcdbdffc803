"""Comparing: how likely two strings name the same, in any script."""

"""Compat: the functions of other packages, under their names and keywords, over our API."""

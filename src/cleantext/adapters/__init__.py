"""Adapters: cleaning a column of texts inside an engine, one thin module an engine; nothing is imported here."""

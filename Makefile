# `make check` before every commit; `make test` is what the README says; `make nightly` takes its time.
PYTHON ?= python

.PHONY: check test nightly rules quality speed docs

check:
	$(PYTHON) -m ruff check src tests benchmarks
	$(PYTHON) -m ruff format --check src benchmarks
	$(PYTHON) -m mypy
	$(PYTHON) -m cleantext.rules_cli check
	$(PYTHON) -m pytest tests --ignore=tests/properties --ignore=tests/huge --ignore=tests/docs

test:
	$(PYTHON) -m pytest

nightly:
	HYPOTHESIS_PROFILE=nightly $(PYTHON) -m pytest -m "huge or not huge"
	$(PYTHON) benchmarks/quality/run.py
	$(PYTHON) benchmarks/speed/ratio.py

rules:
	$(PYTHON) -m cleantext.rules_cli compile
	$(PYTHON) -m cleantext.rules_cli check

quality:
	$(PYTHON) benchmarks/quality/run.py

speed:
	$(PYTHON) benchmarks/speed/ratio.py
	$(PYTHON) -m pytest benchmarks/speed --benchmark-enable --benchmark-only

docs:
	$(PYTHON) -m mkdocs build --strict

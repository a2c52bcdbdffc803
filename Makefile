# `make check` before every commit; `make test` is what the README says; `make nightly` takes its time.
PYTHON ?= python

.PHONY: check test nightly rules quality speed speed-gate bench bench-page engines docs

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

speed-gate:
	$(PYTHON) -m pytest benchmarks/speed --benchmark-enable --benchmark-only --benchmark-timer=time.process_time --benchmark-max-time=0.3 --floors

bench:
	benchmarks/run

bench-page:
	benchmarks/run --page

engines:
	CLEANTEXT_ENGINES=batch,spark,ray,polars,duckdb,pandas,dask,datasets,datatrove $(PYTHON) -m pytest -m "huge or not huge" tests/adapters

docs:
	$(PYTHON) -m mkdocs build --strict

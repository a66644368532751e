# vigie: everything that is run by hand or by .ci/run. `make` alone lists the targets.
.DEFAULT_GOAL := help
.PHONY: help deps build release shipped demo test lint format check conformance bench fuzz differential mutation golden \
  schemas zones install clean

SWIFT ?= swift
PREFIX ?= /usr/local
PACKAGES := libxml2-dev libyaml-dev libre2-dev libsodium-dev pkg-config
# The release binary holds everything but the kernel: libxml2 brings ICU, zlib and liblzma along.
STATIC := -Xswiftc -static-executable -Xlinker -licui18n -Xlinker -licuuc -Xlinker -licudata -Xlinker -lz \
  -Xlinker -llzma -Xlinker -lre2 -Xlinker -lstdc++ -Xlinker -lm
# A target that imports what Package.swift does not give it is an error.
STRICT := --explicit-target-dependency-import-check error
VIGIE := .build/release/vigie

help: ## List the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

deps: ## Install the libraries that are missing (Debian)
	@missing=$$(for p in $(PACKAGES); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && $$sudo apt-get install -y -q --no-install-recommends $$missing; \
	fi

shipped: ## List the embedded schemas and packs anew
	@sh Sources/CShipped/list.sh

build: deps shipped ## Build everything for development
	$(SWIFT) build $(STRICT)

release: deps shipped ## Build the static release binary
	$(SWIFT) build -c release --product vigie $(STRICT) $(STATIC)

demo: release ## Run the main job on samples/ and write the HTML findings to build/demo
	@sh samples/demo.sh $(VIGIE)

test: deps shipped ## Run every test
	$(SWIFT) test $(STRICT)

lint: ## Check the formatting
	$(SWIFT) format lint -r --strict --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources Fuzzing/Replay

format: ## Format the sources in place
	$(SWIFT) format -r -i --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources Fuzzing/Replay

check: lint release build test ## What .ci/run runs: lint, release binary, build, every test

conformance: build ## Count the cases of the CEL specification that pass, by file
	@mkdir -p build; $(SWIFT) test $(STRICT) --filter ConformanceTests > build/conformance.log 2>&1; status=$$?; \
	grep '^conformance' build/conformance.log | LC_ALL=C sort; \
	[ $$status = 0 ] || { grep -E '✘|error:' build/conformance.log; exit $$status; }

zones: ## Write the time zones anew from the tzdata package of PyPI
	@python3 Sources/CTimeZones/generate.py

schemas: build ## Write the XML Schema twin and the compiled forms of schema and packs anew
	@sh schemas/generate.sh .build/debug/vigie
	@# Packs are compiled for the schema inside the program, which may have changed just now.
	@$(SWIFT) build $(STRICT)
	@sh schemas/generate.sh .build/debug/vigie

golden: build ## Write the golden files anew; the run fails on purpose
	VIGIE_UPDATE_GOLDEN=1 $(SWIFT) test --filter RenderingTests

bench: release ## Measure against peers in the same run
	@sh Benchmarks/run.sh

fuzz: deps shipped ## Fuzz every target in libFuzzer, MINUTES=60 in all; TARGETS="json xml" for some
	@sh Fuzzing/run.sh $(or $(MINUTES),60) $(TARGETS)

differential: build ## Compare 20,000 random expressions with cel-expr-python
	VIGIE_DIFFERENTIAL=20000 $(SWIFT) test --filter DifferentialTests

mutation: build ## Change every field of two conformant reports and print what the rules notice
	@mkdir -p build; VIGIE_MUTATION=1 $(SWIFT) test $(STRICT) --filter MutationTests > build/mutation.log 2>&1; status=$$?; \
	grep '^mutation' build/mutation.log; exit $$status

install: release ## Install the binary to $(PREFIX)/bin
	install -D -m 755 $(VIGIE) $(DESTDIR)$(PREFIX)/bin/vigie

clean: ## Remove what was built
	rm -rf .build build

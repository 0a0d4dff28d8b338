# The two commands of a fresh machine are `make demo` and `make test`; the rest is for everyday work.
# Each target installs by apt what it needs and the machine lacks: as root, or by sudo; otherwise it prints the command.

PREFIX ?= /usr/local
SWIFT ?= swift
SAMPLE ?= sample-rosters/yunusobod
PLANNED ?= planned
# How far the tests of faults go: long, as CI does, or full, with the figures of docs/DURABILITY.md.
FAULTS ?= long
# The one test of the weekly form, or the fuzzers, that are wanted by name; without it, all.
ONLY ?=

# libncursesw5-dev: the wide ncurses that the desk draws through. libxlsxwriter-dev: for workbooks, opened at run time.
# libsqlite3-dev: the database that the journal is kept in. g++: the C library and headers that Swift links with.
BUILD_NEEDS := libncursesw5-dev libsqlite3-dev libxlsxwriter-dev g++ git ca-certificates
# The tests run the examples of docs/SCRIPTING.md, and hold the manual page against a formatter.
TEST_NEEDS := $(BUILD_NEEDS) bash jq groff-base
# The benchmarks time Python's csv module beside the program, and the desk with a meter of its own, if that is there.
BENCH_NEEDS := $(BUILD_NEEDS) python3
# Readers of what patrol writes, from PyPI, in a virtual environment of the build folder; shells and readers of manuals.
INTEROP_NEEDS := $(BUILD_NEEDS) python3 python3-venv bash zsh fish man-db groff-base mandoc
METER ?= ../shared/tools/latency.py

# lld, because the default linker warns of what is inside the static Foundation. No library is looked for beside the
# program, and its tables of addresses are filled and closed before it starts; `make test-release` holds the binary to it.
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld \
	-Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now -Xlinker -z -Xlinker noexecstack

# The program that install-shell asks for its completions and its page.
PATROL ?= patrol
SHARE = $(DESTDIR)$(PREFIX)/share

.PHONY: help demo test test-faults test-weekly fuzz test-interop test-release build install install-shell check lint format \
	bench needs test-needs bench-needs clean

help:
	@echo "make demo                 plan a sample roster and open the desk on it"
	@echo "make test                 build and run every test"
	@echo "make test-faults          cut the power, kill and fill the disk more often than make test; FAULTS=full for all"
	@echo "make test-weekly          every test of faults in full and every fuzzer in its long form, a line each; ONLY=name for some"
	@echo "make fuzz                 give the readers inputs made to break them, some seconds each; ONLY=keys for some"
	@echo "make test-interop         have reports read by programs that are not ours"
	@echo "make test-release         hold the release binary to running and loading nothing that lies beside it"
	@echo "make build                build the release binaries"
	@echo "make install PREFIX=DIR   put patrol into DIR (default $(PREFIX)), with completions and manual page"
	@echo "make check                format lint, the files that the docs name, and tests"
	@echo "make format               format the sources"
	@echo "make bench                time reading and validating against Python's csv, and plan the samples"

# The evening before the sample's first day: what has begun is not planned.
demo: build
	@set -e; \
	export PATROL_NOW=2026-11-30T20:00; \
	patrol="$$($(RELEASE) --show-bin-path)/patrol"; \
	echo "patrol plan $(SAMPLE) --output $(PLANNED) --time-limit 10"; \
	code=0; "$$patrol" plan $(SAMPLE) --output $(PLANNED) --time-limit 10 || code=$$?; \
	if [ $$code -gt 1 ]; then exit $$code; fi; \
	if [ -t 0 ] && [ -t 1 ]; then "$$patrol" edit $(PLANNED); else "$$patrol" edit $(PLANNED) --print; fi

test: test-needs
	$(SWIFT) build --build-tests
	SWIFT="$(SWIFT)" .ci/tests

test-faults: needs
	$(SWIFT) build --build-tests
	PATROL_FAULTS=$(FAULTS) SWIFT="$(SWIFT)" .ci/tests --filter FaultTests

# Hours: docs/DURABILITY.md says how many.
test-weekly: needs
	.ci/weekly $(ONLY)

fuzz: needs
	.ci/fuzz short $(ONLY)

test-interop:
	@.ci/needs $(INTEROP_NEEDS)
	$(SWIFT) build --product patrol
	.ci/interop
	.ci/interop-exchange
	.ci/interop-shell

test-release: build
	.ci/release-check "$$($(RELEASE) --show-bin-path)/patrol"

build: needs
	$(RELEASE) --product patrol

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 "$$($(RELEASE) --show-bin-path)/patrol" "$(DESTDIR)$(PREFIX)/bin/patrol"
	@$(MAKE) --no-print-directory install-shell PATROL="$$($(RELEASE) --show-bin-path)/patrol"

# What bash, zsh, fish and man know of the program, made by the program itself. The page bears the date of the commit.
install-shell:
	install -d "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" \
	  "$(SHARE)/fish/vendor_completions.d" "$(SHARE)/man/man1"
	"$(PATROL)" --generate-completion-script bash >"$(SHARE)/bash-completion/completions/patrol"
	"$(PATROL)" --generate-completion-script zsh >"$(SHARE)/zsh/site-functions/_patrol"
	"$(PATROL)" --generate-completion-script fish >"$(SHARE)/fish/vendor_completions.d/patrol.fish"
	date="$$(git log -1 --format=%cs 2>/dev/null || date -u +%Y-%m-%d)"; \
	"$(PATROL)" manual-page --date "$$date" >"$(SHARE)/man/man1/patrol.1"

check: lint test

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	.ci/docs

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: export PATROL_NOW = 2026-11-30T20:00
bench: bench-needs
	$(RELEASE) --product patrol-bench
	$(RELEASE) --product patrol
	@set -e; \
	bin="$$($(RELEASE) --show-bin-path)"; \
	"$$bin/patrol-bench" read --rows 1000000; \
	folder="$$(mktemp -d)"; \
	"$$bin/patrol" plan sample-rosters/tashkent --output "$$folder/planned" --time-limit 20 || [ $$? -eq 1 ]; \
	"$$bin/patrol-bench" validate "$$folder/planned" || [ $$? -eq 1 ]; \
	rm -r "$$folder"; \
	for sample in yunusobod:10 tashkent:60; do \
	  name="$${sample%%:*}"; seconds="$${sample##*:}"; \
	  echo "patrol plan sample-rosters/$$name --dry-run --time-limit $$seconds"; \
	  "$$bin/patrol" plan "sample-rosters/$$name" --dry-run --time-limit "$$seconds" || [ $$? -eq 1 ]; \
	done; \
	for sample in yunusobod tashkent; do \
	  if [ -e $(METER) ]; then \
	    LANG=C.UTF-8 python3 $(METER) --size 120x40 --until Save --keys 'Down*50 PageDown*5' -- \
	      "$$bin/patrol" edit "sample-rosters/$$sample" --read-only; \
	  else \
	    echo "desk on $$sample: skipped, $(METER) is not there"; \
	  fi; \
	done

needs:
	@.ci/needs $(BUILD_NEEDS)

test-needs:
	@.ci/needs $(TEST_NEEDS)

bench-needs:
	@.ci/needs $(BENCH_NEEDS)

clean:
	$(SWIFT) package clean

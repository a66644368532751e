#!/bin/sh
# Measures vigie against its peers in the same run and prints the tables of README.md. Run by make bench.
set -eu
cd "$(dirname "$0")"
if ! dpkg-query -W -f='${Status}' libsimdjson-dev 2>/dev/null | grep -q 'ok installed'; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -q && $sudo apt-get install -y -q --no-install-recommends libsimdjson-dev
fi
swift build -c release
bench=.build/release/bench
$bench readers
echo
echo 'Peak memory beyond the start of the process, MB, the text included'
echo
echo '| text | with the text | peak | peak / text | wanted |'
echo '|---|--:|--:|--:|---|'
$bench memory json
$bench memory xml
$bench workers
$bench stages ..
$bench packs ..
# The rule engines of the shared folder, beside which ours runs: its parent is VIGIE_SHARED_DATA, or ../../shared.
shared=$(cd "$(dirname "${VIGIE_SHARED_DATA:-$PWD/../../shared/data}")" 2>/dev/null && pwd) || shared=
if [ -x "$shared/bench/run" ]; then
  reports=$(mktemp -d)
  trap 'rm -rf "$reports"' EXIT
  python3 "$shared/bench/gen_report.py" --out "$reports" >/dev/null
  for orders in 1250 2500 5000 10000; do
    python3 "$shared/bench/gen_report.py" --orders $orders --out "$reports/$orders" >/dev/null
  done
  $bench rules Peers "$reports"
  if command -v valgrind >/dev/null; then
    # Without its debug sections, which valgrind cannot read of Swift.
    strip --strip-debug -o "$reports/bench" $bench
    for times in 20 120; do
      valgrind --tool=callgrind --callgrind-out-file="$reports/calls.$times" "$reports/bench" repeat Peers "$reports" $times \
        >/dev/null 2>&1
      callgrind_annotate --threshold=100 "$reports/calls.$times" >"$reports/calls.$times.txt"
    done
    python3 - "$reports/calls.20.txt" "$reports/calls.120.txt" <<'PYTHON'
import re, sys
def read(path):
    total = traced = 0
    for line in open(path, errors="replace"):
        found = re.match(r" *([\d,]+) \(", line)
        if not found: continue
        count = int(found.group(1).replace(",", ""))
        if "PROGRAM TOTALS" in line: total = count
        elif re.search(r"\$s3CEL.*(5[tT]race|6Traced|10traceParts|9traceEach|12traceMatches)", line): traced += count
    return total, traced
(few, traced), (many, more) = map(read, sys.argv[1:])
print(f"\nInstructions of one evaluation of the twelve rules, all of which pass: {(many - few) // 100:,}; "
      f"of these in the code that traces failures: {(more - traced) // 100:,}")
PYTHON
  fi
  echo
  "$shared/bench/run" 3 "$PWD/$bench" peers "$PWD/Peers" data
else
  echo 'The rule engines are not compared: there is no bench/run beside VIGIE_SHARED_DATA or in ../shared.'
fi
echo
echo "Cold start to verdict, the static binary, $(wc -c < ../samples/large-network-conformant.json) bytes of JSON, text, 101 runs, ms"
echo
python3 - ../.build/release/vigie ../samples/large-network-conformant.json <<'PYTHON'
import subprocess, sys, time
def runs(arguments):
    times = []
    for _ in range(101):
        start = time.perf_counter()
        subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return times
check = runs([sys.argv[1], "check", sys.argv[2]])
nothing = runs(["/bin/true"])
print("| what | minimum | median | maximum | wanted |\n|---|--:|--:|--:|---|")
print(f"| vigie check | {check[0]:.1f} | {check[50]:.1f} | {check[100]:.1f} | median ≤ 8 |")
print(f"| /bin/true, the cost of measuring | {nothing[0]:.1f} | {nothing[50]:.1f} | {nothing[100]:.1f} | |")
PYTHON

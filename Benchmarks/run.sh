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
    valgrind --tool=callgrind --callgrind-out-file="$reports/calls" $bench repeat Peers "$reports" 20 >/dev/null 2>&1
    callgrind_annotate --threshold=100 "$reports/calls" 2>/dev/null | python3 -c '
import re, sys
total = traced = 0
for line in sys.stdin:
    found = re.match(r"\s*([\d,]+) \(", line)
    if not found: continue
    count = int(found.group(1).replace(",", ""))
    if "PROGRAM TOTALS" in line: total = count
    elif re.search(r"3CEL\d+Traced?[A-Z0-9V]|5trace|CEL.*[Tt]raced?\b", line): traced += count
print(f"\nInstructions of a passing run: {total:,}; in the code that traces failures: {traced:,}")'
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
print(f"| vigie check | {check[0]:.1f} | {check[50]:.1f} | {check[100]:.1f} | median ≤ 12 |")
print(f"| /bin/true, the cost of measuring | {nothing[0]:.1f} | {nothing[50]:.1f} | {nothing[100]:.1f} | |")
PYTHON

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

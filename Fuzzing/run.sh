#!/bin/sh
# Runs the fuzz targets in libFuzzer with the address sanitizer. Run by make fuzz.
#   sh run.sh build              build build/…/fuzz only
#   sh run.sh MINUTES [TARGET…]  divide the minutes among the targets; the inputs found stay in build/fuzz/TARGET
#   sh run.sh keep [TARGET…]     put what covers more than the corpus into the corpus, the smallest inputs first
set -eu
cd "$(dirname "$0")"
all='json xml yaml syntax checker evaluator pack report sides'
work=../build/fuzz
fuzz=.build/release/fuzz
# A crash must end at once: libFuzzer keeps the input. libyaml, libxml2 and RE2 are not instrumented.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1

build() {
  resources=$(dirname "$(dirname "$(readlink -f "$(command -v "${SWIFT:-swift}")")")")/lib
  driver=$(find "$resources/clang" -name 'libclang_rt.fuzzer_no_main-x86_64.a' | head -1)
  [ -n "$driver" ] || { echo 'the Swift toolchain has no libclang_rt.fuzzer_no_main'; exit 1; }
  "${SWIFT:-swift}" build -c release --product fuzz --sanitize=address -Xswiftc -enable-testing -Xswiftc -g \
    -Xswiftc -sanitize-coverage=edge,trace-cmp,indirect-calls,inline-8bit-counters,pc-table \
    -Xlinker "$driver" -Xlinker -lstdc++
}

# The longest input of a target in bytes; longer ones make it slow without reaching more.
longest() {
  case $1 in
    json | xml | yaml | evaluator) echo 2048 ;;
    syntax | checker) echo 512 ;;
    pack | sides) echo 8192 ;;
    report) echo 16384 ;;
  esac
}

# Folders of the project that a target may begin with.
seeds() {
  case $1 in
    yaml | pack) echo ../rules/action-plan ;;
    json | xml | report) echo ../samples ;;
  esac
}

if [ $# -lt 1 ]; then
  echo 'how many minutes in all? make fuzz MINUTES=60'
  exit 2
fi
mode=$1
shift
build
[ "$mode" != build ] || exit 0
targets=${*:-$all}
if [ "$mode" = keep ]; then
  for target in $targets; do
    mkdir -p "Corpus/$target" "$work/$target"
    $fuzz "$target" -set_cover_merge=1 -max_len=600 "Corpus/$target" "$work/$target" 2>&1 | tail -1
  done
  exit 0
fi
set -- $targets
seconds=$((mode * 60 / $#))
found=0
rm -rf "$work/summary.txt"
for target in $targets; do
  mkdir -p "Corpus/$target" "$work/$target" "$work/crashes"
  $fuzz words "$target" > "$work/$target.words"
  # shellcheck disable=SC2046
  nice -n 19 $fuzz "$target" "$work/$target" "Corpus/$target" $(seeds "$target") -max_total_time=$seconds \
    -max_len="$(longest "$target")" -timeout=10 -rss_limit_mb=4096 -dict="$work/$target.words" -use_value_profile=0 \
    -artifact_prefix="$work/crashes/$target-" -print_final_stats=1 > "$work/$target.log" 2>&1 || found=1
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log" | tail -1)
  coverage=$(grep -o 'cov: [0-9]* ft: [0-9]*' "$work/$target.log" | tail -1)
  printf '%-10s %4s s  %10s executions  %s\n' "$target" "$seconds" "${executions:-?}" "$coverage" | tee -a "$work/summary.txt"
done
ls "$work/crashes" | sed 's|^|found: build/fuzz/crashes/|'
exit $found

#!/bin/sh
# The main job on every sample: prints the verdicts, writes the findings as HTML, says where. Run by make demo.
set -eu
vigie=$1
out=build/demo
mkdir -p "$out"
for report in samples/*.json samples/*.xml samples/published/*.json; do
  name=$(basename "$report")
  previous=
  case $name in
    *-previous-*) ;;
    *) for candidate in samples/"${name%-*}"-previous-*."${name##*.}"; do
         [ -e "$candidate" ] && previous=$candidate
       done ;;
  esac
  code=0
  if [ -n "$previous" ]; then
    "$vigie" check --format html --output "$out/$name.html" --previous "$previous" "$report" || code=$?
  else
    "$vigie" check --format html --output "$out/$name.html" "$report" || code=$?
  fi
  case $code in
    0) verdict=conformant ;;
    1) verdict=nonConformant ;;
    3) verdict=indeterminate ;;
    *) echo "vigie ended with $code on $report" >&2; exit "$code" ;;
  esac
  printf '%-15s %s\n' "$verdict" "$report"
  case $name in
    *-"$verdict".*) ;;
    *) echo "the name of $report says another verdict" >&2; exit 1 ;;
  esac
done
echo
echo "The findings of each report as HTML: $(pwd)/$out"
echo "Open $out/large-network-conformant.json.html or $out/messaging-encrypted-nonConformant.json.html first."

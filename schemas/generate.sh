#!/bin/sh
# Writes what is generated from schemas and packs: the XML Schema twin, and one bundle for each pack. Run by make
# schemas; tests fail when the files are stale.
set -eu
vigie=$1
new=$(mktemp)
trap 'rm -f "$new"' EXIT
"$vigie" schema --generate-xsd schemas/csa-report-1.0.schema.json > "$new"
cmp -s "$new" schemas/csa-report-1.0.xsd || cp "$new" schemas/csa-report-1.0.xsd
mkdir -p rules/bundles
for pack in rules/*/pack.yaml; do
  directory=$(dirname "$pack")
  bundle=rules/bundles/$(basename "$directory").json
  "$vigie" rules bundle "$directory" > "$new"
  cmp -s "$new" "$bundle" || cp "$new" "$bundle"
done
sh Sources/CShipped/list.sh

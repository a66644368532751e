#!/bin/sh
# Writes what is generated from schemas, packs and the function table: the XML Schema twin, the compiled schema, one bundle for each pack, the
# manual of the rule language. Run by make schemas; tests fail when the files are stale.
set -eu
vigie=$1
new=$(mktemp)
trap 'rm -f "$new"' EXIT
"$vigie" schema --generate-xsd schemas/csa-report-1.0.schema.json > "$new"
cmp -s "$new" schemas/csa-report-1.0.xsd || cp "$new" schemas/csa-report-1.0.xsd
"$vigie" rules functions --format markdown > "$new"
cmp -s "$new" rules/LANGUAGE.md || cp "$new" rules/LANGUAGE.md
"$vigie" rules coverage --format markdown > "$new"
cmp -s "$new" rules/COVERAGE.md || cp "$new" rules/COVERAGE.md
schema=schemas/csa-report-1.0
"$vigie" schema --generate-compact $schema.schema.json > "$new"
cmp -s "$new" $schema.compact || cp "$new" $schema.compact
mkdir -p rules/bundles
for pack in rules/*/pack.yaml; do
  directory=$(dirname "$pack")
  bundle=rules/bundles/$(basename "$directory").bundle
  "$vigie" rules bundle "$directory" > "$new"
  cmp -s "$new" "$bundle" || cp "$new" "$bundle"
done
sh Sources/CShipped/list.sh

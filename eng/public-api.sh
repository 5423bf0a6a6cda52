#!/usr/bin/env bash
# Writes what src/ has become public into each project's PublicAPI.Unshipped.txt, and takes out what is gone.
# Read the difference before it is committed: it is what users will depend on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

report=$(mktemp)
trap 'rm -f "$report" "$report.new"' EXIT
for project in src/*/PublicAPI.Unshipped.txt; do
    declared=$(dirname "$project")
    dotnet build "$declared" --configuration Release --no-incremental --nologo -p:TreatWarningsAsErrors=false > "$report" \
        || { grep ' error ' "$report" | sort -u >&2; exit 1; }
    symbols() { grep -F "[$PWD/$declared/" "$report" | sed -n "s/.* $1: Symbol '\(.*\)' is .*part of the .*API.*/\1/p" | sort -u; }
    {
        echo '#nullable enable'
        { grep -v '^#' "$project" | grep -vxFf <(symbols RS0017) || true; symbols RS0016; } | grep . | LC_ALL=C sort -u || true
    } > "$report.new"
    mv "$report.new" "$project"
done
git --no-pager diff --stat -- 'src/*/PublicAPI.Unshipped.txt'

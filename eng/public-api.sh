#!/usr/bin/env bash
# Writes the public surface of each library in src/ anew into its PublicAPI.Unshipped.txt; with names, of those:
#
#   eng/public-api.sh Abstractions Core
#
# Read the difference before you commit it: it is what users will see.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT

for project in ${*:-Abstractions Core InMemory Postgres}; do
    directory="src/EventStore.$project"
    declared="$directory/PublicAPI.Unshipped.txt"
    before=$(< "$declared")
    echo '#nullable enable' > "$declared"
    if ! dotnet build "$directory" --configuration Release --no-incremental --nologo -p:TreatWarningsAsErrors=false > "$log" 2>&1; then
        echo "$before" > "$declared"
        grep error "$log" | sort -u | head -20 >&2
        echo "$directory does not compile: nothing is written" >&2
        exit 1
    fi
    { grep "$directory/" "$log" || true; } \
        | sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u >> "$declared"
    echo "$directory: $(($(wc -l < "$declared") - 1)) symbols"
done

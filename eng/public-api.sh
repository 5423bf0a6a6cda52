#!/usr/bin/env bash
# Writes the public surface of each library in src/ anew into its PublicAPI.Unshipped.txt. Read the difference
# before you commit it: it is what users will see.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for project in ${*:-Abstractions Core InMemory Postgres}; do
  directory="src/EventStore.$project"
  printf '#nullable enable\n' > "$directory/PublicAPI.Unshipped.txt"
  log=$(dotnet build "$directory" -c Release --no-incremental -p:TreatWarningsAsErrors=false -p:MSBuildTreatWarningsAsErrors=false -warnaserror- 2>&1 || true)
  {
    printf '#nullable enable\n'
    { grep "$directory/" <<< "$log" || true; } | sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u
  } > "$directory/PublicAPI.Unshipped.txt.new"
  mv "$directory/PublicAPI.Unshipped.txt.new" "$directory/PublicAPI.Unshipped.txt"
  { grep -E "error" <<< "$log" || true; } | sort -u | head -20
  echo "$directory: $(($(wc -l < "$directory/PublicAPI.Unshipped.txt") - 1)) symbols"
done

#!/usr/bin/env bash
# Which lines of docs/behaviours.md the tests of a run have proven, and on which provider: the number of tests that
# passed. A line that a test has failed says so; one without any is open (docs/open-behaviours.md).
#
#   eng/coverage.sh artifacts/test-results
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

reports=${1:?usage: eng/coverage.sh DIRECTORY}
shopt -s nullglob
providers=("$reports"/EventStore.{InMemory,Postgres}.Tests*.xml)
others=()
for report in "$reports"/*.xml; do
    case ${report##*/} in
        EventStore.InMemory.Tests*.xml | EventStore.Postgres.Tests*.xml) ;;
        *) others+=("$report") ;;
    esac
done

# One line for each test and line that it proves: "column S-01 Pass".
proofs() {
    local column=$1
    shift
    (($# == 0)) || awk -v RS='<test ' -v column="$column" '
        match($0, /result="[A-Za-z]+"/) {
            result = substr($0, RSTART + 8, RLENGTH - 9)
            while (match($0, /name="Proves" value="[A-Z]-[0-9]+"/)) {
                print column, substr($0, RSTART + 21, RLENGTH - 22), result
                $0 = substr($0, RSTART + RLENGTH)
            }
        }' "$@"
}

{
    for report in "${providers[@]}"; do
        column=$(basename "$report" .xml)
        column=${column#EventStore.}
        proofs "${column/.Tests/}" "$report"
    done
    proofs others "${others[@]}"
} | awk '
    FNR == NR { if (match($0, /^[A-Z]-[0-9][0-9] /)) lines[++count] = substr($0, 1, 4); next }
    {
        if (!($1 in known)) { known[$1]; columns[++width] = $1 }
        if ($3 == "Pass") passed[$1, $2]++
        if ($3 == "Fail") failed[$2]
        proven[$2]
    }
    END {
        printf "%-6s", "line"
        for (i = 1; i <= width; i++) printf "  %s", columns[i]
        print ""
        for (n = 1; n <= count; n++) {
            printf "%-6s", lines[n]
            for (i = 1; i <= width; i++) printf "  %*d", length(columns[i]), passed[columns[i], lines[n]]
            print (lines[n] in failed ? "  FAILED" : lines[n] in proven ? "" : "  open")
            if (lines[n] in proven) done++
        }
        printf "%d of %d lines proven\n", done, count
    }' docs/behaviours.md -

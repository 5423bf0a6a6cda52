#!/usr/bin/env bash
# A PgBouncer of one's own in transaction mode, in front of the server that EVENTSTORE_TEST_POSTGRES names.
#
#   eval "$(eng/pgbouncer.sh start)"    starts it and sets the variables that the tests read
#   eng/pgbouncer.sh stop               stops it and removes its directory
#
# EVENTSTORE_PGBOUNCER_DIR names its directory: set by start, unless the caller has made an empty one.
# EVENTSTORE_PGBOUNCER_POOL is the number of server connections for each database (5).
set -euo pipefail

log() { echo "pgbouncer: $*" >&2; }
die() { log "$*"; exit 1; }

# Debian has it where only root looks.
PATH=$PATH:/usr/sbin

# It refuses to run as root.
as_bouncer() {
    if [[ $EUID -eq 0 ]]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); else "$@"; fi
}

install_bouncer() {
    [[ $EUID -eq 0 ]] && command -v apt-get > /dev/null || return 1
    log "not found, installing the distribution's"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends pgbouncer; } >&2 < /dev/null
}

setting() { sed -n "s/.*$1=\([^;]*\).*/\1/p" <<< "${EVENTSTORE_TEST_POSTGRES:?names no server}"; }

start() {
    local dir port attempt server_port user
    command -v pgbouncer > /dev/null || install_bouncer || die "install pgbouncer"
    server_port=$(setting Port)
    user=$(setting Username)
    dir=${EVENTSTORE_PGBOUNCER_DIR:-$(mktemp -d)}
    [[ -d $dir && -z $(ls -A "$dir") ]] || die "$dir is not an empty directory"
    touch "$dir/.eventstore-pgbouncer"
    if [[ $EUID -eq 0 ]]; then chown -R postgres: "$dir"; fi
    for attempt in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 12000))
        if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then continue; fi
        cat > "$dir/pgbouncer.ini" << INI
[databases]
* = host=127.0.0.1 port=$server_port user=$user
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${EVENTSTORE_PGBOUNCER_POOL:-5}
max_client_conn = 500
ignore_startup_parameters = extra_float_digits
logfile = $dir/pgbouncer.log
pidfile = $dir/pgbouncer.pid
INI
        if as_bouncer pgbouncer --quiet --daemon "$dir/pgbouncer.ini" > /dev/null 2>&1 < /dev/null && answers "$port"; then
            echo "export EVENTSTORE_PGBOUNCER_DIR='$dir'"
            echo "export EVENTSTORE_TEST_PGBOUNCER='Host=127.0.0.1;Port=$port;Username=$user;Database=postgres'"
            return
        fi
        log "port $port: attempt $attempt failed"
    done
    tail -n 20 "$dir/pgbouncer.log" >&2 || true
    die "it does not start"
}

answers() {
    for _ in {1..100}; do
        if (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; then return; fi
        sleep 0.05
    done
    return 1
}

stop() {
    local dir=${1:-${EVENTSTORE_PGBOUNCER_DIR:-}} pid
    [[ -n $dir ]] || die "which one? EVENTSTORE_PGBOUNCER_DIR is not set"
    [[ -e $dir/.eventstore-pgbouncer ]] || return 0
    if pid=$(cat "$dir/pgbouncer.pid" 2> /dev/null) && [[ -n $pid ]]; then kill -TERM "$pid" 2> /dev/null || true; fi
    rm -rf "$dir"
}

case ${1:-} in
    start) start ;;
    stop) stop "${2:-}" ;;
    *) die "usage: eng/pgbouncer.sh start | stop" ;;
esac

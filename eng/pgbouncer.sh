#!/usr/bin/env bash
# PgBouncer in transaction mode before the server that EVENTSTORE_TEST_POSTGRES names, with few connections to share.
#
#   eval "$(eng/pgbouncer.sh start)"    starts it and sets the variables that the tests read
#   eng/pgbouncer.sh stop               stops it and removes its directory
set -euo pipefail

log() { echo "pgbouncer: $*" >&2; }
die() { log "$*"; exit 1; }

find_pooler() { PATH=$PATH:/usr/sbin:/usr/local/sbin command -v pgbouncer; }

install_pooler() {
    [[ $EUID -eq 0 ]] && command -v apt-get > /dev/null || return 1
    log "not found, installing the distribution's"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends pgbouncer; } >&2 < /dev/null
}

# It refuses to run as root.
as_pooler() {
    if [[ $EUID -eq 0 ]]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); else "$@"; fi
}

field() { sed -n "s/.*\b$1=\([^;]*\).*/\1/p" <<< "$EVENTSTORE_TEST_POSTGRES"; }

start() {
    local pooler port attempt host
    [[ -n ${EVENTSTORE_TEST_POSTGRES:-} ]] || die "EVENTSTORE_TEST_POSTGRES names no server: eng/postgres.sh starts one"
    pooler=$(find_pooler) || { install_pooler && pooler=$(find_pooler); } || die "install pgbouncer"
    host=$(field Host)
    dir=$(mktemp -d)
    trap 'stop "$dir"' EXIT # until it runs
    touch "$dir/.eventstore-pgbouncer"
    echo "\"$(field Username)\" \"$(field Password)\"" > "$dir/users.txt"
    for attempt in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 12000))
        cat > "$dir/pgbouncer.ini" << CONF
[databases]
* = host=$host port=$(field Port)
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
auth_type = trust
auth_file = $dir/users.txt
pool_mode = transaction
default_pool_size = ${EVENTSTORE_PGBOUNCER_POOL:-8}
max_client_conn = 1000
ignore_startup_parameters = extra_float_digits,options
logfile = $dir/pgbouncer.log
pidfile = $dir/pgbouncer.pid
CONF
        [[ $EUID -ne 0 ]] || chown -R postgres: "$dir"
        as_pooler "$pooler" --daemon --quiet "$dir/pgbouncer.ini" > "$dir/start.log" 2>&1 < /dev/null || true
        for _ in {1..50}; do
            if [[ -s $dir/pgbouncer.pid ]] && (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
                cat << ENV
export EVENTSTORE_PGBOUNCER_DIR='$dir'
export EVENTSTORE_TEST_POOLER='Host=127.0.0.1;Port=$port;Username=$(field Username);Database=$(field Database)'
ENV
                trap - EXIT
                return
            fi
            sleep 0.1
        done
        log "port $port: attempt $attempt failed"
    done
    cat "$dir/start.log" "$dir/pgbouncer.log" >&2 || true
    die "it does not start"
}

stop() {
    local dir=${1:-${EVENTSTORE_PGBOUNCER_DIR:-}}
    [[ -n $dir ]] || die "which one? EVENTSTORE_PGBOUNCER_DIR is not set"
    [[ -e $dir/.eventstore-pgbouncer ]] || return 0
    [[ ! -s $dir/pgbouncer.pid ]] || kill -TERM "$(< "$dir/pgbouncer.pid")" 2> /dev/null || true
    rm -rf "$dir"
}

case ${1:-} in
    start) start ;;
    stop) stop "${2:-}" ;;
    *) die "usage: eng/pgbouncer.sh start | stop" ;;
esac

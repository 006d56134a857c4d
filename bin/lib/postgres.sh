# Sourced after packages.sh: a PostgreSQL of our own, on a socket in a folder that goes away with it.

postgres_home=

as_postgres() {
    if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

postgres_programs() {
    find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1
}

# start_postgres [SETTING=VALUE]…: exports FORKANT_TEST_POSTGRES, how to reach it.
start_postgres() {
    local programs setting options
    programs=$(postgres_programs)
    [[ -n $programs ]] || die "PostgreSQL's server is not installed"
    # Not TMPDIR: a socket's path is short, and user postgres must be able to walk to it.
    postgres_home=$(mktemp -d /tmp/forkant-postgres.XXXXXX)
    chmod 755 "$postgres_home"
    ((EUID != 0)) || chown postgres "$postgres_home"
    options="-k $postgres_home -p 5432 -c listen_addresses='' -c max_connections=400"
    for setting in "$@"; do options+=" -c $setting"; done
    if ! {
        as_postgres "$programs/initdb" -D "$postgres_home/data" -A trust -U forkant -E UTF8 --locale=C.UTF-8 -N &&
            as_postgres "$programs/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/log" -o "$options" -w start
    } >"$postgres_home.out" 2>&1; then
        cat "$postgres_home.out" "$postgres_home/log" >&2 || true
        die "PostgreSQL did not start"
    fi
    export FORKANT_TEST_POSTGRES="host=$postgres_home port=5432 user=forkant dbname=postgres"
}

stop_postgres() {
    [[ -n $postgres_home ]] || return 0
    as_postgres "$(postgres_programs)/pg_ctl" -D "$postgres_home/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$postgres_home" "$postgres_home.out"
    postgres_home=
}

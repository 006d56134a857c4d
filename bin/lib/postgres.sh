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
    local programs
    programs=$(postgres_programs)
    [[ -n $programs ]] || die "PostgreSQL's server is not installed"
    # Not TMPDIR: a socket's path is short, and user postgres must be able to walk to it.
    postgres_home=$(mktemp -d /tmp/forkant-postgres.XXXXXX)
    chmod 755 "$postgres_home"
    ((EUID != 0)) || chown postgres "$postgres_home"
    if ! {
        as_postgres "$programs/initdb" -D "$postgres_home/data" -A trust -U forkant -E UTF8 --locale=C.UTF-8 -N &&
            printf '%s\n' "unix_socket_directories='$postgres_home'" port=5432 "listen_addresses=''" \
                max_connections=1000 "$@" >>"$postgres_home/data/postgresql.conf" &&
            resume_postgres
    } >"$postgres_home.out" 2>&1; then
        cat "$postgres_home.out" "$postgres_home/log" >&2 || true
        die "PostgreSQL did not start"
    fi
    export FORKANT_TEST_POSTGRES="host=$postgres_home port=5432 user=forkant dbname=postgres"
}

postgres_control() {
    as_postgres "$(postgres_programs)/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/log" -w "$@" >/dev/null 2>&1
}

resume_postgres() { postgres_control start; }

# crash_postgres: as a power cut does it. What it had promised is there after resume_postgres.
crash_postgres() { postgres_control -m immediate stop; }

stop_postgres() {
    [[ -n $postgres_home ]] || return 0
    crash_postgres || true
    rm -rf "$postgres_home" "$postgres_home.out"
    postgres_home=
}

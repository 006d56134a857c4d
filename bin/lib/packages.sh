# Sourced by the commands in bin/: brings what a fresh Debian 12 misses, and nothing that is there already.

system_packages=(
    ca-certificates git libcurl4-openssl-dev libicu-dev libpq-dev libqrencode-dev libsodium-dev libsqlite3-dev
    libvips42 libxlsxwriter-dev pkg-config tzdata zlib1g-dev
)
# What makes PDF (WeasyPrint), beside the program.
paper_packages=(fontconfig libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 python3)
test_packages=("${paper_packages[@]}" chromium haproxy poppler-utils postgresql python3 zbar-tools)
bench_packages=(postgresql python3 wrk)

say() { printf '\n== %s\n' "$*" >&2; }

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# help: the comment that stands at the head of the command.
help() {
    sed -n '2,/^[^#]/ { s/^# \{0,1\}//p }' "$0"
    exit 0
}

# thrice COMMAND…: networks have bad moments.
thrice() {
    local try
    for try in 1 2 3; do
        "$@" && return
        ((try == 3)) || sleep $((try * 5))
    done
    return 1
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# install_packages NAME…: those that are missing.
install_packages() {
    local name missing=()
    for name in "$@"; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || die "this is no Debian; install what corresponds to: ${missing[*]}"
    ((EUID == 0)) || command -v sudo >/dev/null || die "run as root once to install: ${missing[*]}"
    say "Installing ${missing[*]}"
    thrice as_root apt-get update -q || return
    thrice as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

# python_environment FOLDER REQUIREMENTS: made anew when the requirements changed.
python_environment() {
    local folder=$1 requirements=$2
    cmp -s "$requirements" "$folder/requirements.txt" && return
    say "Python environment $folder"
    mkdir -p "$(dirname "$folder")"
    if ! python3 -m venv --clear "$folder" >/dev/null 2>&1; then
        install_packages python3 python3-venv || return
        /usr/bin/python3 -m venv --clear "$folder" || return
    fi
    thrice "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" || return
    cp "$requirements" "$folder/requirements.txt"
}

# paper_environment: in the checkout, where the program looks for it.
paper_environment() {
    python_environment .tools/paper Resources/paper/requirements.txt
}

need_swift() {
    command -v swift >/dev/null || die "Swift 6.2 or newer is not on the PATH; swift.org says how to install it"
}

# Every import is of a target that Package.swift names.
build() {
    swift build --explicit-target-dependency-import-check error "$@"
}

#!/usr/bin/env bash
# Measures the whole program from outside: makes an archive, indexes it, serves it, and searches it with wrk. Where a
# folder with an OpenSearch to compare with is named, does the same there, in turn, and prints ratios.
#
#   src/bench/search.sh [ARTICLES]          (default 100000)
#
# Needs `mvn package -DskipTests` before it, wrk, curl and python3. To be set in the environment:
#   ARCHIVE, QUERIES   an NDJSON file and a file of queries of one's own, or paths for `broadsheet index` (with HEADING)
#   SECONDS_EACH       of each measurement (20); WARM, before them (30); ROUNDS of them (3); PORT (7979)
#   HEAP               of the server (2g)
#   PEER               a folder with opensearch/{start,stop}.sh, load.py and load.lua; PEER_HEAP (4g), JDK for it
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
articles=${1:-100000}
seconds=${SECONDS_EACH:-20} warm=${WARM:-30} rounds=${ROUNDS:-3} port=${PORT:-7979} heap=${HEAP:-2g}
work=$project/target/bench
broadsheet=$project/target/broadsheet/bin/broadsheet
mkdir -p "$work"
results=$work/results.txt
: >"$results"

archive=${ARCHIVE:-$work/$articles.ndjson}
queries=${QUERIES:-$work/$articles.queries}
if [ -z "${ARCHIVE:-}" ] && [ ! -s "$archive" ]; then
    echo "making $articles articles" >&2
    mvn -q -f "$project" -Pbench test-compile exec:exec@bench -Dbench.main=org.broadsheet.MadeArticles \
        -Dbench.args="$articles $archive $queries"
fi

now() { date +%s%N; }
since() { python3 -c "print(round(($(now) - $1) / 1e9, 2))"; }

ours() { # starts the server and waits until it is ready
    BROADSHEET_JAVA_OPTS="-Xmx$heap" "$broadsheet" serve --index "$work/index" --port "$port" 2>"$work/serve.log" &
    server=$!
    until curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready"; do
        kill -0 $server || { cat "$work/serve.log" >&2; exit 1; }
        sleep 0.02
    done
}
stop_ours() { kill $server && wait $server || true; }

peer() { (cd "$work/peer/opensearch" && HEAP=${PEER_HEAP:-4g} ./start.sh >/dev/null); }
stop_peer() { (cd "$work/peer/opensearch" && ./stop.sh >/dev/null); }

load() { # load ENGINE MODE CLIENTS SECONDS: one line of JSON
    local script=$here/load.lua url=http://127.0.0.1:$port given=("$queries" "$2")
    if [ -n "${PEER:-}" ]; then # the same script for both
        script=$PEER/load.lua given=("$1" "$queries" "$2")
        [ "$1" = opensearch ] && url=http://127.0.0.1:9200
    fi
    wrk -t1 -c"$3" -d"$4s" -s "$script" "$url" -- "${given[@]}" | tail -1
}

measure() { # measure ENGINE
    for mode in any all; do load "$1" $mode 2 "$warm" >/dev/null; done
    for mode in any all; do
        for clients in 1 2; do echo "$1 $mode $clients $(load "$1" $mode $clients "$seconds")" | tee -a "$results" >&2; done
    done
}

{ uname -sm; grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'; echo "$(nproc) processors"; } >"$work/machine.txt"
if [ "${REUSE:-}" != 1 ] || [ ! -d "$work/index" ]; then
    begun=$(now)
    # shellcheck disable=SC2086  # several sources may be named
    "$broadsheet" index --rebuild --index "$work/index" $archive 2>/dev/null | tail -1 >&2
    echo "index $(since "$begun") s, $(du -sm "$work/index" | cut -f1) MB" | tee -a "$results" >&2
fi
for _ in 1 2 3; do
    begun=$(now)
    ours
    echo "ready $(since "$begun") s" | tee -a "$results" >&2
    stop_ours
done
if [ -n "${PEER:-}" ]; then
    mkdir -p "$work/peer" && cp -r "$PEER/." "$work/peer/"
    chmod -R a+rX "$work/peer"
    peer
    [ "${REUSE:-}" = 1 ] || python3 "$work/peer/opensearch/load.py" "$archive" | tail -1 | sed 's/^/peer index /' | tee -a "$results" >&2
    stop_peer
fi
for _ in $(seq "$rounds"); do
    ours && measure broadsheet
    grep VmRSS "/proc/$server/status" | awk '{print "resident", int($2 / 1024), "MB"}' | tee -a "$results" >&2
    stop_ours
    [ -z "${PEER:-}" ] || { peer && measure opensearch && stop_peer; }
done
python3 "$here/table.py" "$results" "$work/machine.txt"

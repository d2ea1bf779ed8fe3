#!/usr/bin/env bash
# Measures what it takes to update ten articles of an index: the command, and how long after it a server that is open on
# the index answers from the new commit. The index is changed: it has ten articles more afterwards.
#
#   src/bench/updates.sh INDEX [ROUNDS]     (default 7)
#
# Needs `mvn package -DskipTests` before it, curl and python3. PORT (7979) may be set in the environment.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
broadsheet=${BROADSHEET:-$here/../../target/broadsheet/bin/broadsheet}
index=$1 rounds=${2:-7} port=${PORT:-7979}
articles=$(mktemp -d)
trap 'kill $server 2>/dev/null || true; rm -rf "$articles"' EXIT

BROADSHEET_JAVA_OPTS=${BROADSHEET_JAVA_OPTS:--Xmx2g} "$broadsheet" serve --index "$index" --port "$port" 2>/dev/null &
server=$!
until curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready"; do kill -0 $server; sleep 0.05; done

python3 - "$broadsheet" "$index" "$articles" "$rounds" "http://127.0.0.1:$port/api/search?q=tenfold&size=1&facets=" <<'PYTHON'
import json, pathlib, statistics, subprocess, sys, time, urllib.request

broadsheet, index, folder, rounds, url = sys.argv[1:]
updates, seen = [], []
for turn in range(int(rounds) + 1):
    for number in range(10):
        pathlib.Path(folder, f"{number}.txt").write_text(
            f"---\ntitle: Update {turn} of a tenfold article {number}\nexcerpt: Round {turn} says it anew.\n---\n")
    began = time.monotonic()
    subprocess.run([broadsheet, "index", "--index", index, folder], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    ended = time.monotonic()
    while f"Update {turn} " not in json.load(urllib.request.urlopen(url))["hits"][:1].__str__():
        time.sleep(0.005)
    if turn > 0:  # the first one adds a source
        updates.append(ended - began)
        seen.append(time.monotonic() - ended)
print(f"update of ten: {statistics.median(updates):.2f} s ({min(updates):.2f} to {max(updates):.2f}), "
      f"answered from {statistics.median(seen):.2f} s later ({min(seen):.2f} to {max(seen):.2f})")
PYTHON

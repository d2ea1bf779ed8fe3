#!/usr/bin/env bash
# Builds what is committed twice, as two people would: in other folders, at another time, in another zone and language,
# with other rights for new files. Says whether both distributions have the same bytes; exit status 1 if not.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder, zone, locale, umask
    (
        umask "$4"
        git clone -q . "$work/$1"
        cd "$work/$1"
        find . -path ./.git -prune -o -type f -exec touch -d "@$((RANDOM * 10000))" {} +
        TZ=$2 LC_ALL=$3 mvn -q package -DskipTests -Dspotless.check.skip
    )
}

build one UTC C.UTF-8 022
build "another place/two" Asia/Kathmandu C 077

status=0
for file in broadsheet.jar broadsheet.zip; do
    if cmp "$work/one/target/$file" "$work/another place/two/target/$file"; then
        echo "$(sha256sum <"$work/one/target/$file" | cut -d' ' -f1)  $file"
    else
        status=1
    fi
done
exit $status

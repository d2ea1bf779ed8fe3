#!/usr/bin/env bash
# Builds what is committed twice, as two people would: in other folders, at another time, in another zone and language.
# Says whether both distributions have the same bytes; exit status 1 if not. Both build with the umask that is usual,
# 022: a jar holds the rights of its folders.
set -euo pipefail
cd "$(dirname "$0")/../.."
umask 022

commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder, zone, locale
    (
        git clone -q . "$work/$1"
        cd "$work/$1"
        git checkout -q "$commit"
        find . -path ./.git -prune -o -type f -exec touch -d "@$((RANDOM * 10000))" {} +
        TZ=$2 LC_ALL=$3 mvn -q package -Dmaven.test.skip -Dspotless.check.skip
    )
}

build one UTC C.UTF-8
build "another place/two" Asia/Kathmandu C

status=0
for file in broadsheet.jar broadsheet.zip; do
    if cmp "$work/one/target/$file" "$work/another place/two/target/$file"; then
        echo "$(sha256sum <"$work/one/target/$file" | cut -d' ' -f1)  $file"
    else
        status=1
    fi
done
exit $status

#!/bin/sh
# Runs Broadsheet on a Java of its own, where the distribution holds one, else on a JDK 25 or later: that of JAVA_HOME,
# the one on the PATH, or one in the usual folders.
# BROADSHEET_JAVA_OPTS holds options for the JVM, such as -Xmx2g.
set -u

program=$0
while [ -L "$program" ]; do
    link=$(readlink "$program")
    case $link in
        /*) program=$link ;;
        *) program=$(dirname "$program")/$link ;;
    esac
done
home=$(cd "$(dirname "$program")/.." && pwd)

# The release file is read rather than java run: that costs nothing, where a JVM's start costs a tenth of a second.
is_recent() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] && [ "$version" -ge 25 ]
}

jdk_of_path() {
    java=$(command -v java) || return 1
    java=$(readlink -f "$java" 2>/dev/null) || return 1
    dirname "$(dirname "$java")"
}

find_jdk() {
    for candidate in "$home/runtime" "${JAVA_HOME:-}" "$(jdk_of_path)" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
        if [ -n "$candidate" ] && is_recent "$candidate"; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

jdk=$(find_jdk) || {
    echo "broadsheet: no JDK 25 or later was found: install one, or set JAVA_HOME to its folder" >&2
    exit 3
}
# In a locale without UTF-8 (a bare container, a cron job) the JVM could read neither an argument nor a file name that
# goes beyond ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*) ;;
    *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

# The JVM's second compiler pays for itself in what runs for long, but not while that starts: it is told to wait until
# code has run four times as often as usual, which makes a server ready a quarter sooner. Every other command is over
# before that: a search takes two thirds of the time without it, and so does an update of 100,000 articles of which few
# have changed. A rebuild reads them all, and ends sooner with it.
patient="-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000
    -XX:Tier4CompileThreshold=40000 -XX:Tier4BackEdgeThreshold=120000"
task="$*"
collector=
lower=
case ${1:-} in
    # The heap grows, where it may, until collecting takes but a hundredth of the time, in place of the usual thirteenth.
    # Where it may not, most of it is what is kept for searches: the JVM would look for garbage in that without a pause, if
    # it were not told to begin only where three quarters of the heap are in use.
    serve | prepare) flags="$patient -XX:GCTimeRatio=99 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=75" ;;
    index)
        command -v nice >/dev/null && lower="nice -n 10" # searches go first, where there are any beside it
        collector=-XX:+UseParallelGC # a fifth less work than the JVM's usual one makes
        case " $task " in
            *" --rebuild "* | *" --watch "*) flags=$patient ;;
            *) flags=-XX:TieredStopAtLevel=1 ;;
        esac
        ;;
    *) flags=-XX:TieredStopAtLevel=1 && collector=-XX:+UseSerialGC ;;
esac
case "${BROADSHEET_JAVA_OPTS:-} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}" in
    *-XX:+Use*GC*) collector= ;; # the JVM refuses a second choice
esac

# shellcheck disable=SC2086  # the options are meant to be split
set -- --enable-native-access=ALL-UNNAMED $flags $collector ${BROADSHEET_JAVA_OPTS:-} \
    -cp "$home/lib/*" org.broadsheet.cli.Broadsheet "$@"

# What a start needs, noted by "broadsheet prepare" and ready for use: a start takes half the time. The JVM leaves the
# file alone if it does not fit it or the jars, and is told not to talk about that. How often which code runs is not
# noted (JEP 515): the few searches of "prepare" are no example, and a server compiled by it stays a fifth slower.
noted=$home/lib/broadsheet.aot
if [ "$task" = prepare ]; then
    told=$("$jdk/bin/java" "-XX:AOTCacheOutput=$noted.$$" -XX:+IgnoreUnrecognizedVMOptions \
        -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "$@" 2>&1 >/dev/null) && mv -f "$noted.$$" "$noted" && {
        echo "Later starts take less time." >&2
        exit 0
    }
    rm -f "$noted.$$" "$noted.$$.config"
    echo "broadsheet: $noted could not be written, and starts take as long as before: $told" >&2
    exit 3
fi
[ -f "$noted" ] && set -- "-XX:AOTCache=$noted" -Xlog:disable "$@"
# shellcheck disable=SC2086  # a command and its options, or nothing
exec $lower "$jdk/bin/java" "$@"

"""Prints what search.sh measured as one table: medians of all rounds, and ratios where two engines were measured."""
import collections
import json
import statistics
import sys

figures = collections.defaultdict(list)
for line in open(sys.argv[1], encoding="utf-8"):
    words = line.split(" ", 3)
    if words[0] in ("broadsheet", "opensearch"):
        figures[tuple(words[:3])].append(json.loads(words[3]))
    else:
        print(line.strip())
print("on " + ", ".join(line.strip() for line in open(sys.argv[2], encoding="utf-8")) + "\n")


def median(rounds, key):
    return statistics.median(each[key] for each in rounds)


print("| words | clients | engine | searches/s | p50 ms | p95 ms | p99 ms | ratio of searches/s |")
print("| --- | --- | --- | --- | --- | --- | --- | --- |")
for mode in ("any", "all"):
    for clients in ("1", "2"):
        theirs = figures.get(("opensearch", mode, clients))
        for engine in ("broadsheet", "opensearch"):
            rounds = figures.get((engine, mode, clients))
            if rounds:
                if any(each["bad"] for each in rounds):
                    sys.exit(f"{engine} {mode}: some searches failed")
                ratio = median(rounds, "perSecond") / median(theirs, "perSecond") if theirs else None
                cells = [mode, clients, engine] + [f"{median(rounds, key):.1f}" for key in ("perSecond", "p50", "p95", "p99")]
                print("| " + " | ".join(cells + [f"{ratio:.1f}" if ratio else "–"]) + " |")

package org.broadsheet.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.query.DateRange;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Facet;
import org.broadsheet.search.Facet.Interval;
import org.broadsheet.search.FacetName;

/** How the matches are spread over time. Days are those of UTC. */
final class DateCounts implements FacetCounter {

    /**
     * Days in the list at most: a thousand years. What lies outside of them counts in a map, so that a mistyped year
     * costs no memory.
     */
    private static final int LISTED = 400_000;
    /** Matches in years so far apart are more than two years apart, whatever their days. */
    private static final int YEARS = 3;

    private final Snapshot snapshot;
    private final DateRange selected;
    private final int first; // day of the first number in the list
    private final int[] listed;
    private final SortedMap<Integer, Integer> others = new TreeMap<>(); // by day
    private final Deadline deadline;
    private SortedMap<LocalDate, Long> years; // by their first day; null if days are counted
    private long missing;

    /** @param selected the span that the answer is narrowed to, or null */
    DateCounts(Snapshot snapshot, DateRange selected, Deadline deadline) throws IOException {
        this.snapshot = snapshot;
        this.deadline = deadline;
        this.selected = selected;
        int earliest = Integer.MAX_VALUE;
        int latest = Columns.NO_DAY;
        for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            earliest = Math.min(earliest, snapshot.columns(leaf).firstDay());
            latest = Math.max(latest, snapshot.columns(leaf).lastDay());
        }
        long today = snapshot.state().newest() == null ? 0 : Columns.day(snapshot.state().newest().toEpochMilli());
        first = (int) Math.max(earliest, today - LISTED / 2);
        listed = new int[Math.clamp((long) latest - first + 1, 0, LISTED)];
    }

    @Override
    public void countSets(MatchSets matches, UnionCounts union) throws IOException {
        countYears(matches, (segment, column) -> column.counts(segment.seenBy(FacetName.DATE)));
    }

    @Override
    public void take(MatchSets matches, SegmentCounts counts) throws IOException {
        countYears(matches, (segment, _) -> counts.of(segment.leaf(), FacetName.DATE));
    }

    /** How many matches of a segment have each number. */
    @FunctionalInterface
    private interface Counting {
        int[] counts(MatchSets.Segment segment, FacetColumn column);
    }

    /** Counts years, if it is certain that years are what the answer tells, else days. */
    private void countYears(MatchSets matches, Counting counting) throws IOException {
        SortedMap<Integer, Long> counted = new TreeMap<>();
        long without = 0;
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumns ofSegment = snapshot.facets(segment.leaf());
            FacetColumn column = ofSegment.of(FacetName.DATE);
            int[] counts = counting.counts(segment, column);
            without += counts[0];
            for (int number = 1; number < column.numbers().size(); number++) {
                if (counts[number] > 0) {
                    counted.merge(ofSegment.firstYear() + number - 1, (long) counts[number], Long::sum);
                }
            }
        }
        if (counted.isEmpty() || counted.lastKey() - counted.firstKey() < YEARS) {
            countDays(matches);
            return;
        }
        missing = without;
        years = new TreeMap<>();
        counted.forEach((year, count) -> years.put(LocalDate.of(year, 1, 1), count));
    }

    private void countDays(MatchSets matches) throws IOException {
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumns columns = snapshot.facets(segment.leaf());
            DocumentBlocks blocks = new DocumentBlocks(deadline, (docs, length) -> countDays(columns, docs, length));
            blocks.addAll(segment.seenBy(FacetName.DATE).set());
            blocks.end();
        }
    }

    private void countDays(FacetColumns columns, int[] docs, int length) {
        for (int i = 0; i < length; i++) {
            int day = columns.day(docs[i]);
            long at = (long) day - first;
            if (at >= 0 && at < listed.length) {
                listed[(int) at]++;
            } else if (day == Columns.NO_DAY) {
                missing++;
            } else {
                others.merge(day, 1, Integer::sum);
            }
        }
    }

    @Override
    public Facet.Dates facet() {
        if (years != null) {
            return Facet.Dates.of(Interval.YEAR, years, selected, missing);
        }
        int earliest = nextCounted(0);
        int latest = lastCounted();
        SortedSet<Integer> counted = new TreeSet<>(others.keySet());
        if (earliest <= latest) {
            counted.add(first + earliest);
            counted.add(first + latest);
        }
        if (counted.isEmpty()) {
            return new Facet.Dates(Interval.DAY, List.of(), missing);
        }
        Interval interval = Interval.between(LocalDate.ofEpochDay(counted.first()),
                LocalDate.ofEpochDay(counted.last()));
        SortedMap<LocalDate, Long> counts = new TreeMap<>(); // by the first day of the bucket
        others.forEach(
                (day, count) -> counts.merge(interval.start(LocalDate.ofEpochDay(day)), (long) count, Long::sum));
        for (int at = earliest; at <= latest; at = nextCounted(at)) {
            LocalDate from = interval.start(LocalDate.ofEpochDay((long) first + at));
            long end = interval.end(from).toEpochDay();
            long count = 0;
            for (; at <= latest && first + at <= end; at++) {
                count += listed[at];
            }
            counts.merge(from, count, Long::sum);
        }
        return Facet.Dates.of(interval, counts, selected, missing);
    }

    /** The first place in the list from here on with a count; its length if there is none. */
    private int nextCounted(int from) {
        int at = from;
        while (at < listed.length && listed[at] == 0) {
            at++;
        }
        return at;
    }

    /** The last place in the list with a count; -1 if there is none. */
    private int lastCounted() {
        int at = listed.length - 1;
        while (at >= 0 && listed[at] == 0) {
            at--;
        }
        return at;
    }
}

package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters.Selection;

/** How often the matches have each value of a facet. */
final class ValueCounts {

    /** Values listed besides the chosen ones: more than fit beside the results are looked up by prefix. */
    private static final int LISTED = Facet.Values.UNCHOSEN;

    private static final Comparator<Facet.ValueCount> MOST_FREQUENT = Comparator
            .comparingLong(Facet.ValueCount::count)
            .reversed()
            .thenComparing(Facet.ValueCount::value);

    private final Selection selection;
    private final SortedSetDocValues values; // null if no article has any
    private final int[] counts; // by the number of the value
    private long missing;

    ValueCounts(Snapshot snapshot, FacetName facet, Selection selection, MatchSets matches) throws IOException {
        this.selection = selection;
        values = snapshot.values(facet);
        counts = new int[values == null ? 0 : Math.toIntExact(values.getValueCount())];
        for (MatchSets.Segment segment : matches.segments()) {
            DocIdSetIterator docs = new BitSetIterator(segment.seenBy(facet), 0);
            SortedSetDocValues ofSegment = Snapshot.values(segment.leaf(), facet);
            if (ofSegment == null) {
                missing += segment.seenBy(facet).cardinality();
                continue;
            }
            int[] ofOrdinals = new int[Math.toIntExact(ofSegment.getValueCount())];
            SortedDocValues single = DocValues.unwrapSingleton(ofSegment);
            missing += single != null ? count(docs, single, ofOrdinals) : count(docs, ofSegment, ofOrdinals);
            for (int ordinal = 0; ordinal < ofOrdinals.length; ordinal++) {
                if (ofOrdinals[ordinal] > 0) {
                    counts[(int) snapshot.globalOrdinal(facet, segment.leaf(), ordinal)] += ofOrdinals[ordinal];
                }
            }
        }
    }

    Facet.Values facet() throws IOException {
        Set<String> chosen = new HashSet<>(selection.included());
        chosen.addAll(selection.excluded());
        List<Facet.ValueCount> listed = new ArrayList<>();
        int unchosen = 0;
        for (int ordinal : mostFrequent(LISTED + chosen.size())) {
            Facet.ValueCount value = valueCount(ordinal);
            boolean isChosen = chosen.remove(value.value());
            if (isChosen || unchosen++ < LISTED) {
                listed.add(value);
            }
        }
        for (String value : chosen) {
            listed.add(valueCount(value));
        }
        listed.sort(MOST_FREQUENT);
        long all = IntStream.of(counts).asLongStream().sum();
        long shown = listed.stream().mapToLong(Facet.ValueCount::count).sum();
        return new Facet.Values(listed, all - shown, missing);
    }

    /** The values among the matches that begin with a prefix, itself normalized. */
    List<Facet.ValueCount> startingWith(String prefix, Analyzers analyzers, int size) throws IOException {
        List<Facet.ValueCount> found = new ArrayList<>();
        for (int ordinal : mostFrequent(counts.length)) {
            Facet.ValueCount value = valueCount(ordinal);
            if (found.size() < size && analyzers.normalized(value.value()).startsWith(prefix)) {
                found.add(value);
            }
        }
        return found;
    }

    /** The numbers of the values that occur most often, at most so many; those that do not occur are left out. */
    private int[] mostFrequent(int size) {
        return IntStream.range(0, counts.length)
                .filter(ordinal -> counts[ordinal] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(ordinal -> counts[ordinal])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(size)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Facet.ValueCount valueCount(int ordinal) throws IOException {
        String value = values.lookupOrd(ordinal).utf8ToString();
        return new Facet.ValueCount(value, counts[ordinal], selection.included().contains(value),
                selection.excluded().contains(value));
    }

    private Facet.ValueCount valueCount(String value) throws IOException {
        long ordinal = values == null ? -1 : values.lookupTerm(new BytesRef(value));
        return ordinal >= 0
                ? valueCount((int) ordinal)
                : new Facet.ValueCount(value, 0, selection.included().contains(value),
                        selection.excluded().contains(value));
    }

    /** Counts where each article has at most one value, and tells how many have none. */
    private static long count(DocIdSetIterator docs, SortedDocValues values, int[] counts) throws IOException {
        long missing = 0;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (values.advanceExact(doc)) {
                counts[values.ordValue()]++;
            } else {
                missing++;
            }
        }
        return missing;
    }

    private static long count(DocIdSetIterator docs, SortedSetDocValues values, int[] counts) throws IOException {
        long missing = 0;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (values.advanceExact(doc)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[(int) values.nextOrd()]++;
                }
            } else {
                missing++;
            }
        }
        return missing;
    }
}

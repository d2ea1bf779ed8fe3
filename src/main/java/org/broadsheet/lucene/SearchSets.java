package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/** The bit sets of one search, most of which others have used before it. They may be taken in several threads. */
final class SearchSets {

    private final Snapshot snapshot;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<Place, FrequentTerm> terms = new HashMap<>();

    private record Taken(SpareSets from, FixedBitSet set) {}

    private record Place(Query term, int segment) {}

    /** A way to read the documents of a term into a set. */
    @FunctionalInterface
    interface Reading {
        FrequentTerm into(FixedBitSet empty) throws IOException;
    }

    SearchSets(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** One without any of the documents of a segment. */
    synchronized FixedBitSet empty(LeafReaderContext leaf) throws IOException {
        SpareSets spare = snapshot.columns(leaf).spareSets();
        FixedBitSet set = spare.take();
        taken.add(new Taken(spare, set));
        return set;
    }

    /** One with the same documents as another of that segment. */
    FixedBitSet copy(LeafReaderContext leaf, FixedBitSet set) throws IOException {
        FixedBitSet copy = empty(leaf);
        System.arraycopy(set.getBits(), 0, copy.getBits(), 0, copy.getBits().length);
        return copy;
    }

    /** A term whose documents are not known beyond this search, read when it is first asked for. */
    synchronized FrequentTerm term(Query term, LeafReaderContext leaf, Reading reading) throws IOException {
        Place place = new Place(term, leaf.ord);
        FrequentTerm known = terms.get(place);
        if (known == null) {
            known = reading.into(empty(leaf));
            terms.put(place, known);
        }
        return known;
    }

    /**
     * Leaves all of them to other searches, when this one has ended well. Those of one that has failed are not used
     * again, since a part of it may still be under way.
     */
    synchronized void leave() {
        taken.forEach(each -> each.from().leave(each.set()));
        taken.clear();
        terms.clear();
    }
}

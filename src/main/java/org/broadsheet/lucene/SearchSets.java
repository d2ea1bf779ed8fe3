package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * The bit sets of one search, most of which others have used before it. They are taken in one thread, and may be used in
 * several.
 */
final class SearchSets {

    private final Snapshot snapshot;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(SpareSets from, FixedBitSet set) {}

    SearchSets(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** One without any of the documents of a segment. */
    FixedBitSet empty(LeafReaderContext leaf) throws IOException {
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

    /**
     * Leaves all of them to other searches, when this one has ended well. Those of one that has failed are not used
     * again, since a part of it may still be under way.
     */
    void leave() {
        taken.forEach(each -> each.from().leave(each.set()));
        taken.clear();
    }
}

package org.broadsheet.lucene;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.lucene.index.TermState;
import org.apache.lucene.util.BytesRef;

/**
 * Where in a segment the terms are that were looked for last, also that they are nowhere. A search looks for each of its
 * terms several times, to match, to rank and to show what matched, and each time takes microseconds.
 */
final class TermPlaces {

    /** Terms that are kept, a power of two: some 200 bytes each. */
    private static final int KEPT = 1 << 13;

    private final AtomicReferenceArray<Place> places = new AtomicReferenceArray<>(KEPT);

    /**
     * Where a term is.
     *
     * @param state null where it is nowhere
     */
    record Place(String field, BytesRef term, TermState state, int docFreq, long totalTermFreq) {

        boolean isNowhere() {
            return state == null;
        }

        private boolean isOf(String otherField, BytesRef otherTerm) {
            return term.bytesEquals(otherTerm) && field.equals(otherField);
        }
    }

    /** Where a term is; null if that is not known. */
    Place of(String field, BytesRef term) {
        Place place = places.get(slot(field, term));
        return place != null && place.isOf(field, term) ? place : null;
    }

    /** Keeps where a term is, in place of another one. */
    void keep(Place place) {
        places.set(slot(place.field(), place.term()), place);
    }

    private static int slot(String field, BytesRef term) {
        int hash = 31 * field.hashCode() + term.hashCode();
        return (hash ^ hash >>> Short.SIZE) & KEPT - 1;
    }
}

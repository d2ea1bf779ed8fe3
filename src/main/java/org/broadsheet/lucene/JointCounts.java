package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.broadsheet.lucene.Rows.Place;
import org.broadsheet.search.FacetName;

/**
 * Counts many documents for several facets: numbers that stand side by side in the rows are counted as one number, and
 * taken apart at the end. To count one number takes as long as to wait for the count before it to be written, where few
 * numbers are counted again and again; of many together, two that follow each other are seldom the same.
 */
final class JointCounts implements DocumentBlocks.Consumer {

    /** So few documents are counted in less time than it takes to prepare. */
    private static final int FEW = 1 << 7;
    /** Documents for each count of a group at least: it has to be made, and taken apart. */
    private static final int WORTH = 4;
    /** More counts do not fit in the nearest caches. */
    private static final int MOST_BITS = 14;

    private final Rows rows;
    private final List<Group> groups = new ArrayList<>(); // by their places
    private final long[] words = new long[DocumentBlocks.BLOCK]; // of the rows of some documents

    /**
     * One place, and where its numbers are counted in the end.
     *
     * @param longer where it is the first place of these and some documents have more numbers than places, else null
     */
    private record Part(Place place, int[] counts, RowNumbers longer) {}

    /** Places that are counted as one. */
    private static final class Group {

        private final List<Part> parts = new ArrayList<>();
        private Place place;
        private int[] counts;

        private Group(Part first) {
            place = first.place();
            parts.add(first);
        }

        private boolean add(Part next, int mostBits) {
            if (!place.isBeside(next.place()) || place.bits() + next.place().bits() > mostBits) {
                return false;
            }
            place = place.with(next.place());
            parts.add(next);
            return true;
        }

        private void begin() {
            counts = parts.size() == 1 ? parts.getFirst().counts() : new int[(int) place.mask() + 1];
        }

        private void count(int[] docs, long[] words, int length) {
            Rows.count(words, length, place, counts);
            for (Part part : parts) {
                if (part.longer() != null) {
                    part.longer().countLonger(docs, words, length, part.counts());
                }
            }
        }

        private void end() {
            if (parts.size() == 1) {
                return;
            }
            for (int number = 0; number < counts.length; number++) {
                int count = counts[number];
                if (count > 0) {
                    for (Part part : parts) {
                        Place of = part.place();
                        part.counts()[(int) (number >>> of.shift() - place.shift() & of.mask())] += count;
                    }
                }
            }
        }
    }

    /** @param documents how many are counted, about */
    private JointCounts(FacetColumns columns, NumberCounts target, long documents) {
        rows = columns.rows();
        List<Part> parts = new ArrayList<>();
        for (FacetName facet : target.facets()) {
            RowNumbers numbers = columns.of(facet).numbers();
            for (Place place : numbers.places()) {
                boolean first = place == numbers.places()[0];
                parts.add(new Part(place, target.of(facet), first && numbers.hasLonger() ? numbers : null));
            }
        }
        parts.sort(Comparator.<Part>comparingInt(part -> part.place().word())
                .thenComparingInt(part -> part.place().shift()));
        int mostBits = Math.min(MOST_BITS, Long.SIZE - Long.numberOfLeadingZeros(documents / WORTH));
        for (Part part : parts) {
            if (groups.isEmpty() || !groups.getLast().add(part, mostBits)) {
                groups.add(new Group(part));
            }
        }
        groups.forEach(Group::begin);
    }

    /**
     * What counts so many documents, about, for the facets of a target, which has them when it has come to its end.
     *
     * @param columns of the same segment
     */
    static DocumentBlocks.Consumer of(FacetColumns columns, NumberCounts target, long documents) {
        return documents < FEW ? target::count : new JointCounts(columns, target, documents);
    }

    @Override
    public void accept(int[] docs, int length) {
        int loaded = -1;
        for (Group group : groups) {
            if (group.place.word() != loaded) {
                loaded = group.place.word();
                rows.load(docs, length, loaded, words);
            }
            group.count(docs, words, length);
        }
    }

    @Override
    public void end() {
        groups.forEach(Group::end);
    }
}

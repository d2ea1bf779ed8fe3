package org.broadsheet.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what was ignored, or read in another way, and where. */
final class Notices {

    /** Characters of a part that are shown: enough to recognise it. */
    private static final int SHOWN = 40;

    private final QueryText text;
    private final int most;
    private final List<QueryNotice> notices = new ArrayList<>();

    Notices(QueryText text, int most) {
        this.text = text;
        this.most = most;
    }

    /**
     * Notes something about a part of the text.
     *
     * @param reason the rest of the sentence, after the part itself
     */
    void add(int from, int to, String reason) {
        addSentence(text.origin(from), text.origin(to), quoted(text.slice(from, to)) + " " + reason);
    }

    /** Notes something, as a sentence of its own, at a place of the typed text. */
    void addSentence(int from, int to, String sentence) {
        notices.add(new QueryNotice(from, to, sentence));
    }

    boolean isEmpty() {
        return notices.isEmpty();
    }

    /** In the order of the text, no more than can be read. */
    List<QueryNotice> list() {
        List<QueryNotice> sorted = new ArrayList<>(notices);
        sorted.sort(Comparator.comparingInt(QueryNotice::from));
        if (sorted.size() <= most) {
            return sorted;
        }
        List<QueryNotice> shown = new ArrayList<>(sorted.subList(0, most - 1));
        List<QueryNotice> rest = sorted.subList(most - 1, sorted.size());
        int end = rest.stream().mapToInt(QueryNotice::to).max().orElseThrow();
        shown.add(new QueryNotice(rest.getFirst().from(), end,
                rest.size() + " more parts were ignored or read in another way."));
        return shown;
    }

    private static String quoted(String part) {
        if (part.length() <= SHOWN) {
            return "“" + part + "”";
        }
        int end = Character.isHighSurrogate(part.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return "“" + part.substring(0, end) + "…”";
    }
}

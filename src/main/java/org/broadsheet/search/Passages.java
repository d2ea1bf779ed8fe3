package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.search.Snippet.Fragment;

/** Cuts the part out of a text that shows best what matched. */
public final class Passages {

    /** Characters shown before the first match of a passage, so that it reads as part of a sentence. */
    private static final int LEAD = 60;
    private static final String ELLIPSIS = "…";

    private Passages() {}

    /**
     * The text whole if it is not longer than allowed; else the stretch of it with the most matched characters, cut
     * between words, with an ellipsis where something was left out.
     *
     * @param text or null, which has nothing to show
     * @param ranges what matched, in order, without overlaps; nothing is shown where there are none
     * @param length in chars, about
     */
    public static Snippet best(String text, List<TextRange> ranges, int length) {
        if (text == null || ranges.isEmpty()) {
            return Snippet.EMPTY;
        }
        return text.length() <= length
                ? marked(text, ranges, new TextRange(0, text.length()))
                : marked(text, ranges, window(text, ranges, length));
    }

    private static TextRange window(String text, List<TextRange> ranges, int length) {
        int best = 0;
        int bestCovered = -1;
        for (int first = 0; first < ranges.size(); first++) {
            int limit = ranges.get(first).start() + length - LEAD;
            int covered = 0;
            for (int i = first; i < ranges.size() && ranges.get(i).end() <= limit; i++) {
                covered += ranges.get(i).length();
            }
            if (covered > bestCovered) {
                best = first;
                bestCovered = covered;
            }
        }
        int start = wordStart(text, Math.max(0, ranges.get(best).start() - LEAD), ranges.get(best).start());
        return new TextRange(start, wordEnd(text, Math.min(text.length(), start + length), ranges.get(best).end()));
    }

    /** The first start of a word from here on; here if there is none before the match. */
    private static int wordStart(String text, int from, int match) {
        if (from == 0) {
            return 0;
        }
        int space = text.indexOf(' ', from);
        return space < 0 || space >= match ? match : space + 1;
    }

    /** The last end of a word up to here, but not before the end of the match. */
    private static int wordEnd(String text, int to, int match) {
        if (to >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', to);
        return Math.max(space, match);
    }

    private static Snippet marked(String text, List<TextRange> ranges, TextRange window) {
        List<Fragment> fragments = new ArrayList<>();
        StringBuilder plain = new StringBuilder(window.start() > 0 ? ELLIPSIS : "");
        int at = window.start();
        for (TextRange range : ranges) {
            if (range.start() >= at && range.end() <= window.end()) {
                plain.append(text, at, range.start());
                flush(plain, fragments);
                fragments.add(new Fragment(text.substring(range.start(), range.end()), true));
                at = range.end();
            }
        }
        plain.append(text, at, window.end());
        if (window.end() < text.length()) {
            plain.append(ELLIPSIS);
        }
        flush(plain, fragments);
        return new Snippet(fragments);
    }

    private static void flush(StringBuilder plain, List<Fragment> fragments) {
        if (!plain.isEmpty()) {
            fragments.add(new Fragment(plain.toString(), false));
            plain.setLength(0);
        }
    }
}

package org.broadsheet.source;

/**
 * A file cut in two. The front matter's first line is the file's second.
 *
 * @param yaml what stands between the two lines of dashes, with the end of its last line
 * @param body what follows; may be empty
 */
record FrontMatter(String yaml, String body) {

    /** The front matter's first line in its file, from 1. */
    static final int FIRST_LINE = 2;

    /** Cuts a text that begins with a line {@code ---} and has another, or {@code ...}, further on. */
    static FrontMatter of(String text) {
        int opened = lineEnd(text, 0);
        if (!text.startsWith("---") || !isBlank(text, 3, opened)) {
            throw new UnusableException(1, 1, "no front matter: the first line must be ---");
        }
        int start = Math.min(opened + 1, text.length());
        for (int line = start; line < text.length();) {
            int end = lineEnd(text, line);
            if ((text.startsWith("---", line) || text.startsWith("...", line)) && isBlank(text, line + 3, end)) {
                return new FrontMatter(text.substring(start, line), text.substring(Math.min(end + 1, text.length())));
            }
            line = end + 1;
        }
        throw new UnusableException(1, 1, "front matter is not closed: it must end with a line ---");
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}

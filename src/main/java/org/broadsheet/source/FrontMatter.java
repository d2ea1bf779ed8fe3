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
        int line = closing(text, opened, "---", text.length());
        line = Math.min(line, closing(text, opened, "...", line));
        if (line < text.length()) {
            int end = lineEnd(text, line);
            return new FrontMatter(text.substring(opened + 1, line), text.substring(Math.min(end + 1, text.length())));
        }
        throw new UnusableException(1, 1, "front matter is not closed: it must end with a line ---");
    }

    /** Where the first line begins that is the mark and no more, or {@code limit} where there is none before it. */
    private static int closing(String text, int opened, String mark, int limit) {
        String line = "\n" + mark; // searched as a whole: the front matter may be long
        for (int at = opened; (at = text.indexOf(line, at, Math.min(limit + 3, text.length()))) >= 0; at++) {
            if (isBlank(text, at + line.length(), lineEnd(text, at + 1))) {
                return at + 1;
            }
        }
        return limit;
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

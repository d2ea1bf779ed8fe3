package org.broadsheet.source;

/** Whole numbers. */
final class Numbers {

    private Numbers() {}

    /** The number that a text is, {@code -}, digits and nothing else, or null where it is none or beyond an int. */
    static Integer whole(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        if (text.length() == digits || text.length() > digits + 10) {
            return null;
        }
        for (int i = digits; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        long number = Long.parseLong(text);
        return number == (int) number ? (int) number : null;
    }
}

package org.broadsheet.source;

/** Addresses that may become links on a page. */
final class WebAddress {

    /** What browsers and servers agree on. */
    private static final int MAX_LENGTH = 2048;

    private WebAddress() {}

    /**
     * The address, or null unless it is an absolute one of {@code http} or {@code https} without spaces, control
     * characters or quotation marks.
     */
    static String of(String text) {
        String address = text.strip();
        int host = address.regionMatches(true, 0, "https://", 0, 8)
                ? 8
                : address.regionMatches(true, 0, "http://", 0, 7) ? 7 : 0;
        if (host == 0 || address.length() > MAX_LENGTH || address.length() == host
                || !Character.isLetterOrDigit(address.codePointAt(host)) && address.charAt(host) != '[') {
            return null;
        }
        return address.codePoints().allMatch(WebAddress::mayStand) ? address : null;
    }

    private static boolean mayStand(int c) {
        return c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && !Character.isISOControl(c)
                && !Character.isSpaceChar(c) && !Character.isSurrogate((char) Math.min(c, Character.MAX_VALUE))
                && Character.getType(c) != Character.FORMAT;
    }
}

package org.broadsheet.query;

import java.util.Optional;

/** Finds the value after the colon of a field such as quality: {@code 50..100}, {@code "50"} or {@code [50 TO 100]}. */
record ValueText(QueryText text) {

    /** Where the value that begins there ends; the same place if there is none. */
    int end(int at) {
        Optional<Bracket> bracket = bracket(at);
        if (bracket.isPresent()) {
            return bracket.get().end();
        }
        if (text.at(at) == '"') {
            int close = text.indexOf('"', at + 1);
            return close < 0 ? at + 1 : close + 1;
        }
        int end = at;
        while (" ,|()\"".indexOf(text.at(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The value itself, without quotation marks and without the punctuation of a sentence behind it. */
    String read(int from, int to) {
        String typed = bracket(from).map(Bracket::range).orElse(text.slice(from, to)).replace("\"", "").strip();
        int end = typed.length();
        while (end > 0 && "!?:".indexOf(typed.charAt(end - 1)) >= 0) {
            end--;
        }
        // One dot ends a sentence, two leave a range open.
        return end > 0 && typed.charAt(end - 1) == '.' && !typed.endsWith("..")
                ? typed.substring(0, end - 1)
                : typed.substring(0, end);
    }

    private Optional<Bracket> bracket(int at) {
        return text.at(at) == '[' ? Bracket.read(text, at) : Optional.empty();
    }
}

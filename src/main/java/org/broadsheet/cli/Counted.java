package org.broadsheet.cli;

/** A number with its noun. */
final class Counted {
    private Counted() {}

    /** Such as {@code 1 article} or {@code 5 articles}. */
    static String articles(long number) {
        return of(number, "article");
    }

    /** @param noun one that takes an s */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

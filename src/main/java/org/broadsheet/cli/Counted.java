package org.broadsheet.cli;

/** A number with its noun. */
final class Counted {
    private Counted() {}

    /** Such as {@code 1 article} or {@code 5 articles}. */
    static String articles(long number) {
        return number == 1 ? "1 article" : number + " articles";
    }
}

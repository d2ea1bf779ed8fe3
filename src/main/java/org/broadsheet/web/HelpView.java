package org.broadsheet.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * The query language, told by examples that can be tried.
 *
 * @param rows what to type, and what it finds
 */
record HelpView(LayoutView layout, List<Row> rows) {

    /**
     * One thing that can be said.
     *
     * @param examples each leading to its answer
     * @param finds what they find, after “articles”
     */
    record Row(List<Link> examples, String finds) {
        private static Row of(String finds, String... examples) {
            return new Row(Stream.of(examples)
                    .map(text -> new Link(text, SearchUrl.start().with("q", text).toString()))
                    .toList(), finds);
        }
    }

    /** The same page as it is reached from outside. */
    HelpView at(String origin) {
        return new HelpView(layout.described("How to ask this archive of articles for what you look for.",
                origin + "/help"), rows);
    }

    static HelpView of(Assets assets) {
        return new HelpView(LayoutView.of("How to search – " + LayoutView.SITE, true, assets), List.of(
                Row.of("with both words, anywhere in title, excerpt, body, provider or topics", "facial recognition"),
                Row.of("with exactly these words, next to each other", "\"facial recognition\""),
                Row.of("with these words at most 5 positions apart", "\"ohio office\"~5"),
                Row.of("with the first word and without the second", "facial -ohio", "facial NOT ohio"),
                Row.of("with one of them, or both", "ohio OR edmonton"),
                Row.of("with one of the two, and the third", "(ohio OR edmonton) police"),
                Row.of("with a word that begins like this", "edmon*"),
                Row.of("with a word spelt nearly like this", "edmontom~", "edmontom~1"),
                Row.of("with the words in one field: title, excerpt, body, provider, domain, topic, type, category or path",
                        "title:ohio", "title:\"ohio ag\""),
                Row.of("of that quality or heat", "quality:50..100", "quality:>=50", "heat:<10"),
                Row.of("of that year, month or day", "date:2021", "date:2021-04", "date:2021-04-07"),
                Row.of("of that time, both ends included", "date:2021-04-01..2021-04-30", "date:>=2021"),
                Row.of("from before that day begins, or after that year has ended", "before:2021-01-01", "after:2021"),
                Row.of("marked as published; with false in place of true, as not", "published:true"),
                Row.of("all of them", "*")));
    }
}

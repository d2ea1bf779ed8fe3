package org.broadsheet.opensearch;

import java.util.List;

import org.broadsheet.analysis.PlacedTerm;
import org.opensearch.client.opensearch._types.query_dsl.Query;

import static java.util.stream.Collectors.joining;

/** Terms next to each other in one field, of which the last is only begun: {@code gpt 4}… finds {@code GPT-4o}. */
final class UnfinishedPhrase {

    /** Terms of one shard that the last one may become. */
    private static final int ENDINGS = 1_000_000;

    private UnfinishedPhrase() {}

    /** @param terms two or more */
    static Query in(String field, List<PlacedTerm> terms) {
        String text = terms.stream().map(PlacedTerm::term).collect(joining(" "));
        return Query.of(query -> query.matchPhrasePrefix(
                phrase -> phrase.field(field).query(text).analyzer("whitespace").maxExpansions(ENDINGS)));
    }
}

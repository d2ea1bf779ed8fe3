package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.EditDistance;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.search.Spelling;
import org.opensearch.client.opensearch._types.SuggestMode;
import org.opensearch.client.opensearch.core.search.FieldSuggester;
import org.opensearch.client.opensearch.core.search.Suggest;
import org.opensearch.client.opensearch.core.search.TermSuggestOption;

/** Words of the index that a misspelt one may stand for. */
final class Spellings {

    /** Words that each shard tells: those that are frequent in all must not be missing because they are rare in one. */
    private static final int TOLD = 50;

    private final Reading reading;
    private final Analyzers analyzers;

    Spellings(Reading reading, Analyzers analyzers) {
        this.reading = reading;
        this.analyzers = analyzers;
    }

    List<Spelling> of(String word, int edits, int size) {
        List<PlacedTerm> tokens = analyzers.exactTokens(word);
        if (tokens.size() != 1) {
            return List.of();
        }
        String term = tokens.getFirst().term();
        List<Spelling> spellings = new ArrayList<>();
        for (Suggest<Void> suggest : reading.search(Void.class, search -> search.size(0)
                .suggest(all -> all.suggesters("words", suggester(term, edits, size)))).suggest().get("words")) {
            for (TermSuggestOption option : suggest.term().options()) {
                spellings.add(new Spelling(option.text(), option.freq(),
                        Math.min(edits, EditDistance.of(term, option.text()))));
            }
        }
        return spellings;
    }

    private static FieldSuggester suggester(String term, int edits, int size) {
        return FieldSuggester.of(suggester -> suggester.text(term)
                .term(near -> near.field(IndexFields.WORDS)
                        .analyzer("keyword")
                        .suggestMode(SuggestMode.Always)
                        .maxEdits(edits)
                        .prefixLength(0)
                        .minWordLength(1)
                        .size(size)
                        .shardSize(Math.max(TOLD, size))));
    }
}

package org.broadsheet.opensearch;

import java.util.List;
import java.util.Optional;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.engine.Completer;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Spelling;

/** What completions are made of, asked of one commit. */
final class CommitVocabulary implements Completer.Vocabulary<RuntimeException> {

    private final Reading reading;
    private final Analyzers analyzers;
    private final TermBeginnings terms;

    CommitVocabulary(Reading reading, Analyzers analyzers) {
        this.reading = reading;
        this.analyzers = analyzers;
        terms = new TermBeginnings(reading);
    }

    @Override
    public List<String> names(FacetName facet, String beginning, int size) {
        return terms.names(facet, beginning).stream().limit(size).toList();
    }

    @Override
    public List<String> words(String beginning, int size) {
        return terms.words(beginning, size);
    }

    @Override
    public List<String> titles(List<PlacedTerm> words, int size) {
        return new TitleCompletions(reading, analyzers).of(words, size);
    }

    @Override
    public Optional<String> respelt(String word) {
        return Patterns.allowsTypo(word) && !terms.exists(word)
                ? new Spellings(reading, analyzers).of(word, 1, 1).stream().findFirst().map(Spelling::word)
                : Optional.empty();
    }
}

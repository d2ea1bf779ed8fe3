package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.engine.Completer;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Spelling;

/**
 * What completions are made of: all of it is read from the commit's own dictionaries, so that it is as new as the index
 * and nothing has to be built before a server is ready; only the names of providers and topics are
 * {@linkplain Snapshot#names kept in memory}.
 */
final class CommitVocabulary implements Completer.Vocabulary<IOException> {

    private final Snapshot snapshot;
    private final Analyzers analyzers;
    private final Deadline deadline;
    private final IndexReader reader;

    CommitVocabulary(Snapshot snapshot, Analyzers analyzers, Deadline deadline) throws IOException {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
        this.deadline = deadline;
        reader = snapshot.reader(deadline);
    }

    @Override
    public List<String> names(FacetName facet, String beginning, int size) throws IOException {
        return snapshot.names(facet, analyzers).beginningWith(beginning, size, deadline);
    }

    @Override
    public List<String> words(String beginning, int size) throws IOException {
        return new TermBeginnings(reader, IndexFields.WORDS).of(beginning, size)
                .stream()
                .map(TermBeginnings.Candidate::text)
                .toList();
    }

    @Override
    public List<String> titles(List<PlacedTerm> words, int size) throws IOException {
        return new TitleCompletions(snapshot, analyzers, deadline).of(words, size);
    }

    @Override
    public Optional<String> respelt(String word) throws IOException {
        boolean unknown = TermBeginnings.allowsTypo(word)
                && reader.docFreq(new Term(IndexFields.WORDS, word)) == 0;
        return unknown
                ? new Spellings(reader, analyzers).of(word, 1, 1).stream().findFirst().map(Spelling::word)
                : Optional.empty();
    }
}

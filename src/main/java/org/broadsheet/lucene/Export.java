package org.broadsheet.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.apache.lucene.index.StoredFields;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SortOrder;

/** All matches of a search, a page at a time, each page from where the last one ended. */
final class Export {

    /** Articles of a page: large enough that finding them costs little beside reading them. */
    private static final int PAGE = 1_000;

    /** For a page: whoever exports has time, but a query that keeps a processor busy must end. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Snapshot snapshot;
    private final Analyzers analyzers;

    Export(Snapshot snapshot, Analyzers analyzers) {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
    }

    void run(ArticleQuery query, Filters filters, SortOrder sort, Consumer<Article> consumer) throws IOException {
        Cursor after = null;
        List<TopHits.Top> page;
        do {
            Snapshot.TimedSearcher searcher = snapshot.searcher(Deadline.in(LONGEST));
            page = new TopHits(searcher, snapshot, analyzers).find(query, filters, sort, after, 0, PAGE);
            StoredFields stored = searcher.storedFields();
            Article last = null;
            for (TopHits.Top top : page) {
                last = ArticleLookup.whole(stored, top.doc());
                consumer.accept(last);
            }
            if (last != null) {
                after = new Cursor(snapshot.state().id(), sort, page.getLast().key(), last.id());
            }
        } while (page.size() == PAGE);
    }
}

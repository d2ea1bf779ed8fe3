package org.broadsheet.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One run of the {@link NaiveEngine}: works on a copy and hands that over in the end. */
final class NaiveIndexer implements ArticleIndexer {

    private final NaiveEngine.Committed before;
    private final Mode mode;
    private final Consumer<NaiveEngine.Committed> publish;
    private final Runnable ended;
    private final Map<String, IndexedArticle> articles = new ConcurrentHashMap<>();
    private boolean open = true;

    NaiveIndexer(NaiveEngine.Committed before, Mode mode, Consumer<NaiveEngine.Committed> publish, Runnable ended) {
        this.before = before;
        this.mode = mode;
        this.publish = publish;
        this.ended = ended;
        if (mode == Mode.UPDATE) {
            articles.putAll(before.articles());
        }
    }

    @Override
    public void put(IndexedArticle article) {
        articles.put(article.article().id(), article);
    }

    @Override
    public void remove(String id) {
        articles.remove(id);
    }

    @Override
    public void restamp(String id, FileStamp stamp) {
        articles.computeIfPresent(id, (_, held) -> new IndexedArticle(held.article(), stamp));
    }

    @Override
    public Map<String, FileStamp> held(String source) {
        return mode == Mode.REBUILD ? Map.of() : before.held(source);
    }

    @Override
    public List<IndexState.SourceState> sources() {
        return mode == Mode.REBUILD ? List.of() : before.state().sources();
    }

    @Override
    public long rejected() {
        return mode == Mode.REBUILD ? 0 : before.state().rejected();
    }

    @Override
    public IndexState commit(List<SourceLocation> sources, long rejected) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant newest = articles.values()
                .stream()
                .map(indexed -> indexed.article().publishedDateTime())
                .filter(Objects::nonNull)
                .filter(date -> !date.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(null);
        IndexState state = new IndexState(UUID.randomUUID().toString(), before.state().number() + 1, now, newest,
                articles.size(), sources.stream().map(this::counted).toList(), rejected);
        publish.accept(new NaiveEngine.Committed(state, new TreeMap<>(articles)));
        close();
        return state;
    }

    private IndexState.SourceState counted(SourceLocation source) {
        long count = articles.values()
                .stream()
                .filter(indexed -> indexed.article().source().equals(source.name()))
                .count();
        return new IndexState.SourceState(source.name(), source.location(), count, source.stamp());
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            ended.run();
        }
    }
}

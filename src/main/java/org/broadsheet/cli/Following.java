package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.List;

import org.broadsheet.article.SafeText;
import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexRunException;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.indexing.WatchSettings;
import org.broadsheet.indexing.Watcher;
import org.broadsheet.search.IndexState;
import org.broadsheet.source.Rejection;
import org.broadsheet.source.Source;

import static java.util.stream.Collectors.joining;

/** Runs of indexing for as long as a command goes on; says what each has changed, and nothing if that is nothing. */
final class Following {

    private final EngineOptions engine;
    private final IndexingSettings settings;
    private final Output output;
    private List<Rejection> told = List.of();

    Following(EngineOptions engine, IndexingSettings settings, Output output) {
        this.engine = engine;
        this.settings = settings;
        this.output = output;
    }

    /** @param sources none means those that the index knows now */
    Watcher start(List<Source> sources) {
        List<Source> followed = sources.isEmpty() ? known() : sources;
        output.err()
                .println(SafeText.of("Following " + followed.stream().map(Source::name).collect(joining(", ")) + "."));
        return new Watcher(followed, this::update, WatchSettings.DEFAULT).start();
    }

    private List<Source> known() {
        List<IndexState.SourceState> known = engine.state().map(IndexState::sources).orElse(List.of());
        if (known.isEmpty()) {
            throw new IndexRunException("the index knows no source yet: name those to be watched");
        }
        return known.stream().map(source -> Source.of(source.name(), Path.of(source.location()))).toList();
    }

    private void update(List<Source> sources) {
        Indexing indexing = new Indexing(engine, settings, output);
        IndexReport report = indexing.quietly(sources);
        boolean news = !report.changedNothing();
        if (!report.rejections().equals(told)) {
            told = report.rejections();
            indexing.tellRejections(report);
            news = true;
        }
        if (news) {
            output.err().println(report);
        }
    }
}

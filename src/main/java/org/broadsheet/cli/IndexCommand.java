package org.broadsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads articles into the index. */
@Command(name = "index", sortOptions = false, header = "Read articles into the index.", description = """

        Brings the index up to date with its sources: what is new is added, what has
        changed is replaced, what is gone is removed. Searches see all of that at once,
        at the end. A file that cannot be used is reported, and the rest is indexed; one
        that was good before keeps its last good version.
        """, footer = """

        Examples:
          broadsheet index news           index the articles of the folder news
          broadsheet index                bring all sources of the index up to date
          broadsheet index news blog=/srv/posts
                                          two sources, the second by the name blog
          broadsheet index --rebuild news
                                          begin anew, with this source alone
          broadsheet index --remove blog  forget the source named blog
          broadsheet index --watch        follow the files of all sources from now on

        A source is a folder, a file or an archive (.zip, .tar, .tar.gz, .tar.xz,
        .ndjson, .jsonl). Articles begin with YAML front matter.

        Exit status: 0 done, 1 files were rejected (if --strict), 2 wrong usage,
        3 it could not be done.""")
final class IndexCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;

    @Option(names = "--rebuild", description = "Begin with an empty index: sources that are not given are dropped.")
    private boolean rebuild;
    @Option(names = "--remove", paramLabel = "NAME", description = "Forget a source and its articles; info lists those that the index knows.")
    private String removed;
    @Option(names = "--watch", description = "Go on, and index every change of the files, until told to end (Ctrl-C).")
    private boolean watch;
    @Option(names = "--strict", description = "Exit with status 1 if any file was rejected.")
    private boolean strict;
    @Option(names = "--threads", paramLabel = "N", description = "How many threads read articles (default: one for each processor).")
    private Integer threads;
    @Option(names = "--only-published", description = "Leave out articles that say published: false.")
    private boolean onlyPublished;
    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "PATH or NAME=PATH (default: the sources that the index knows).")
    private List<String> sources = List.of();

    @Override
    public Integer call() throws InterruptedException {
        if (threads != null && threads < 1) {
            throw broadsheet.wrongUsage("index", "--threads: " + threads + " is not a number from 1");
        }
        IndexingSettings settings = new IndexingSettings(
                threads == null ? IndexingSettings.DEFAULT.threads() : threads, onlyPublished);
        requireOneTask();
        Indexing indexing = new Indexing(engine, settings, broadsheet.output());
        IndexReport report = removed != null
                ? indexing.forget(removed)
                : indexing.run(rebuild ? Mode.REBUILD : Mode.UPDATE, Source.all(sources));
        broadsheet.output().out().println(report);
        if (watch) {
            broadsheet.output().out().flush();
            new Following(engine, settings, broadsheet.output()).start(Source.all(sources));
            new CountDownLatch(1).await(); // until a signal ends the process: nothing is lost then
        }
        return strict && report.rejected() > 0 ? 1 : 0;
    }

    private void requireOneTask() {
        if (removed != null && (rebuild || watch || !sources.isEmpty())) {
            throw broadsheet.wrongUsage("index", "--remove stands alone: index the sources in a command of its own");
        }
        if (rebuild && sources.isEmpty()) {
            throw broadsheet.wrongUsage("index", "--rebuild needs the sources that the index shall hold");
        }
    }
}

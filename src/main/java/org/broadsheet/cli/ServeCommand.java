package org.broadsheet.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.indexing.Watcher;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.source.Source;
import org.broadsheet.web.WebServer;
import org.broadsheet.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Serves the search over HTTP until it is told to end. */
@Command(name = "serve", sortOptions = false, header = "Serve the search as pages and as an API.", description = """

        Serves the index until it is told to end (Ctrl-C). With sources, brings the
        index up to date with them first. What other commands index meanwhile is
        shown within two seconds.
        """, footer = """

        Examples:
          broadsheet serve news           index the folder news, then serve
          broadsheet serve                serve the index as it is
          broadsheet serve --watch news   and follow every change of its files
          broadsheet serve --port 8080 --host 0.0.0.0
                                          to other machines too, without a password""")
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Mixin
    private SynonymOptions synonyms;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7070", description = "0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;
    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", description = "The address to listen on; 0.0.0.0 is every one (default: ${DEFAULT-VALUE}).")
    private String host;
    @Option(names = "--watch", description = "Follow the files of the sources, or of those that the index knows.")
    private boolean watch;
    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "PATH or NAME=PATH.")
    private List<String> sources = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (port < 0 || port > 65_535) {
            throw broadsheet.wrongUsage("serve", "--port: " + port + " is not a number from 0 to 65535");
        }
        Thread.ofPlatform().daemon().name("preload").start(WebServer::preload);
        SearchSettings settings = synonyms.settings(engine.analysis());
        Output output = broadsheet.output();
        boolean writable = isWritable();
        if (!sources.isEmpty() && writable && !isLeftToTheWatcher()) {
            IndexReport report = new Indexing(engine, IndexingSettings.DEFAULT, output).run(Mode.UPDATE,
                    Source.all(sources));
            output.err().println(report);
        }
        ArticleSearcher searcher = engine.followingSearcher();
        SearchService service = new SearchService(searcher, settings);
        WebServer server = started(new WebServer(service, WebSettings.DEFAULT.withHost(host).withPort(port)));
        Watcher watcher = watch && writable
                ? new Following(engine, IndexingSettings.DEFAULT, output).start(Source.all(sources))
                : null;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            server.close();
            searcher.close();
            if (watcher != null) {
                watcher.close();
            }
        }));
        output.err()
                .println("Broadsheet is ready at http://" + shownHost() + ":" + server.port() + " ("
                        + Counted.articles(service.state().articles()) + ")");
        new CountDownLatch(1).await(); // until a signal ends the process, by way of the hook
        return 0;
    }

    /** Says so if the index can be served but not brought up to date. */
    private boolean isWritable() {
        boolean writable = engine.isWritable();
        if (!writable && (watch || !sources.isEmpty())) {
            broadsheet.output()
                    .err()
                    .println("The index may not be written: it is served as it is, and the sources are not read.");
        }
        return writable;
    }

    /** Its first run can wait for another command that is indexing, while what there is of an index is served. */
    private boolean isLeftToTheWatcher() {
        return watch && engine.state().isPresent();
    }

    private static WebServer started(WebServer server) throws IOException {
        try {
            return server.start();
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; --host and --port choose where to listen", e);
        }
    }

    /** What to type into a browser. */
    private String shownHost() {
        return switch (host) {
            case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}

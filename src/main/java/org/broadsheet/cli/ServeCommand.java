package org.broadsheet.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.indexing.Watcher;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.source.Source;
import org.broadsheet.web.WebServer;
import org.broadsheet.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Mixin
    private SynonymOptions synonyms;

    @Mixin
    private ConnectionOptions connections;
    @Mixin
    private LimitOptions limits;
    @Mixin
    private LogOptions log;

    @Option(names = "--watch", description = "Follow the files of the sources, or of those that the index knows.")
    private boolean watch;
    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "PATH or NAME=PATH.")
    private List<String> sources = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        WebSettings listening = listening();
        Thread.ofPlatform().daemon().name("preload").start(WebServer::preload);
        if (log.style() == LogOptions.LogStyle.JSON) {
            LogFormat.useJson();
        }
        SearchSettings searching = searching();
        OperationSettings operation = operation();
        Output output = broadsheet.output();
        boolean writable = isWritable();
        if (!sources.isEmpty() && writable && !isLeftToTheWatcher()) {
            requireFree(listening); // not only after an hour of indexing
            IndexReport report = new Indexing(engine, IndexingSettings.DEFAULT, output).run(Mode.UPDATE,
                    Source.all(sources));
            output.err().println(report);
        }
        ArticleSearcher searcher = engine.followingSearcher();
        SearchService service = new SearchService(searcher, searching);
        WebServer server = started(new WebServer(service, listening, operation));
        Watcher watcher = watch && writable
                ? new Following(engine, IndexingSettings.DEFAULT, output).start(Source.all(sources))
                : null;
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> new Ending(server, searcher, watcher).run()));
        new Reloading(broadsheet.folder().resolve(SettingsFile.NAME), synonyms.file(),
                () -> reload(service, server)).start();
        output.err()
                .println("Broadsheet is ready at http://" + shownHost(listening.host()) + ":" + server.port() + " ("
                        + Counted.articles(service.state().articles()) + ")");
        new CountDownLatch(1).await(); // until a signal ends the process, by way of the hook
        return 0;
    }

    /** Takes over what has changed in the settings' files, as far as it can change while a server runs. */
    private void reload(SearchService service, WebServer server) throws IOException {
        ServeCommand now = (ServeCommand) broadsheet.readAgain();
        SearchSettings searching = now.searching();
        OperationSettings operation = now.operation();
        if (!now.listening().equals(listening())) {
            LOG.warn("where the server listens, and what a connection may do, changes with its next start");
        }
        service.use(searching);
        server.use(operation);
    }

    private SearchSettings searching() throws IOException {
        SearchSettings settings = synonyms.settings(engine.analysis());
        return inRange(() -> limits.of(settings));
    }

    private OperationSettings operation() {
        return inRange(() -> new OperationSettings(limits.limits(), log.settings(), log.popularQueries()));
    }

    private WebSettings listening() {
        return inRange(connections::settings);
    }

    private <T> T inRange(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw broadsheet.wrongUsage("serve", "--" + e.getMessage());
        }
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
            throw elsewhere(e);
        }
    }

    private static void requireFree(WebSettings listening) throws IOException {
        try {
            WebServer.requireFree(listening);
        } catch (IOException e) {
            throw elsewhere(e);
        }
    }

    private static IOException elsewhere(IOException cause) {
        return new IOException(cause.getMessage() + "; --host and --port choose where to listen", cause);
    }

    /** What to type into a browser. */
    private static String shownHost(String host) {
        return switch (host) {
            case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}

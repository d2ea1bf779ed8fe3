package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.broadsheet.search.IndexState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings an index to hold what a backup holds. */
@Command(name = "restore", sortOptions = false, header = "Bring back an index that was saved.", description = """

        Replaces what the index holds by what the backup holds, in one step that running
        servers show within two seconds. A damaged backup is refused before anything is
        touched.
        """, footer = """

        Examples:
          broadsheet restore news.backup
          broadsheet restore --index /srv/news/index /backups/monday

        Exit status: 0 done, 2 wrong usage, 3 the backup is damaged, or the index
        cannot be written.""")
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Parameters(paramLabel = "FILE", description = "What backup has written.")
    private Path file;

    @Override
    public Integer call() {
        IndexState restored = engine.restore(file);
        broadsheet.output()
                .out()
                .println("restored " + Counted.articles(restored.articles()) + " as of " + restored.builtAt());
        return 0;
    }
}

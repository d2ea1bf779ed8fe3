package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.broadsheet.search.IndexState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Saves an index in one file. */
@Command(name = "backup", sortOptions = false, header = "Save the index in one file.", description = """

        Writes a snapshot of the index, while others search and index. The file bears a
        checksum, by which restore sees any damage.
        """, footer = """

        Examples:
          broadsheet backup news.backup
          broadsheet backup --index /srv/news/index /backups/monday""")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Parameters(paramLabel = "FILE", description = "Where to; a file that is there is replaced.")
    private Path file;

    @Override
    public Integer call() {
        IndexState saved = engine.backup(file);
        broadsheet.output().out().println("saved " + Counted.articles(saved.articles()) + " in " + file);
        return 0;
    }
}

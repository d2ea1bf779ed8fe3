package org.broadsheet.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import picocli.CommandLine;

/** All commands by name, in the order in which help lists them. */
final class Commands {

    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("serve", ServeCommand::new);
        ALL.put("index", IndexCommand::new);
        ALL.put("search", SearchCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("evaluate", EvaluateCommand::new);
        ALL.put("info", InfoCommand::new);
        ALL.put("backup", BackupCommand::new);
        ALL.put("restore", RestoreCommand::new);
        ALL.put("prepare", PrepareCommand::new);
    }

    private Commands() {}

    /**
     * Adds the command that the arguments begin with, else all of them. To look at the options of a command costs some
     * milliseconds, and to load what it uses many more, so that the others are left alone.
     */
    static void addTo(CommandLine program, String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (ALL.containsKey(first)) {
            program.addSubcommand(first, ALL.get(first).get());
        } else {
            ALL.forEach((name, command) -> program.addSubcommand(name, command.get()));
        }
        addHelp(program);
        program.getSubcommands().values().forEach(Commands::addHelp);
    }

    private static void addHelp(CommandLine command) {
        command.addMixin("help", new HelpOption());
        command.getCommandSpec().versionProvider(new ProgramVersion());
    }
}

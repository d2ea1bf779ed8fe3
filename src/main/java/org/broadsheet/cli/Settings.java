package org.broadsheet.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are where the command line does not say: the environment, then {@code broadsheet.yaml} in the working
 * directory. The option {@code --only-published} is {@code BROADSHEET_ONLY_PUBLISHED} in the one and
 * {@code only-published} in the other.
 *
 * @param environment all variables
 * @param file the content of {@code broadsheet.yaml}; empty if there is none
 */
record Settings(Map<String, String> environment, Map<String, String> file) implements IDefaultValueProvider {

    /**
     * The options that describe an installation, rather than one thing to do: a search's filters or {@code --rebuild}
     * from a forgotten variable would surprise.
     */
    static final List<String> NAMES = List.of("index", "host", "port", "threads", "only-published", "strict", "format",
            "size");

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().replaceFirst("^--", "");
        if (!NAMES.contains(name)) {
            return null;
        }
        String variable = environment.get(variable(name));
        return variable != null && !variable.isBlank() ? variable : file.get(name);
    }

    /** The name of the environment variable for an option. */
    static String variable(String name) {
        return "BROADSHEET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Where the value of an option comes from that the command line did not give, or null if it is the default. */
    String origin(String name) {
        String variable = environment.get(variable(name));
        if (variable != null && !variable.isBlank()) {
            return variable(name);
        }
        return file.containsKey(name) ? SettingsFile.NAME : null;
    }
}

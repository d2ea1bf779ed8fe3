package org.broadsheet.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
            "size", "synonyms", "language", "time-limit", "query-length", "clauses", "expansions", "page-depth",
            "filter-values", "parameters", "searches", "queue", "patience", "exports", "export-rate", "client-rate",
            "proxies", "origins", "connections", "header-bytes", "header-time", "idle", "slowest", "notice",
            "log-format", "access-log", "slow-search", "log-clients", "log-queries", "popular-queries",
            "engine", "opensearch-url", "opensearch-index", "opensearch-ca", "opensearch-timeout",
            "opensearch-patience", "opensearch-shards",
            "opensearch-replicas");

    @Override
    public String defaultValue(ArgSpec argument) {
        String name = name(argument);
        if (!NAMES.contains(name)) {
            return null;
        }
        String variable = environment.get(variable(name));
        return isSet(variable) ? variable : file.get(name);
    }

    /**
     * Where the value of an option comes from, such as {@code BROADSHEET_PORT}; null if from the command line, or if it
     * is the default.
     *
     * @param given the command line
     */
    String origin(ArgSpec argument, String[] given) {
        String name = name(argument);
        if (!NAMES.contains(name)
                || Stream.of(given).anyMatch(word -> word.equals("--" + name) || word.startsWith("--" + name + "="))) {
            return null;
        }
        if (isSet(environment.get(variable(name)))) {
            return variable(name);
        }
        return file.containsKey(name) ? SettingsFile.NAME : null;
    }

    /** The name of an option, without hyphens before it; empty for anything else. */
    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName().replaceFirst("^--", "") : "";
    }

    private static String variable(String name) {
        return "BROADSHEET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static boolean isSet(String variable) {
        return variable != null && !variable.isBlank();
    }
}

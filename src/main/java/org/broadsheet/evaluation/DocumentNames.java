package org.broadsheet.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names by which judgments and exclusions call documents, and what they stand for. */
final class DocumentNames {

    /** Where each name is mentioned first. */
    private final Map<String, FileLine> mentions = new HashMap<>();

    void mention(String name, FileLine line) {
        mentions.putIfAbsent(name, line);
    }

    /** For the paths of one run. Two runs may know the same document by different paths. */
    Resolver resolver() {
        return new Resolver();
    }

    /**
     * What a path may be called, the most telling first: {@code news/a/x.md} is {@code news/a/x.md}, {@code x.md} or
     * {@code x}.
     */
    static Collection<String> of(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        Set<String> names = new LinkedHashSet<>();
        names.add(path);
        names.add(file);
        names.add(dot > 0 ? file.substring(0, dot) : file);
        return names;
    }

    /** Turns paths into names, and sees to it that no name stands for two of them. */
    final class Resolver {

        private final Map<String, String> pathOf = new HashMap<>();

        /**
         * What a document is called.
         *
         * @param path of an article, or whatever a run made by another program calls the document
         * @param wanted the names to choose from
         * @return empty if it has none of them
         * @throws EvaluationException if any name that was mentioned, wanted here or not, stands for this path and for
         *         one that was asked for before
         */
        Optional<String> nameOf(String path, Set<String> wanted) {
            Collection<String> names = of(path);
            for (String name : names) {
                FileLine mentioned = mentions.get(name);
                String other = mentioned == null ? null : pathOf.putIfAbsent(name, path);
                if (other != null && !other.equals(path)) {
                    throw mentioned.fault("'" + name + "' may be " + other + " or " + path
                            + ": name each document by its whole path");
                }
            }
            return names.stream().filter(wanted::contains).findFirst();
        }
    }
}

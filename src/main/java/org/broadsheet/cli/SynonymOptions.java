package org.broadsheet.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.broadsheet.field.Analysis;
import org.broadsheet.query.Synonyms;
import org.broadsheet.search.SearchSettings;
import picocli.CommandLine.Option;

/** What queries are widened by. */
final class SynonymOptions {

    @Option(names = "--synonyms", paramLabel = "FILE", description = "What means the same, in the format of Solr, in "
            + "place of the built-in list for news and technology; an empty file for nothing.")
    private Path file;

    /** The file; null for the built-in list. */
    Path file() {
        return file;
    }

    /**
     * How searches are answered in an index of this analysis.
     *
     * @throws org.broadsheet.query.SynonymsException if the file has a line that cannot be understood
     * @throws IOException if it cannot be read
     */
    SearchSettings settings(Analysis analysis) throws IOException {
        SearchSettings settings = SearchSettings.DEFAULT.withAnalysis(analysis);
        if (file == null) {
            return settings;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return settings.withSynonyms(Synonyms.parse(file.toString(), reader, analysis.commonWords()));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IOException(file + " is not in UTF-8", e);
        }
    }
}

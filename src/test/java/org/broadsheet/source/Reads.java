package org.broadsheet.source;

import java.nio.charset.StandardCharsets;

import org.broadsheet.article.Article;

/** Reading a file that a test has written down. */
final class Reads {

    static final String PATH = "news/a.md";

    private Reads() {}

    static Reading read(byte[] content) {
        return new ArticleReader().read(SourceFile.of(PATH, content.length, 0, () -> content));
    }

    static Reading read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The article of a file with this front matter below its title, and no body. */
    static Article article(String frontMatter) {
        return accepted(read("---\ntitle: T\n" + frontMatter + "\n---\n"));
    }

    static Article accepted(Reading reading) {
        if (reading instanceof Reading.Accepted accepted) {
            return accepted.article();
        }
        throw new AssertionError(reading.toString());
    }

    /** {@code path:line:column: reason}. */
    static String rejected(Reading reading) {
        if (reading instanceof Reading.Rejected rejected) {
            return rejected.rejection().toString();
        }
        throw new AssertionError(reading.toString());
    }

    /** Why a file with this front matter below its title, on line 3 then, is rejected. */
    static String rejected(String frontMatter) {
        return rejected(read("---\ntitle: T\n" + frontMatter + "\n---\n"));
    }
}

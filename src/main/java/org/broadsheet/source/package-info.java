/**
 * Here is a folder, a file or an archive: which articles are in it, and why not the others?
 *
 * <p>Two steps, so that an update can leave out what has not changed. A {@link org.broadsheet.source.Source} walks its
 * files, which it neither opens (in a folder) nor unpacks to disk (in an archive). An
 * {@link org.broadsheet.source.ArticleReader} turns the bytes of one file into an article, or into a
 * {@link org.broadsheet.source.Rejection} that says where the trouble is:
 *
 * <pre>{@code
 * ArticleReader reader = new ArticleReader();
 * for (Source source : Source.all(List.of("seeds", "news=archive-2021.tar.xz"))) {
 *     source.forEach(file -> {
 *         switch (reader.read(file)) {
 *             case Reading.Accepted(Article article, String hash) -> IO.println(article.title());
 *             case Reading.Removed(String path) -> IO.println(path + " is not to be indexed");
 *             case Reading.Rejected(Rejection rejection) -> IO.println(rejection);
 *         }
 *     }, IO::println);
 * }
 * }</pre>
 *
 * <p>Nothing in a file can do harm: no tag constructs anything, and its size, depth and repetitions are bounded. A
 * source that cannot be used at all is a {@link org.broadsheet.source.SourceException}, whose message is for the person
 * who named it.
 *
 * <p>How a file becomes an article: its bytes are decoded strictly and cut into front matter and body; the front matter
 * becomes a tree of values that know their line and column, by {@code RegularYaml} where it has the plain form that
 * programs write, else by {@code YamlTree}, with the same outcome; {@code ArticleValues} knows the keys and takes the
 * article's fields from the tree; {@code TextRepair} mends every text; {@code PlainText} takes the markup off the body.
 */
package org.broadsheet.source;

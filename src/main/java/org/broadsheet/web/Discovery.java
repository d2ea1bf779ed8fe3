package org.broadsheet.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.javalin.http.Context;
import org.broadsheet.search.Completion;
import org.broadsheet.search.SearchService;

/** What tells programs how this search is used: browsers, crawlers and those who write clients. */
final class Discovery {

    static final String DESCRIPTION = "/opensearch.xml";
    static final String DESCRIPTION_TYPE = "application/opensearchdescription+xml";
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
    static final String SUGGESTIONS = "/opensearch/suggest";
    private static final int COMPLETIONS = 8;

    /** Each filter multiplies the addresses of the same articles: a crawler would never come to an end. */
    private static final List<String> ENDLESS = List.of("topic", "provider", "type", "category", "from", "to",
            "quality", "heat", "published", "sort", "size", "cursor", "facets", "explain", "at");

    private final SearchService service;
    private final byte[] openApi = resource("openapi.json");

    Discovery(SearchService service) {
        this.service = service;
    }

    /** {@code /opensearch.xml}: by it a browser adds the search to its own. */
    void description(Context context) {
        String origin = Origin.of(context);
        byte[] xml = Xml.document("OpenSearchDescription", NAMESPACE, description -> {
            description.text("ShortName", LayoutView.SITE);
            description.text("Description", "Search the archive");
            description.text("InputEncoding", "UTF-8");
            description.empty("Url", "type", "text/html", "template", origin + "/?q={searchTerms}");
            description.empty("Url", "type", "application/x-suggestions+json", "template",
                    origin + SUGGESTIONS + "?q={searchTerms}");
            description.empty("Url", "type", "application/atom+xml", "template",
                    origin + AtomFeed.PATH + "?q={searchTerms}");
            description.empty("Url", "type", DESCRIPTION_TYPE, "rel", "self", "template", origin + DESCRIPTION);
        });
        EntityTag.answer(context, DESCRIPTION_TYPE, xml);
    }

    /** {@code /opensearch/suggest}: completions in the form that browsers read, {@code ["oh",["ohio"]]}. */
    void suggest(Context context) {
        ParameterReader reader = new ParameterReader(SearchApi.parameters(context));
        String text = reader.text("q", "");
        reader.refuseProblems();
        List<String> completions = text.isBlank()
                ? List.of()
                : service.completions(text, COMPLETIONS).stream().map(Completion::text).toList();
        context.contentType("application/x-suggestions+json").result(JsonWriter.pair(text, completions));
    }

    /** {@code /robots.txt}. */
    void robots(Context context) {
        context.contentType("text/plain;charset=utf-8")
                .result(Stream
                        .concat(Stream.of("/api/", "/export.", "/facets/", "/opensearch/", "/metrics"),
                                ENDLESS.stream().flatMap(name -> Stream.of("/*?" + name + "=", "/*&" + name + "=")))
                        .map(path -> "Disallow: " + path)
                        .collect(Collectors.joining("\n", "User-agent: *\n", "\n")));
    }

    /** {@code /openapi.json}. */
    void openApi(Context context) {
        EntityTag.answer(context, "application/json", openApi);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Discovery.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

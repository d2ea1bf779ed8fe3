package org.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.broadsheet.operation.Metrics;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;

/**
 * The tags of answers that depend on the commit and on what was asked, and on nothing else but how this program answers:
 * whoever has such an answer is told that it still holds before any work is done.
 */
final class CommitTags {

    private final SearchService service;
    private final Metrics metrics;
    private final String program; // its version, and that of the pages' style and script
    private volatile Answering answering;

    CommitTags(SearchService service, Metrics metrics, Assets assets) {
        this.service = service;
        this.metrics = metrics;
        program = CommitTags.class.getPackage().getImplementationVersion() + assets.styleUrl() + assets.scriptUrl();
        answering = new Answering(service.settings());
    }

    /** How answers are made, with a hash of all its synonyms, which takes longer than all else of a tag. */
    private record Answering(SearchSettings settings, int hash) {
        Answering(SearchSettings settings) {
            this(settings, settings.hashCode());
        }
    }

    /** What a search asks for: the same for the same question, in whatever order its parameters stand. */
    static String normalised(SearchRequest request) {
        List<String> parameters = SearchUrl.of(request)
                .parametersBut(Set.of())
                .stream()
                .map(SearchUrl.Parameter::toString)
                .sorted()
                .toList();
        return parameters + " " + request.page() + " " + request.cursor();
    }

    /** What pages depend on besides: where they are read from, and the day that they count from. */
    static String ofPage(Context context) {
        return Origin.of(context) + " " + Instant.now().truncatedTo(ChronoUnit.DAYS);
    }

    /**
     * Answers, with 304 if the client says that it has the answer of the present commit.
     *
     * @param content makes the answer
     * @param asked all that it depends on besides the commit
     */
    void answer(Context context, String contentType, Supplier<byte[]> content, String... asked) {
        // Read before the content is: should that be of a newer commit, the tag is one that never holds again.
        String tag = tag(service.state().id(), asked);
        boolean known = EntityTag.isKnown(context, tag);
        if (context.header("If-None-Match") != null) {
            metrics.revalidated(known);
        }
        if (known) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            byte[] answer = content.get();
            context.contentType(contentType).result(answer);
        }
        context.header("ETag", tag);
    }

    private String tag(String commit, String... asked) {
        SearchSettings settings = service.settings();
        Answering now = answering;
        if (now.settings() != settings) {
            now = new Answering(settings);
            answering = now;
        }
        return EntityTag.of((program + "\n" + now.hash() + "\n" + commit + "\n"
                + String.join("\n", asked)).getBytes(StandardCharsets.UTF_8));
    }
}

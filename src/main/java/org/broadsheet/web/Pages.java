package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;

/** Searches and articles as pages, for readers. Parameters are read leniently: what is wrong is left out, with a notice. */
final class Pages {

    private static final String HTML = "text/html;charset=utf-8";

    private final SearchService service;
    private final Assets assets;
    private final ArticleViews articles;

    Pages(SearchService service, Assets assets) {
        this.service = service;
        this.assets = assets;
        this.articles = new ArticleViews(service, assets);
    }

    /** {@code /}. */
    void search(Context context) {
        Optional<String> tidied = SubmittedForm.tidied(context.queryString());
        if (tidied.isPresent()) {
            context.redirect(tidied.get(), HttpStatus.SEE_OTHER);
            return;
        }
        RequestParameters.Lenient read = RequestParameters.lenient(SearchApi.parameters(context));
        List<InvalidRequestException.Problem> ignored = new ArrayList<>(read.problems());
        SearchView view = new SearchViews(search(read.request(), ignored)).view(ignored, assets);
        answer(context, output -> JtesearchGenerated.render(output, null, view));
    }

    /** {@code /articles/{id}}. */
    void article(Context context) {
        ArticleView view = articles.view(SearchApi.article(service, context.pathParam("id")));
        answer(context, output -> JtearticleGenerated.render(output, null, view));
    }

    /** Says what went wrong. */
    void error(Context context, Problems.Problem problem) {
        String title = problem.status().getMessage();
        ErrorView view = new ErrorView(LayoutView.of(title, false, assets), title, problem.detail());
        answer(context, output -> JteerrorGenerated.render(output, null, view));
    }

    /** A cursor may turn out wrong later than when it is read: the search then begins at its start. */
    private SearchResult search(SearchRequest request, List<InvalidRequestException.Problem> ignored) {
        try {
            return service.search(request);
        } catch (InvalidRequestException e) {
            ignored.addAll(e.problems());
            return service.search(request.withCursor(null));
        }
    }

    private static void answer(Context context, Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(output));
        context.contentType(HTML).result(output.toByteArray());
    }
}

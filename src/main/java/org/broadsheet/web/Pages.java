package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.broadsheet.query.DateRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchTimeoutException;

/** Searches and articles as pages, for readers. Parameters are read leniently: what is wrong is left out, with a notice. */
final class Pages {

    private static final String HTML = "text/html;charset=utf-8";

    private final SearchService service;
    private final Assets assets;
    private final ArticleViews articles;
    private final ArchiveViews archive;
    private final FacetPages facets;
    private final HelpView help;

    Pages(SearchService service, Assets assets) {
        this.service = service;
        this.assets = assets;
        this.articles = new ArticleViews(service, assets);
        this.archive = new ArchiveViews(service, assets);
        this.facets = new FacetPages(service, assets);
        this.help = HelpView.of(assets);
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
        SearchResult result = search(read.request(), ignored);
        SearchView view = new SearchViews(result, time(result)).view(ignored, Origin.of(context), assets);
        answer(context, output -> JtesearchGenerated.render(output, null, view));
    }

    /** {@code /articles/{id}}. */
    void article(Context context) {
        Neighbours neighbours = Neighbours.of(SearchApi.parameters(context), service);
        ArticleView view = articles.view(SearchApi.article(service, context.pathParam("id")), neighbours,
                Origin.of(context));
        answer(context, output -> JtearticleGenerated.render(output, null, view));
    }

    /** {@code /archive}. */
    void archive(Context context) {
        ArchiveView view = archive.view().at(Origin.of(context));
        answer(context, output -> JtearchiveGenerated.render(output, null, view));
    }

    /** {@code /facets/{facet}}. */
    void facet(Context context) {
        FacetPageView view = facets.view(context);
        answer(context, output -> JtefacetPageGenerated.render(output, null, view));
    }

    /** {@code /help}. */
    void help(Context context) {
        answer(context, output -> JtehelpGenerated.render(output, null, help.at(Origin.of(context))));
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

    /** Null where dates are not counted, or where there was no time left for them: the answer is worth showing alone. */
    private TimeView time(SearchResult result) {
        if (!(result.facets().get(FacetName.DATE) instanceof Facet.Dates dates)) {
            return null;
        }
        DateRange range = result.request().filters().dates();
        try {
            return TimeView.of(range == null ? dates : service.histogram(result), range,
                    SearchUrl.of(result.request()));
        } catch (SearchTimeoutException e) {
            return null;
        }
    }

    private static void answer(Context context, Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        template.accept(new SafeHtml(output));
        context.contentType(HTML).result(output.toByteArray());
    }
}

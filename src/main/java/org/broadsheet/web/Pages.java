package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.broadsheet.article.Article;
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

    static final String HTML = "text/html;charset=utf-8";

    private final SearchService service;
    private final Searches searches;
    private final CommitTags tags;
    private final Assets assets;
    private final ArticleViews articles;
    private final ArchiveViews archive;
    private final FacetPages facets;
    private final HelpView help;

    Pages(SearchService service, Searches searches, CommitTags tags, Assets assets) {
        this.service = service;
        this.searches = searches;
        this.tags = tags;
        this.assets = assets;
        this.articles = new ArticleViews(service, assets);
        this.archive = new ArchiveViews(service, searches, assets);
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
        tags.answer(context, HTML, () -> {
            List<InvalidRequestException.Problem> ignored = new ArrayList<>(read.problems());
            SearchResult result = search(read.request(), ignored);
            SearchView view = new SearchViews(result, time(result)).view(ignored, Origin.of(context), assets);
            return html(output -> JtesearchGenerated.render(output, null, view));
        }, CommitTags.ofPage(context), CommitTags.normalised(read.request()), read.problems().toString());
    }

    /** {@code /articles/{id}}. */
    void article(Context context) {
        String id = context.pathParam("id");
        tags.answer(context, HTML, () -> {
            Article article = SearchApi.article(service, id);
            Neighbours neighbours = Neighbours.of(SearchApi.parameters(context), service);
            ArticleView view = articles.view(article, neighbours, Origin.of(context));
            return html(output -> JtearticleGenerated.render(output, null, view));
        }, CommitTags.ofPage(context), "article", id, String.valueOf(context.queryString()));
    }

    /** {@code /archive}. */
    void archive(Context context) {
        ArchiveView view = archive.view().at(Origin.of(context));
        context.contentType(HTML).result(html(output -> JtearchiveGenerated.render(output, null, view)));
    }

    /** {@code /facets/{facet}}. */
    void facet(Context context) {
        tags.answer(context, HTML, () -> {
            FacetPageView view = facets.view(context);
            return html(output -> JtefacetPageGenerated.render(output, null, view));
        }, CommitTags.ofPage(context), context.path(), String.valueOf(context.queryString()));
    }

    /** {@code /help}. */
    void help(Context context) {
        HelpView view = help.at(Origin.of(context));
        EntityTag.answer(context, HTML, html(output -> JtehelpGenerated.render(output, null, view)));
    }

    /** A page that says what went wrong. */
    byte[] error(Problems.Problem problem) {
        String title = problem.status().getMessage();
        ErrorView view = new ErrorView(LayoutView.of(title, false, assets), title, problem.detail());
        return html(output -> JteerrorGenerated.render(output, null, view));
    }

    /** A cursor or a page may turn out wrong later than when it is read: the search then begins at its start. */
    private SearchResult search(SearchRequest request, List<InvalidRequestException.Problem> ignored) {
        try {
            return searches.search(request);
        } catch (InvalidRequestException e) {
            ignored.addAll(e.problems());
            return searches.search(request.withCursor(null).withPage(1, request.size()));
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

    private static byte[] html(Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        template.accept(new SafeHtml(output));
        return output.toByteArray();
    }
}

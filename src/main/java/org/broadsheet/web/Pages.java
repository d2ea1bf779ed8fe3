package org.broadsheet.web;

import java.util.function.Consumer;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import org.broadsheet.search.SearchService;

/** Searches and articles as pages, for readers. Parameters are read leniently: what is wrong is left out, with a notice. */
final class Pages {

    private static final String HTML = "text/html;charset=utf-8";
    /** Similar articles under an article: two rows of three. */
    private static final int SIMILAR = 6;

    private final SearchService service;
    private final Assets assets;

    Pages(SearchService service, Assets assets) {
        this.service = service;
        this.assets = assets;
    }

    void search(Context context) {}
    void article(Context context) {}

    /** Says what went wrong. */
    void error(Context context, Problems.Problem problem) {
        String title = problem.status().getMessage();
        ErrorView view = new ErrorView(LayoutView.of(title, false, assets), title, problem.detail());
        answer(context, output -> JteerrorGenerated.render(output, null, view));
    }

    private static void answer(Context context, Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(output));
        context.contentType(HTML).result(output.toByteArray());
    }
}

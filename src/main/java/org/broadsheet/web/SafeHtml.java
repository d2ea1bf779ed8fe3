package org.broadsheet.web;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.broadsheet.article.SafeText;

/**
 * A page, in which all text that is not the template's own is escaped for where it stands. Articles are read without
 * {@linkplain SafeText#isHarmful characters that act on their surroundings}; but a query, or a text of another engine,
 * may hold some, and a page does not rely on it.
 */
final class SafeHtml extends OwaspHtmlTemplateOutput {

    SafeHtml(TemplateOutput output) {
        super(output);
    }

    @Override
    public void writeUserContent(String text) {
        super.writeUserContent(text == null ? null : SafeText.of(text));
    }
}

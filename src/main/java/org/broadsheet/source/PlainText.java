package org.broadsheet.source;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/**
 * The words of a Markdown text, without its markup: {@code The **long** [span](https://…)} → {@code The long span}.
 *
 * <p>Texts of links and images stay, their addresses go. Of HTML the text stays, scripts and styles go. Blocks
 * (paragraphs, headings, list items, code) are separated by an empty line.
 */
final class PlainText {

    /** Deeper quotes and lists are text: nobody reads them as such, and each costs time on every line below. */
    private static final int MAX_OPEN_BLOCKS = 50;

    /** The same for emphasis and brackets. */
    private static final int MAX_INLINE_NESTING = 50;

    /**
     * Longer texts are read in parts, cut at empty lines where there are any. Real articles are far below; the parser
     * takes a hundred bytes and more for each character of a text made of brackets.
     */
    private static final int MAX_PART_CHARACTERS = 1 << 18;

    private static final Parser MARKDOWN = Parser.builder()
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .maxInlineNesting(MAX_INLINE_NESTING)
            .build();

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder block = new StringBuilder();

    private PlainText() {}

    /** The plain text, repaired; null where there is none. */
    static String of(String markdown) {
        if (markdown.isBlank()) {
            return null;
        }
        PlainText plain = new PlainText();
        for (int start = 0; start < markdown.length();) {
            int end = partEnd(markdown, start);
            plain.walk(MARKDOWN.parse(markdown.substring(start, end)));
            plain.endBlock();
            start = end;
        }
        return plain.text.isEmpty() ? null : plain.text.toString();
    }

    private static int partEnd(String markdown, int start) {
        int limit = start + MAX_PART_CHARACTERS;
        if (limit >= markdown.length()) {
            return markdown.length();
        }
        int empty = markdown.lastIndexOf("\n\n", limit);
        int end = empty > start ? empty : markdown.lastIndexOf('\n', limit);
        return end > start ? end : limit;
    }

    /** In the order of the text, without recursion: how deep the tree is depends on the file. */
    private void walk(Node root) {
        Node node = root;
        while (node != null) {
            enter(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node == root ? null : node.getParent();
            }
            node = node == null ? null : node.getNext();
        }
    }

    private void enter(Node node) {
        if (node instanceof Block) {
            endBlock();
        }
        switch (node) {
            case Text words -> block.append(words.getLiteral());
            case Code code -> block.append(code.getLiteral());
            case FencedCodeBlock code -> block.append(code.getLiteral());
            case IndentedCodeBlock code -> block.append(code.getLiteral());
            case HtmlBlock html -> block.append(Jsoup.parseBodyFragment(html.getLiteral()).text());
            case SoftLineBreak soft -> block.append(' ');
            case HardLineBreak hard -> block.append(' ');
            default -> {
            }
        }
    }

    private void endBlock() {
        String words = TextRepair.repair(block.toString());
        block.setLength(0);
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words);
        }
    }
}

package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * Turns well-formed syntax into a tree in its simplest form: no {@code All} within an {@code All}, no {@code Not} but
 * within an {@code All} that also has a part that is none.
 */
final class SyntaxTree {

    private static final ArticleQuery EVERYTHING = new ArticleQuery.Everything();

    private SyntaxTree() {}

    /**
     * Reads the syntax.
     *
     * @param parts what the numbers in the syntax stand for
     */
    static ArticleQuery read(String syntax, List<ArticleQuery> parts) {
        try {
            return withPositive(tree(new StandardSyntaxParser().parse(syntax, ""), parts));
        } catch (QueryNodeException e) {
            throw new IllegalStateException("not well-formed: " + syntax, e);
        }
    }

    private static ArticleQuery tree(QueryNode node, List<ArticleQuery> parts) {
        return switch (node) {
            case FieldQueryNode number -> parts.get(Integer.parseInt(number.getTextAsString()));
            case GroupQueryNode group -> tree(group.getChild(), parts);
            // The syntax has no modifier but NOT, as there is never a plus sign in it.
            case ModifierQueryNode not -> not(withPositive(tree(not.getChild(), parts)));
            case OrQueryNode or -> any(trees(or, parts));
            // An AND, or a NOT alone, which the parser wraps.
            case BooleanQueryNode and -> all(trees(and, parts));
            default -> throw new IllegalStateException("not part of the syntax: " + node);
        };
    }

    private static List<ArticleQuery> trees(QueryNode node, List<ArticleQuery> parts) {
        return node.getChildren().stream().map(child -> tree(child, parts)).toList();
    }

    private static ArticleQuery all(List<ArticleQuery> operands) {
        List<ArticleQuery> flat = new ArrayList<>();
        for (ArticleQuery operand : operands) {
            if (operand instanceof ArticleQuery.All inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(operand);
            }
        }
        // Everything and a part is that part; without a part that must match it is put back.
        flat.removeIf(EVERYTHING::equals);
        if (flat.stream().allMatch(ArticleQuery.Not.class::isInstance)) {
            flat.addFirst(EVERYTHING);
        }
        return flat.size() == 1 ? flat.getFirst() : new ArticleQuery.All(flat);
    }

    private static ArticleQuery any(List<ArticleQuery> operands) {
        List<ArticleQuery> flat = new ArrayList<>();
        for (ArticleQuery operand : operands) {
            if (operand instanceof ArticleQuery.Any inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(withPositive(operand));
            }
        }
        return new ArticleQuery.Any(flat);
    }

    private static ArticleQuery not(ArticleQuery operand) {
        return operand instanceof ArticleQuery.All all && all.parts().size() == 2
                && all.parts().getFirst().equals(EVERYTHING)
                && all.parts().getLast() instanceof ArticleQuery.Not inner
                        ? inner.part()
                        : new ArticleQuery.Not(operand);
    }

    private static ArticleQuery withPositive(ArticleQuery tree) {
        return tree instanceof ArticleQuery.Not ? all(List.of(tree)) : tree;
    }
}

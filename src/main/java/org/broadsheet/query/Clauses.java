package org.broadsheet.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Puts the parts of a query together, whatever order they come in, as a text that is always well-formed: operators
 * without operands, parentheses without partners and empty ones never get into it.
 *
 * <p>That text, in Lucene's standard syntax, has a number in place of each part ({@code 0 AND (1 OR NOT 2)}), so that
 * nothing a person typed needs escaping and each part is read only once. {@link SyntaxTree} reads it.
 */
final class Clauses {

    /** What joins two operands; a space between two words is an AND that was not typed. */
    enum Operator {
        AND, OR
    }

    /** An operator and where it stands, waiting for what is to its right. */
    private record Waiting(Operator operator, int from, int to) {}

    /** What stands before the next operand. */
    private record Lead(Waiting operator, int nots, int notFrom, int notTo, boolean sign) {

        private static final Lead NONE = new Lead(null, 0, 0, 0, false);

        private boolean negates() {
            return (nots + (sign ? 1 : 0)) % 2 == 1;
        }
    }

    /** An open parenthesis, or the query as a whole. */
    private static final class Group {
        final int from;
        final QueryField field;
        final boolean bound; // negated or in a field, or within a group that is: its words are not loose
        final int syntaxBefore; // the length of the syntax before it, to which it goes back if nothing comes
        final Lead leadBefore;
        boolean hasOperand;

        Group(int from, QueryField field, boolean bound, int syntaxBefore, Lead leadBefore) {
            this.from = from;
            this.field = field;
            this.bound = bound;
            this.syntaxBefore = syntaxBefore;
            this.leadBefore = leadBefore;
        }
    }

    private final QuerySettings settings;
    private final Notices notices;
    private final StringBuilder syntax = new StringBuilder();
    private final List<ArticleQuery> parts = new ArrayList<>();
    private final BitSet nested = new BitSet(); // parts in parentheses
    private final BitSet bound = new BitSet(); // parts that are negated, in a field, or beside an operator
    private final Deque<Group> groups = new ArrayDeque<>();
    private Lead lead = Lead.NONE;
    private int tooDeep; // parentheses open beyond the depth, which count as spaces
    private boolean tooDeepSaid;
    private boolean overfull;
    private boolean hasOperators;
    private boolean hasOuterOr;

    Clauses(QuerySettings settings, Notices notices) {
        this.settings = settings;
        this.notices = notices;
        groups.push(new Group(0, null, false, 0, Lead.NONE));
    }

    boolean isFull() {
        return parts.size() >= settings.clauses();
    }

    /** Whether an operand was cut or left out because the clauses were full. */
    boolean isOverfull() {
        return overfull;
    }

    /** The field that words here belong to, or null for any. */
    QueryField field() {
        return groups.peek().field;
    }

    /** Whether the next operand is to be excluded. */
    boolean negates() {
        return lead.negates();
    }

    /** Adds what is one operand, of one part or of several that all must match; none if nothing was left of it. */
    void operand(List<ArticleQuery> operand) {
        List<ArticleQuery> fitting = operand.subList(0, Math.min(operand.size(), settings.clauses() - parts.size()));
        overfull |= fitting.size() < operand.size();
        if (fitting.isEmpty()) {
            nothing();
            return;
        }
        boolean bind = lead.negates() || lead.operator() != null || groups.peek().bound;
        boolean wrap = lead.negates() && fitting.size() > 1;
        writeLead();
        syntax.append(wrap ? "( " : "");
        for (int i = 0; i < fitting.size(); i++) {
            bound.set(parts.size(), bind);
            nested.set(parts.size(), groups.size() > 1);
            syntax.append(i == 0 ? "" : " AND ").append(parts.size());
            parts.add(fitting.get(i));
        }
        syntax.append(wrap ? " )" : "");
        groups.peek().hasOperand = true;
    }

    /** A minus sign right before what follows. */
    void sign() {
        lead = new Lead(lead.operator(), lead.nots(), lead.notFrom(), lead.notTo(), !lead.sign());
    }

    /** What followed a sign turned out to be nothing. */
    void nothing() {
        lead = new Lead(lead.operator(), lead.nots(), lead.notFrom(), lead.notTo(), false);
    }

    void not(int from, int to) {
        lead = new Lead(lead.operator(), lead.nots() + 1, from, to, lead.sign());
    }

    void operator(Operator operator, int from, int to) {
        dropLead();
        if (groups.peek().hasOperand) {
            lead = new Lead(new Waiting(operator, from, to), 0, 0, 0, false);
            if (groups.size() == 1 && !parts.isEmpty()) {
                bound.set(parts.size() - 1);
            }
        } else {
            notices.add(from, to, "was left out: nothing stands to its left.");
        }
    }

    void open(int from, QueryField field) {
        if (groups.size() > settings.depth()) {
            tooDeep++;
            if (!tooDeepSaid) {
                tooDeepSaid = true;
                notices.add(from, from + 1, "was left out: parentheses nest at most " + settings.depth() + " deep.");
            }
            return;
        }
        boolean binds = lead.negates() || field != null || groups.peek().bound;
        QueryField inner = field == null ? groups.peek().field : field;
        Group group = new Group(from, inner, binds, syntax.length(), lead);
        writeLead();
        syntax.append("( ");
        groups.push(group);
    }

    void close(int from) {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (groups.size() == 1) {
            notices.add(from, from + 1, "was left out: it closes no parenthesis.");
        } else {
            dropLead();
            endGroup();
        }
    }

    private void endGroup() {
        Group group = groups.pop();
        if (group.hasOperand) {
            syntax.append(" )");
            groups.peek().hasOperand = true;
        } else {
            syntax.setLength(group.syntaxBefore);
            lead = group.leadBefore;
            nothing();
        }
    }

    /** The query, when all has been added. */
    ArticleQuery tree() {
        dropLead();
        if (groups.size() > 1) {
            int outermost = new ArrayList<>(groups).get(groups.size() - 2).from;
            notices.add(outermost, outermost + 1, "is not closed: it was read as if it were at the end.");
        }
        while (groups.size() > 1) {
            endGroup();
            dropLead();
        }
        if (parts.isEmpty()) {
            return new ArticleQuery.Everything();
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof ArticleQuery.Word word && !isLoose(i)) {
                parts.set(i, new ArticleQuery.Word(word.text(), false));
            }
        }
        return SyntaxTree.read(syntax.toString(), parts);
    }

    /** Without operators, parentheses are the punctuation of a sentence, and what is in them is as loose as the rest. */
    private boolean isLoose(int part) {
        return !bound.get(part) && !hasOuterOr && !(nested.get(part) && hasOperators);
    }

    private void writeLead() {
        Waiting operator = lead.operator();
        if (groups.peek().hasOperand) {
            syntax.append(operator == null || operator.operator() == Operator.AND ? " AND " : " OR ");
        }
        hasOperators |= operator != null || lead.nots() > 0;
        hasOuterOr |= operator != null && operator.operator() == Operator.OR && groups.size() == 1;
        syntax.append(lead.negates() ? "NOT " : "");
        lead = Lead.NONE;
    }

    /** Forgets what was to stand before an operand, because there is none. */
    private void dropLead() {
        if (lead.operator() != null) {
            notices.add(lead.operator().from(), lead.operator().to(), "was left out: nothing stands to its right.");
        }
        if (lead.nots() > 0) {
            notices.add(lead.notFrom(), lead.notTo(), "was left out: nothing follows that it could exclude.");
        }
        lead = Lead.NONE;
    }
}

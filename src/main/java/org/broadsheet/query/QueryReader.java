package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a text from its beginning to its end, part by part, and adds each part to the clauses. */
final class QueryReader {

    private static final ArticleQuery EVERYTHING = new ArticleQuery.Everything();

    private final QueryText text;
    private final QuerySettings settings;
    private final Notices notices;
    private final Clauses clauses;
    private final WordReader words;
    private final ValueText values;

    QueryReader(QueryText text, QuerySettings settings, Notices notices) {
        this.text = text;
        this.settings = settings;
        this.notices = notices;
        clauses = new Clauses(settings, notices);
        words = new WordReader(settings, notices);
        values = new ValueText(text);
    }

    ArticleQuery read() {
        int at = 0;
        int full = -1; // where the clauses were found to be full
        while (at < text.length() && full < 0) {
            boolean begins = text.at(at) == '"' || !text.isBreak(at) && !text.isPunctuation(at);
            if (clauses.isFull() && begins) {
                full = at;
            } else {
                int from = at;
                at = next(at);
                full = clauses.isOverfull() ? from : -1;
            }
        }
        if (full >= 0) {
            notices.addSentence(text.origin(full), text.origin(text.length()),
                    "Only the first " + settings.clauses() + " words were searched; the rest was left out.");
        }
        return clauses.tree();
    }

    /** Reads what stands there and returns where it ends. */
    private int next(int at) {
        char c = text.at(at);
        if (c == '(') {
            clauses.open(at, null);
            return at + 1;
        }
        if (c == ')') {
            clauses.close(at);
            return at + 1;
        }
        boolean inValues = clauses.field() != null && !clauses.field().hasWords(); // where -1 is a number
        if (!inValues && isSign(at)) {
            clauses.sign();
            return at + 1;
        }
        int operator = operator(at);
        return operator > at ? operator : operand(at, clauses.field());
    }

    /** A minus that excludes: not between spaces, not within a word, not one of several. */
    private boolean isSign(int at) {
        return text.at(at) == '-' && (text.isBreak(at - 1) || text.at(at - 1) == '(')
                && !text.isBreak(at + 1) && text.at(at + 1) != ')' && text.at(at + 1) != '-';
    }

    /** Reads an operator; returns where it ends, or the same place if there is none. */
    private int operator(int at) {
        if (!text.isEdge(at - 1)) {
            return at;
        }
        int end = at;
        while (end - at < 4 && (text.at(end) == '|' || !text.isEdge(end))) {
            end++;
        }
        switch (text.slice(at, Math.min(end, text.length()))) {
            case "AND", "&&" -> clauses.operator(Clauses.Operator.AND, at, end);
            case "OR", "||" -> clauses.operator(Clauses.Operator.OR, at, end);
            case "NOT" -> clauses.not(at, end);
            default -> end = at;
        }
        return end;
    }

    /** Reads a word, phrase or value that belongs to the field, or to any if that is null. */
    private int operand(int at, QueryField field) {
        if (field != null && !field.hasWords() && values.end(at) > at) {
            return value(at, at, field);
        }
        if (text.isBreak(at)) {
            clauses.nothing();
            return at + 1;
        }
        char c = text.at(at);
        if (c == '"' && !text.isInch(at)) {
            return phrase(at, field);
        }
        if (c == '[' || c == '{') {
            Optional<Bracket> bracket = Bracket.read(text, at);
            if (bracket.isPresent()) {
                return bracketOfWords(at, bracket.get(), field);
            }
        }
        if (c == '/' && text.isEdge(at - 1)) {
            int end = text.wordEnd(at);
            if (isRegularExpression(text.slice(at, end))) {
                notices.add(at, end, "is a regular expression: only the words in it were searched.");
                clauses.operand(in(field, words.words(text.slice(at, end)), at, end));
                return end;
            }
        }
        return text.isPunctuation(at) ? at + 1 : word(at, field);
    }

    private int word(int at, QueryField field) {
        int end = text.wordEnd(at);
        String typed = text.slice(at, end);
        if (field == null || field == clauses.field()) {
            int colon = typed.indexOf(':');
            if (colon > 0 && !typed.startsWith("://", colon)) {
                int after = fieldOf(typed.substring(0, colon), at, at + colon + 1, end);
                if (after > at) {
                    return after;
                }
            }
            int comparison = comparison(typed);
            QueryField compared = comparison > 0 ? QueryField.find(typed.substring(0, comparison)) : null;
            if (compared != null && !compared.hasWords()) {
                int valueAt = at + comparison + (typed.charAt(comparison) == '=' ? 1 : 0);
                int valueEnd = values.end(valueAt);
                Optional<ArticleQuery> value = compared.values().apply(values.read(valueAt, valueEnd));
                clauses.operand(value.map(List::of).orElseGet(() -> words.words(typed)));
                return value.isPresent() ? valueEnd : end;
            }
        }
        clauses.operand(in(field, words.read(typed, at, end), at, end));
        return end;
    }

    /** Reads a field with what follows its colon; returns the beginning if it is no field but a word with a colon. */
    private int fieldOf(String name, int at, int afterColon, int end) {
        QueryField field = QueryField.find(name);
        char next = text.at(afterColon);
        if (field == null) {
            return name.codePoints().allMatch(Character::isLetter) ? unknownField(name, at, afterColon, end) : at;
        }
        if (next == '(') {
            clauses.open(afterColon, field);
            return afterColon + 1;
        }
        if (!field.hasWords()) {
            return values.end(afterColon) == afterColon
                    ? fieldBeforeSpace(field, name, at, afterColon)
                    : value(at, afterColon, field);
        }
        int begin = afterColon;
        while (begin < text.length() && !text.isEdge(begin) && text.isPunctuation(begin)
                && text.at(begin) != '[' && text.at(begin) != '{' && text.at(begin) != '/') {
            begin++;
        }
        if (text.at(begin) == '"') {
            return phrase(begin, field);
        }
        return text.isEdge(begin) ? fieldBeforeSpace(field, name, at, afterColon) : fieldWord(begin, field);
    }

    /** A word right after the colon of a field, in which another colon is only punctuation. */
    private int fieldWord(int at, QueryField field) {
        char c = text.at(at);
        if (c == '[' || c == '{' || c == '/') {
            return operand(at, field);
        }
        int end = text.wordEnd(at);
        clauses.operand(in(field, words.read(text.slice(at, end), at, end), at, end));
        return end;
    }

    /**
     * A field's name with nothing right after its colon. In capitals it begins a sentence, as in
     * {@code Topic: what now?}, and is a word.
     */
    private int fieldBeforeSpace(QueryField field, String name, int at, int afterColon) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            return at;
        }
        int valueAt = text.skipSpaces(afterColon);
        if (!field.hasWords() && valueAt < text.length()) {
            int valueEnd = values.end(valueAt);
            Optional<ArticleQuery> value = field.values().apply(values.read(valueAt, valueEnd));
            if (value.isPresent()) {
                notices.add(at, valueEnd, "was read without the space after the colon.");
                clauses.operand(List.of(value.get()));
                return valueEnd;
            }
        }
        notices.add(at, afterColon, "was left out: " + (field.hasWords()
                ? "the word to look for follows right after the colon, as in " + name + ":word."
                : field.whyNot("")));
        clauses.nothing();
        return afterColon;
    }

    private int unknownField(String name, int at, int afterColon, int end) {
        char next = text.at(afterColon);
        boolean phraseOrGroup = afterColon == end && (next == '"' || next == '(');
        if (!phraseOrGroup && (afterColon == end || next == ':' || next == '/')) {
            return at;
        }
        notices.add(at, end, "was searched as words: " + name + " is not a field. Fields are " + QueryField.names()
                + ".");
        List<ArticleQuery> parts = new ArrayList<>(words.read(name, at, end));
        if (phraseOrGroup) {
            // To exclude the name too would be to exclude something else than what was meant.
            if (!clauses.negates()) {
                clauses.operand(in(clauses.field(), parts, at, end));
            }
            return afterColon;
        }
        for (String part : text.slice(afterColon, end).split(":")) {
            parts.addAll(words.read(Words.trimStart(part), at, end));
        }
        clauses.operand(in(clauses.field(), parts, at, end));
        return end;
    }

    /** Reads the value of a field such as quality, as a whole. */
    private int value(int at, int valueAt, QueryField field) {
        int end = values.end(valueAt);
        String typed = values.read(valueAt, end);
        Optional<ArticleQuery> value = field.values().apply(typed);
        if (value.isEmpty()) {
            notices.add(at, end, "was left out: " + field.whyNot(typed));
        }
        clauses.operand(value.stream().toList());
        return end;
    }

    private int bracketOfWords(int at, Bracket bracket, QueryField field) {
        notices.add(at, bracket.end(), "was searched as words: only quality, heat and date have ranges.");
        List<ArticleQuery> parts = new ArrayList<>(words.words(bracket.low()));
        parts.addAll(words.words(bracket.high()));
        clauses.operand(in(field, parts, at, bracket.end()));
        return bracket.end();
    }

    private int phrase(int at, QueryField field) {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
            notices.add(at, at + 1, "was left out: there is no second quotation mark to end a phrase.");
            int next = at + 1;
            return next < text.length() && field != null && field != clauses.field() && !text.isEdge(next)
                    && !text.isPunctuation(next) ? fieldWord(next, field) : next;
        }
        PhraseReader.Phrase phrase = PhraseReader.read(text, at, close, settings, notices);
        clauses.operand(in(field, phrase.parts(), at, phrase.end()));
        return phrase.end();
    }

    private static int comparison(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if ("<>=".indexOf(typed.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isRegularExpression(String typed) {
        return typed.length() > 2 && typed.endsWith("/")
                && typed.chars().skip(1).anyMatch(c -> ".*+?[]{}^$()".indexOf(c) >= 0);
    }

    /** The parts, each within the field unless that is null. */
    private List<ArticleQuery> in(QueryField field, List<ArticleQuery> parts, int from, int to) {
        if (field == null) {
            return parts;
        }
        if (parts.contains(EVERYTHING)) {
            notices.add(from, to, "was left out: within " + field.name() + ": only words can be looked for.");
            return List.of();
        }
        return parts.stream()
                .<ArticleQuery>map(part -> new ArticleQuery.InField(field.field(),
                        part instanceof ArticleQuery.Word word ? new ArticleQuery.Word(word.text(), false) : part))
                .toList();
    }
}

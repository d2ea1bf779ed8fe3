package org.broadsheet.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.InvalidRequestException.Problem;

/**
 * Reads parameters one by one and collects whatever is wrong with them, so that a caller learns of all mistakes at once.
 * What cannot be read counts as absent. So does a blank value: a form sends one for each field that was left empty.
 */
final class ParameterReader {

    /** Longest part of a wrong value that is repeated to its sender. */
    private static final int SHOWN = 60;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final Map<String, List<String>> parameters;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    ParameterReader(Map<String, List<String>> parameters) {
        this.parameters = new LinkedHashMap<>(parameters);
    }

    /** Whether the parameter is there at all, be it blank. */
    boolean has(String name) {
        known.add(name);
        return parameters.containsKey(name);
    }

    /** All values of a parameter that may repeat; empty if there are none. */
    List<String> all(String name) {
        known.add(name);
        List<String> values = parameters.get(name);
        return values == null ? List.of() : values.stream().filter(value -> !value.isBlank()).toList();
    }

    /** The value of a parameter that may not repeat, or the fallback. */
    String text(String name, String fallback) {
        List<String> values = all(name);
        if (values.size() > 1) {
            problem(name, "is given " + values.size() + " times, but may be given once");
        }
        return values.isEmpty() ? fallback : values.getFirst();
    }

    /**
     * The value of a parameter, read.
     *
     * @param reading throws {@link IllegalArgumentException} with the rule that the value breaks, such as {@code is not
     *        a number}
     */
    <T> T read(String name, Function<String, T> reading, T fallback) {
        String text = text(name, null);
        if (text == null) {
            return fallback;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException e) {
            problem(name, shown(text) + " " + e.getMessage());
            return fallback;
        }
    }

    /** A whole number within bounds, or the fallback. */
    int number(String name, int min, int max, int fallback) {
        return read(name, text -> {
            if (NUMBER.matcher(text).matches()) {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            }
            throw new IllegalArgumentException(
                    "is not a number from " + min + (max == Integer.MAX_VALUE ? "" : " to " + max));
        }, fallback);
    }

    /** {@code true} or {@code false}, or the fallback. */
    Boolean flag(String name, Boolean fallback) {
        return read(name, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        }, fallback);
    }

    void problem(String name, String detail) {
        problems.add(new Problem(name, detail));
    }

    /** Everything that was wrong so far, and every parameter that was never read. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        parameters.keySet()
                .stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> all.add(new Problem(shown(name), "there is no such parameter here")));
        return all;
    }

    /**
     * @throws InvalidRequestException with all {@link #problems}, if there are any
     */
    void refuseProblems() {
        List<Problem> all = problems();
        if (!all.isEmpty()) {
            throw new InvalidRequestException(all);
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

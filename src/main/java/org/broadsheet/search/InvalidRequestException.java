package org.broadsheet.search;

import java.util.List;

/** What was asked for cannot be answered, and which parameters are why. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One parameter that is wrong.
     *
     * @param parameter its name, such as {@code size}
     * @param detail the value, and the rule that it breaks
     */
    public record Problem(String parameter, String detail) {}

    private final transient List<Problem> problems; // never serialised

    public InvalidRequestException(List<Problem> problems) {
        super(String.join("; ", problems.stream()
                .map(problem -> problem.parameter() + ": " + problem.detail())
                .toList()));
        this.problems = List.copyOf(problems);
    }

    public InvalidRequestException(String parameter, String detail) {
        this(List.of(new Problem(parameter, detail)));
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}

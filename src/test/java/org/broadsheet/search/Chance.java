package org.broadsheet.search;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Choices that come out the same for the same seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    long between(long first, long last) {
        return random.nextLong(first, last + 1);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    /** Null for one in so many. */
    <T> T unlessOneIn(int count, Supplier<T> value) {
        return oneIn(count) ? null : value.get();
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The first of them often and the last ones hardly ever, as with words and names in real texts. */
    <T> T skewed(List<T> values) {
        double even = random.nextDouble();
        return values.get((int) (even * even * even * values.size()));
    }
}

package org.broadsheet.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every value is worked out by hand from the definitions; log2(2) = 1, log2(3) = 1.58496, log2(4) = 2. */
class MeasureTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void measures_haveTheirValues(String name, List<Integer> found, List<Integer> judged, List<Double> expected) {
        JudgedRanking ranking = JudgedRanking.of(found, judged);

        List<Double> values = Arrays.stream(Measure.values()).map(measure -> measure.of(ranking)).toList();

        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).as(Measure.values()[i].label()).isCloseTo(expected.get(i), within(1e-6));
        }
    }

    static Stream<Arguments> measures_haveTheirValues() {
        return Stream.of(
                // name, grades found, grades judged, [nDCG@10, MRR@10, Recall@100, MAP, success@1, success@10]
                arguments("best possible", grades(1), grades(1), values(1, 1, 1, 1, 1, 1)),
                arguments("nothing found", grades(), grades(1), values(0, 0, 0, 0, 0, 0)),
                arguments("only what is not relevant", grades(0, 0), grades(1, 0), values(0, 0, 0, 0, 0, 0)),
                // nDCG: (1 / log2(3)) / 1
                arguments("second place", grades(0, 1), grades(1), values(0.630930, 0.5, 1, 0.5, 0, 1)),
                // DCG: 1 + 2 / log2(4) = 2; ideal: 2 + 1 / log2(3) = 2.630930; MAP: (1/1 + 2/3) / 2
                arguments("the better one third", grades(1, 0, 2), grades(2, 1, 0),
                        values(0.760188, 1, 1, 0.833333, 1, 1)),
                // DCG: 1 / log2(3) + 1 / log2(5) = 1.061606; ideal: 1 + 0.630930 + 0.5 + 0.430677 = 2.561606
                arguments("half of four", grades(0, 1, 0, 1), grades(1, 1, 1, 1),
                        values(0.414430, 0.5, 0.5, 0.25, 0, 1)),
                arguments("tenth place", at(10), grades(1), values(0.289065, 0.1, 1, 0.1, 0, 1)),
                arguments("eleventh place", at(11), grades(1), values(0, 0, 1, 1.0 / 11, 0, 0)),
                arguments("hundredth place", at(100), grades(1), values(0, 0, 1, 0.01, 0, 0)),
                arguments("place 101", at(101), grades(1), values(0, 0, 0, 1.0 / 101, 0, 0)),
                arguments("place 1,000", at(1000), grades(1), values(0, 0, 0, 0.001, 0, 0)),
                arguments("place 1,001", at(1001), grades(1), values(0, 0, 0, 0, 0, 0)),
                // The ideal order has ten places only: what does not fit is not missed.
                arguments("ten of twelve", Collections.nCopies(10, 1), Collections.nCopies(12, 1),
                        values(1, 1, 10.0 / 12, 10.0 / 12, 1, 1)),
                arguments("a negative grade counts as 0", grades(-2, 1), grades(-2, 1),
                        values(0.630930, 0.5, 1, 0.5, 0, 1)));
    }

    private static List<Integer> grades(Integer... grades) {
        return List.of(grades);
    }

    /** One relevant document, at this rank. */
    private static List<Integer> at(int rank) {
        List<Integer> grades = new ArrayList<>(Collections.nCopies(rank - 1, 0));
        grades.add(1);
        return grades;
    }

    private static List<Double> values(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}

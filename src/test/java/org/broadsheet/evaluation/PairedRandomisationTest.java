package org.broadsheet.evaluation;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PairedRandomisationTest {

    @Test
    void p_nothingDiffers() {
        assertThat(PairedRandomisation.p(List.of(0.0, 0.0))).isEqualTo(1);
        assertThat(PairedRandomisation.p(List.of())).isEqualTo(1);
    }

    @Test
    void p_gainsAndLossesCancelOut() {
        assertThat(PairedRandomisation.p(List.of(0.3, -0.3, 0.1, -0.1))).isEqualTo(1);
    }

    @Test
    void p_allGain() {
        // Of the 32 ways to draw five signs, two are as extreme: all gain, all lose.
        assertThat(PairedRandomisation.p(Collections.nCopies(5, 0.1))).isCloseTo(2 / 32.0, within(0.01));
    }

    @Test
    void p_unequalDifferences() {
        // Of the eight sums of ±0.3 ±0.2 ±0.1, four are at least as far from 0 as 0.4: ±0.6 and ±0.4.
        assertThat(PairedRandomisation.p(List.of(0.3, 0.2, -0.1))).isCloseTo(0.5, within(0.02));
    }

    @Test
    void p_unchangedQueriesDoNotMatter() {
        assertThat(PairedRandomisation.p(List.of(0.0, 0.3, 0.0, 0.2, -0.1, 0.0)))
                .isEqualTo(PairedRandomisation.p(List.of(0.3, 0.2, -0.1)));
    }

    @Test
    void p_clearGain() {
        assertThat(PairedRandomisation.p(Collections.nCopies(100, 0.1)))
                .isEqualTo(1.0 / (PairedRandomisation.ROUNDS + 1));
    }
}

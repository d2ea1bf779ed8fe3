package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpareProcessorsTest {

    private final SpareProcessors processors = new SpareProcessors(2, 100);
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        processors.close();
    }

    @Test
    void run_loneSearch_isHelped() throws IOException {
        CountDownLatch both = new CountDownLatch(2); // neither task ends before the other has begun
        try (SpareProcessors.Use use = processors.use(100)) {
            use.run(List.of(() -> meet(both), () -> meet(both)));
        }
        assertThat(workers).hasSize(2).contains(Thread.currentThread());
    }

    @Test
    void use_asManySearchesAsProcessors_eachKeepsToItsOwn() throws IOException {
        try (SpareProcessors.Use first = processors.use(99); SpareProcessors.Use second = processors.use(100)) {
            assertThat(first.count()).isOne();
            assertThat(second.count()).isOne();
            second.run(List.of(this::work, this::work, this::work));
        }
        assertThat(workers).containsExactly(Thread.currentThread());
    }

    @Test
    void use_moreSearchesThanProcessors_eachHasOne() {
        try (SpareProcessors.Use first = processors.use(100);
                SpareProcessors.Use second = processors.use(100);
                SpareProcessors.Use third = processors.use(100)) {
            assertThat(first.count()).isEqualTo(2);
            assertThat(second.count()).isOne();
            assertThat(third.count()).isOne();
        }
        try (SpareProcessors.Use next = processors.use(100)) {
            assertThat(next.count()).isEqualTo(2);
        }
    }

    @Test
    void run_failingTask_fails() {
        try (SpareProcessors.Use use = processors.use(100)) {
            assertThatThrownBy(() -> use.run(List.of(this::work, () -> {
                throw new IOException("the disk is gone");
            }))).isInstanceOf(IOException.class).hasMessage("the disk is gone");
        }
    }

    @Test
    void isWorthSharing_fewArticles_isNot() {
        try (SpareProcessors.Use use = processors.use(100)) {
            assertThat(use.isWorthSharing(99)).isFalse();
            assertThat(use.isWorthSharing(100)).isTrue();
        }
    }

    private void work() {
        workers.add(Thread.currentThread());
    }

    private void meet(CountDownLatch both) {
        work();
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

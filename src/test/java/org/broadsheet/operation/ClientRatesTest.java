package org.broadsheet.operation;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientRatesTest {

    private final AtomicLong clock = new AtomicLong(-5); // the system's may begin anywhere
    private final ClientRates rates = new ClientRates(clock::get);

    @Test
    void client_mayAskAMinutesWorthAtOnce_thenAtTheRate() {
        for (int i = 0; i < 30; i++) {
            assertThat(ask("192.0.2.1")).isZero();
        }
        assertThat(ask("192.0.2.1")).as("two seconds for each").isEqualTo(2);
        assertThat(ask("192.0.2.2")).as("another client").isZero();
        pass(2);
        assertThat(ask("192.0.2.1")).isZero();
        assertThat(ask("192.0.2.1")).isEqualTo(2);
        pass(3_600);
        for (int i = 0; i < 30; i++) {
            assertThat(ask("192.0.2.1")).isZero();
        }
        assertThat(ask("192.0.2.1")).as("an hour is no more than a minute").isPositive();
    }

    @Test
    void clientsOfOneIpv6Network_areOne() {
        for (int i = 0; i < 30; i++) {
            ask("2001:db8::" + Integer.toHexString(i));
        }
        assertThat(ask("2001:db8::ffff:1")).isPositive();
        assertThat(ask("2001:db8:0:1::1")).isZero();
    }

    private long ask(String client) {
        return rates.secondsToWait(InetAddress.ofLiteral(client), 30);
    }

    private void pass(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}

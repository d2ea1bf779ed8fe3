package org.broadsheet.operation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each client asks. A client may ask in a burst what it may ask in a minute; then it is as often as the rate
 * says. Clients of IPv6 are told apart by the first half of their address, since each has all of the other half.
 *
 * <p>Only the clients that asked last are remembered: who is forgotten begins anew, with a whole minute's worth.
 */
public final class ClientRates {

    /** About a hundred bytes each: more clients within a minute are an attack that a rate for each cannot stop. */
    private static final int REMEMBERED = 50_000;
    private static final double NANOS_A_MINUTE = 60e9;
    private static final int IPV6_NETWORK_BYTES = 8;

    private static final class Allowance {
        private double requests;
        private long at;
    }

    private final LongSupplier nanoTime;
    private final Map<String, Allowance> clients = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > REMEMBERED;
        }
    };

    public ClientRates() {
        this(System::nanoTime);
    }

    ClientRates(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a request.
     *
     * @param perMinute how many a client may make
     * @return after how many seconds it may ask again; 0 if this request is within the rate
     */
    public long secondsToWait(InetAddress client, int perMinute) {
        synchronized (clients) {
            long now = nanoTime.getAsLong();
            Allowance allowance = clients.computeIfAbsent(network(client), unknown -> {
                Allowance whole = new Allowance();
                whole.requests = perMinute;
                whole.at = now;
                return whole;
            });
            double earned = (now - allowance.at) / NANOS_A_MINUTE * perMinute;
            allowance.requests = Math.min(perMinute, allowance.requests + earned);
            allowance.at = now;
            if (allowance.requests >= 1) {
                allowance.requests--;
                return 0;
            }
            return (long) Math.ceil((1 - allowance.requests) * 60 / perMinute);
        }
    }

    private static String network(InetAddress client) {
        byte[] address = client.getAddress();
        return HexFormat.of()
                .formatHex(client instanceof Inet6Address ? Arrays.copyOf(address, IPV6_NETWORK_BYTES) : address);
    }
}

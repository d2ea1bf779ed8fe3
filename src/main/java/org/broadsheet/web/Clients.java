package org.broadsheet.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Where requests come from. What a header says of that is taken only from the proxies named: anybody can send one.
 */
final class Clients {

    private final List<Network> proxies;

    Clients(List<Network> proxies) {
        this.proxies = proxies;
    }

    /**
     * The client: whoever connected, or, if that is a proxy, the last in the header that is none. What stands before it
     * was sent by the client itself.
     */
    InetAddress address(Request request) {
        InetAddress nearest = nearest(request);
        if (!isProxy(nearest)) {
            return nearest;
        }
        List<String> hops = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        for (int i = hops.size() - 1; i >= 0 && isProxy(nearest); i--) {
            try {
                nearest = InetAddress.ofLiteral(hops.get(i));
            } catch (IllegalArgumentException e) {
                return nearest; // not one of a proxy's making
            }
        }
        return nearest;
    }

    /** {@code http} or {@code https}, as the client asked. */
    String scheme(Request request) {
        String told = request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO);
        boolean known = "http".equals(told) || "https".equals(told);
        return known && isProxy(nearest(request))
                ? told
                : request.getHttpURI().getScheme();
    }

    /** As it is, not as text: that of a link's own network names an interface, and is not read back. */
    private static InetAddress nearest(Request request) {
        return ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress()).getAddress();
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }
}

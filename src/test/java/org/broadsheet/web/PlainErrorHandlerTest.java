package org.broadsheet.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server itself says, before any route is looked for. */
class PlainErrorHandlerTest {

    @Test
    void serverThatIsAboutToEnd_saysWhenToComeBack_andCountsNoBrokenRequest() throws Exception {
        List<Integer> broken = new ArrayList<>();
        String unavailable = answer(503, broken);
        assertThat(unavailable).startsWith("HTTP/1.1 503").contains("Retry-After: 7\r\n", "503 Service Unavailable");
        assertThat(broken).isEmpty();
        assertThat(answer(431, broken)).startsWith("HTTP/1.1 431").doesNotContain("Retry-After");
        assertThat(broken).containsExactly(431);
    }

    private static String answer(int status, List<Integer> broken) throws Exception {
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setErrorHandler(new PlainErrorHandler(broken::add, Duration.ofSeconds(7)));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response.writeError(request, response, callback, status);
                return true;
            }
        });
        server.start();
        try {
            return connector.getResponse("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        } finally {
            server.stop();
        }
    }
}

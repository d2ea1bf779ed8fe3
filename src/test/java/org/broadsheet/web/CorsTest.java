package org.broadsheet.web;

import java.net.http.HttpResponse;
import java.util.Set;

import org.broadsheet.operation.OperationSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CorsTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private static Served allowing(String... origins) {
        return Served.of(Served.SETTINGS.withOrigins(Set.of(origins)), OperationSettings.DEFAULT);
    }

    @Test
    void origin_thatIsNamed_mayReadTheApi_andNoOther() {
        try (Served served = allowing("https://a.example", "https://b.example")) {
            HttpResponse<String> answer = served.send("GET", "/api/search", "Origin", "https://b.example");
            assertThat(answer.headers().firstValue(ALLOWED)).hasValue("https://b.example");
            assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Origin");
            for (String other : new String[]{"https://c.example", "null", "https://b.example.c.example"}) {
                HttpResponse<String> refused = served.send("GET", "/api/search", "Origin", other);
                assertThat(refused.headers().firstValue(ALLOWED)).as(other).isEmpty();
                assertThat(refused.headers().firstValue("Vary").orElse("")).contains("Origin");
            }
            assertThat(served.send("GET", "/", "Origin", "https://b.example").headers().firstValue(ALLOWED))
                    .as("pages are for readers")
                    .isEmpty();
            assertThat(served.send("GET", "/api/search?size=-1", "Origin", "https://b.example")
                    .headers()
                    .firstValue(ALLOWED)).as("errors are read too").isPresent();
        }
    }

    @Test
    void everybody_mayBeAllowed() {
        try (Served served = allowing("*")) {
            assertThat(served.send("GET", "/feed.json", "Origin", "https://x.example").headers().firstValue(ALLOWED))
                    .hasValue("*");
        }
    }

    @Test
    void preflight_isAnswered_onlyToWhoIsAllowed() {
        try (Served served = allowing("https://a.example")) {
            HttpResponse<String> allowed = preflight(served, "https://a.example");
            assertThat(allowed.statusCode()).isEqualTo(204);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers")).hasValue("If-None-Match");
            assertThat(preflight(served, "https://c.example").statusCode()).isEqualTo(405);
        }
        try (Served served = Served.of(Served.archive())) {
            assertThat(preflight(served, "https://a.example").statusCode()).isEqualTo(405);
        }
    }

    private static HttpResponse<String> preflight(Served served, String origin) {
        return served.send("OPTIONS", "/api/search", "Origin", origin, "Access-Control-Request-Method", "GET",
                "Access-Control-Request-Headers", "if-none-match");
    }
}

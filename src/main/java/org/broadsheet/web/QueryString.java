package org.broadsheet.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The part of a URL after the question mark. */
final class QueryString {

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private QueryString() {}

    /**
     * The parameters in order, each with its values in order; a parameter without {@code =} has an empty value. A
     * percent sign that begins no escape stands for itself: people type those.
     *
     * @param raw as it came, or null
     */
    static Map<String, List<String>> parse(String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : pairs(raw)) {
            parameters.computeIfAbsent(name(pair), name -> new ArrayList<>()).add(value(pair));
        }
        return parameters;
    }

    /** The {@code name=value} parts as they came, still encoded. */
    static List<String> pairs(String raw) {
        return raw == null ? List.of() : List.of(raw.split("&")).stream().filter(pair -> !pair.isEmpty()).toList();
    }

    /** The decoded name of a pair. */
    static String name(String pair) {
        int equals = pair.indexOf('=');
        return decode(equals < 0 ? pair : pair.substring(0, equals));
    }

    /** The decoded value of a pair. */
    static String value(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? "" : decode(pair.substring(equals + 1));
    }

    /** As it is written in a URL. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        String wellFormed = text.indexOf('%') < 0 ? text : STRAY_PERCENT.matcher(text).replaceAll("%25");
        return URLDecoder.decode(wellFormed, StandardCharsets.UTF_8);
    }
}

package org.broadsheet.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** All that an index is built from, as one word. */
public final class Declaration {

    private Declaration() {}

    /** Changes whenever a field is declared or analysed in another way, since an index then holds other terms. */
    public static String fingerprint(Analysis analysis) {
        StringBuilder declared = new StringBuilder(analysis.terms());
        Arrays.stream(ArticleField.values())
                .forEach(field -> declared.append(' ')
                        .append(field.queryName())
                        .append(' ')
                        .append(field.text())
                        .append(' ')
                        .append(field.value())
                        .append(' ')
                        .append(field.weight()));
        CRC32 checksum = new CRC32();
        checksum.update(declared.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}

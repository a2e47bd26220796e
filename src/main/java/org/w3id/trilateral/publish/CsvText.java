package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows as CSV (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>), UTF-8. For one thread. */
final class CsvText {
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    private final StringBuilder text = new StringBuilder();

    CsvText add(List<String> row) {
        text.append(row.stream().map(CsvText::cell).collect(Collectors.joining(","))).append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(UTF_8);
    }

    private static String cell(String value) {
        return QUOTED.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}

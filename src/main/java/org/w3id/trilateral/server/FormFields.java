package org.w3id.trilateral.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a query string or a form, decoded strictly: a broken percent sign or bytes that are not UTF-8 are an
 * error, where the servlet API would guess.
 */
final class FormFields {
    private static final int MOST_FIELDS = 100;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private FormFields() {
    }

    /** Reads {@code a=b&c=d}; empty for an empty text. */
    static FormFields of(String text) {
        FormFields read = new FormFields();
        String[] pairs = text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw Refusal.badRequest("the request has more than " + MOST_FIELDS + " fields");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                read.fields.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            }
        }
        return read;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** All values of a field, in their order; none where it is missing. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Bytes as UTF-8 text. */
    static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("the request is not UTF-8");
        }
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(hexadecimal(raw, i + 1) * 16 + hexadecimal(raw, i + 2));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int hexadecimal(byte[] raw, int index) {
        int digit = index < raw.length ? Character.digit(raw[index], 16) : -1;
        if (digit < 0) {
            throw Refusal.badRequest("a percent sign is not followed by two hexadecimal digits");
        }
        return digit;
    }
}

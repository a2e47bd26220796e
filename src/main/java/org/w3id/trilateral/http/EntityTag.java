package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Strong entity tags (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, 8.8.3</a>), made of all
 * that an answer depends on.
 */
public final class EntityTag {
    private EntityTag() {
    }

    /** The tag, in its quotes. */
    public static String of(List<String> parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\n", parts).getBytes(UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the caller has what the tag stands for. */
    public static boolean isKnown(String tag, HttpServletRequest request) {
        return isKnown(tag, String.join(",", Collections.list(request.getHeaders("If-None-Match"))));
    }

    /**
     * Whether a list of tags has this one, or is {@code *}, which stands for whatever there is
     * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, 13.1.2</a>).
     *
     * @param field value of {@code If-None-Match}; empty where there is none
     */
    public static boolean isKnown(String tag, String field) {
        for (String given : field.split(",")) {
            String strong = given.strip();
            strong = strong.startsWith("W/") ? strong.substring(2) : strong;
            if (strong.equals("*") || strong.equals(tag)) {
                return true;
            }
        }
        return false;
    }
}

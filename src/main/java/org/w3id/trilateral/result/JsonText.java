package org.w3id.trilateral.result;

/** Text in JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, 7</a>). */
final class JsonText {
    private JsonText() {
    }

    /** The text in quotes, with nothing but what must be escaped escaped. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' || c == '\u007f' ? String.format("\\u%04x", (int) c)
                        : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }
}

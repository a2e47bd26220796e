package org.w3id.trilateral.server;

import org.eclipse.jetty.http.HttpFields;

/** The header fields that every answer carries, errors too. */
final class SafeHeaders {
    /** For answers that a browser must not run: no content of any origin, no script, no form. */
    static final String DATA_POLICY = "default-src 'none'; sandbox";
    /** For pages: everything from here, nothing inline, framed by nobody else. */
    static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'self'";
    static final String POLICY = "Content-Security-Policy";

    private SafeHeaders() {
    }

    /** Puts them, with the policy for data; a page replaces it. */
    static void put(HttpFields.Mutable fields) {
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put(POLICY, DATA_POLICY);
        fields.put("Referrer-Policy", "strict-origin-when-cross-origin");
        fields.put("Access-Control-Allow-Origin", "*");
        fields.put("Access-Control-Expose-Headers",
                "Link, ETag, Content-Disposition, Content-Location, Allow, Retry-After");
    }
}

package org.w3id.trilateral.http;

import java.util.Map;

import jakarta.servlet.http.HttpServlet;

/** Which servlet answers which path. */
public final class Routes {
    private Routes() {
    }

    /** Path specification to servlet, for all but {@code /sparql}. */
    public static Map<String, HttpServlet> of(Site site) {
        return Map.of();
    }
}

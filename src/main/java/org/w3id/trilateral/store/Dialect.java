package org.w3id.trilateral.store;

import org.apache.jena.query.Query;

/** How a query is worded for a SPARQL service: the standard's way, and what single engines need to answer by the standard. */
enum Dialect {
    /** SPARQL 1.1 as it is. */
    STANDARD {
        @Override
        String text(Query query) {
            return query.toString();
        }
    };

    /** The text that is sent. */
    abstract String text(Query query);

    /** The dialect of a program, by what it calls itself in the header field {@code Server}. */
    static Dialect of(String software) {
        return STANDARD;
    }
}

package org.w3id.trilateral.page;

import java.util.Objects;

import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.PackagedQuery;

/**
 * What a packaged query says of a thing, for a section of its page.
 *
 * @param query  the query; its header says where the section stands
 * @param value  the thing, as the query's parameter takes it
 * @param answer the whole answer
 */
public record Answered(PackagedQuery query, String value, Answer answer) {
    public Answered {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(answer, "answer");
    }
}

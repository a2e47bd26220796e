package org.w3id.trilateral.http;

import java.util.List;
import java.util.function.Function;

import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/**
 * A description in RDF, in the form that is accepted; Turtle for browsers, which accept none.
 *
 * @param name        what a file of it is called, without ending
 * @param description gives it for the address where the service is found
 */
record DescriptionEndpoint(String name, Function<String, Answer.Triples> description) implements Endpoint {
    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        ResultFormat format = call.accept().best(Formats.offers(Form.GRAPH)).flatMap(Function.identity())
                .or(() -> call.accept().best(List.of(Accept.Offer.of(ResultFormat.TURTLE, Reply.HTML))))
                .orElseGet(() -> call.accept().bestOrRefuse(Formats.offers(Form.GRAPH)).orElseThrow());
        return Reply.ok(format.contentType(), format.render(description.apply(call.origin())))
                .with("Content-Disposition", "inline; filename=\"" + name + "." + format.extension() + "\"");
    }

    /** The same in Turtle, whatever is accepted. */
    Endpoint inTurtle() {
        return call -> {
            call.allowOnly(List.of());
            return Reply.ok(ResultFormat.TURTLE.contentType(),
                    ResultFormat.TURTLE.render(description.apply(call.origin())))
                    .with("Content-Location", call.origin() + "/" + name + ".ttl");
        };
    }
}

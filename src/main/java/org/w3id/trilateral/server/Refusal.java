package org.w3id.trilateral.server;

import java.util.List;

import org.w3id.trilateral.http.Problem;

/** A request that is refused as HTTP, before it means anything to the graph. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static Refusal badRequest(String detail) {
        return new Refusal(Problem.of(400, "Bad request", detail, List.of()));
    }

    static Refusal unsupported(String detail, List<String> allowed) {
        return new Refusal(Problem.of(415, "Unsupported media type", detail, allowed));
    }

    static Refusal tooLarge(int most) {
        return new Refusal(Problem.of(413, "Too large", "the request has more than " + most + " bytes", List.of()));
    }

    static Refusal method(String method, List<String> allowed) {
        return new Refusal(Problem.method(method, allowed));
    }

    Problem problem() {
        return problem;
    }
}

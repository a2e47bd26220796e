package org.w3id.trilateral.server;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.jena.graph.NodeFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Accept;
import org.w3id.trilateral.http.Problem;
import org.w3id.trilateral.query.Answer.Form;

/**
 * What {@code /graph-store} is asked before Fuseki answers it: reading only, exactly one graph
 * (<a href="https://www.w3.org/TR/sparql11-http-rdf-update/#indirect-graph-identification">Graph Store HTTP Protocol,
 * 4.2</a>), in a form that there is.
 */
final class GraphStoreFilter implements Filter {
    static final String PATH = "/graph-store";

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");

    private final KnowledgeGraph graph;

    /** Before the graphs of that one. */
    GraphStoreFilter(KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        try {
            check((HttpServletRequest) request);
            answer.setHeader("Vary", "Accept");
            chain.doFilter(request, response);
        } catch (TrilateralException e) {
            Problem.of(e).send(answer);
        } catch (Refusal e) {
            e.problem().send(answer);
        }
    }

    private void check(HttpServletRequest request) {
        if (!request.getRequestURI().equals(PATH)) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE,
                    "there is nothing at this address; graphs are read at " + PATH);
        }
        if (!METHODS.contains(request.getMethod())) {
            throw Refusal.method(request.getMethod(), METHODS);
        }
        if (request.getMethod().equals("OPTIONS")) {
            return;
        }
        FormFields fields = FormFields.of(Objects.requireNonNullElse(request.getQueryString(), ""));
        if (fields.all("graph").size() + fields.all("default").size() != 1) {
            throw Refusal.badRequest("the address names one graph: ?default or ?graph=IRI");
        }
        fields.all("graph").stream().filter(name -> !isThere(name)).findFirst().ifPresent(name -> {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no graph <" + name + "> here");
        });
        Representation.choose(Form.GRAPH, List.of(),
                Accept.of(String.join(",", Collections.list(request.getHeaders("Accept")))));
    }

    private boolean isThere(String name) {
        return graph.graphNames().contains(NodeFactory.createURI(name));
    }
}

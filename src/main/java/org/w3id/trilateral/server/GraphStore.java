package org.w3id.trilateral.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.Accept;
import org.w3id.trilateral.http.EntityTag;
import org.w3id.trilateral.http.Problem;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.Lanes;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.result.ResultFormat;

/**
 * Fuseki's operation of reading a graph, with the limits, lanes and outbox that queries have: a graph is whole before
 * its first byte leaves. The request has passed the {@link GraphStoreFilter}.
 */
final class GraphStore extends GSP_R {
    /** Of triples, more than of rows: they are found without a search. */
    private static final int TIMES_ROWS = 10;

    private final Site site;
    private final QueryDesk desk;
    private final Outbox outbox;

    GraphStore(Site site, Lanes lanes, Outbox outbox) {
        Limits limits = site.limits();
        this.site = site;
        this.desk = new QueryDesk(site.graph(), new Limits(limits.time(), limits.rows() * TIMES_ROWS, limits.quick(),
                limits.held(), limits.bytes()), lanes);
        this.outbox = outbox;
    }

    @Override
    protected void doGet(HttpAction action) {
        try {
            answer(action.getRequest(), action.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void doHead(HttpAction action) {
        doGet(action);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = FormFields.of(Objects.requireNonNullElse(request.getQueryString(), "")).all("graph").stream()
                .findFirst().orElse("");
        ResultFormat format = Representation.choose(Form.GRAPH, List.of(),
                Accept.of(String.join(",", Collections.list(request.getHeaders("Accept")))));
        String tag = EntityTag.of(List.of(site.graph().fingerprint(), GraphStoreFilter.PATH, format.extension(), name));
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (EntityTag.isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try {
            Node graph = name.isEmpty() ? Quad.defaultGraphIRI : NodeFactory.createURI(name);
            outbox.send(format, desk.graph(graph, format::render), request, response);
        } catch (TrilateralException e) {
            Problem.of(e).send(response);
        } catch (OutOfMemoryError e) {
            Problem.of(new TrilateralException(Fault.OVERLOADED, "memory is short; take a dump, or try later"))
                    .send(response);
        }
    }
}

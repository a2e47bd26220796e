package org.w3id.trilateral.server;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.EntityTag;
import org.w3id.trilateral.http.MethodServlet;
import org.w3id.trilateral.http.Problem;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.publish.ServiceDescription;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.Lanes;
import org.w3id.trilateral.query.PreparedQueries;
import org.w3id.trilateral.query.PreparedQuery;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.result.ResultFormat;

/**
 * {@code /sparql}: the query operation of the SPARQL 1.1 Protocol, and the service description where there is no query.
 *
 * <p>An answer is whole before its first byte leaves, so that no failure looks like a shorter answer. What a client may
 * keep carries an entity tag made of graph, query and format; a 304 costs no query.
 */
final class SparqlServlet extends MethodServlet {
    private static final long serialVersionUID = 1L;

    private final transient Site site;
    private final transient DescribedGraph described;
    private final transient PreparedQueries queries;
    private final transient Lanes lanes;
    private final transient Outbox outbox;

    /**
     * Answers from a site.
     *
     * @param described its graph, which also tells of itself
     * @param lanes     where its queries run
     * @param outbox    where its answers leave
     */
    SparqlServlet(Site site, DescribedGraph described, Lanes lanes, Outbox outbox) {
        super(true);
        this.site = site;
        this.described = described;
        this.queries = new PreparedQueries(site.graph().info().prefixes());
        this.lanes = lanes;
        this.outbox = outbox;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(SparqlCall.of(request), request, response);
        } catch (TrilateralException e) {
            Problem.of(e).send(response);
        } catch (Refusal e) {
            e.problem().send(response);
        } catch (OutOfMemoryError e) {
            Problem.of(new TrilateralException(Fault.OVERLOADED, "memory is short; narrow the query, or try later"))
                    .send(response);
        }
    }

    private void answer(SparqlCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept");
        if (call.query().isEmpty() && Representation.isPageWanted(call.hints(), call.accept())) {
            response.setHeader("Location", site.address().origin(request) + "/editor");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        if (call.query().isEmpty()) {
            ResultFormat format = Representation.choose(Form.GRAPH, call.hints(), call.accept());
            Answer description = ServiceDescription.of(described.get(), site.address().origin(request) + "/sparql");
            outbox.send(format, format.render(description), request, response);
            return;
        }
        PreparedQuery query = queries.get(call.query().get(), call.defaultGraphs(), call.namedGraphs());
        ResultFormat format = Representation.choose(query.form(), call.hints(), call.accept());
        boolean lasting = !request.getMethod().equals("POST") && !query.isChanging();
        response.setHeader("Cache-Control", lasting ? "no-cache" : "no-store");
        if (lasting && isKnown(call, format, request, response)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        outbox.send(format, run(query, format), request, response);
    }

    private byte[] run(PreparedQuery query, ResultFormat format) {
        byte[] body = new QueryDesk(described.get(), site.limits(), lanes).run(query, format::render);
        if (body.length > site.limits().bytes()) {
            throw new TrilateralException(Fault.TOO_LARGE, "the answer has " + body.length + " bytes; at most "
                    + site.limits().bytes() + " are sent. Add a LIMIT, narrow the question, or take a dump");
        }
        return body;
    }

    /** Sets the entity tag of what may be kept; true where the client has it. */
    private boolean isKnown(SparqlCall call, ResultFormat format, HttpServletRequest request,
            HttpServletResponse response) {
        String tag = EntityTag.of(List.of(site.graph().fingerprint(), format.extension(), call.query().orElse(""),
                call.defaultGraphs().toString(), call.namedGraphs().toString()));
        response.setHeader("ETag", tag);
        return EntityTag.isKnown(tag, request);
    }
}

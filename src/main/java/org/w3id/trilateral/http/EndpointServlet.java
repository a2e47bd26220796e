package org.w3id.trilateral.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.page.Language;
import org.w3id.trilateral.page.Pages;

/**
 * Carries one {@link Endpoint}: methods, entity tags, errors as documents or pages. A tag is a digest of content
 * version and request, so a 304 costs no query.
 */
final class EndpointServlet extends MethodServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoint endpoint;
    private final transient Pages pages;
    private final transient Address address;
    private final transient Supplier<String> version;

    /**
     * Carries an endpoint.
     *
     * @param address where callers find the service
     * @param version changes whenever any answer may change
     */
    EndpointServlet(Endpoint endpoint, Pages pages, Address address, Supplier<String> version) {
        this.endpoint = endpoint;
        this.pages = pages;
        this.address = address;
        this.version = version;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = tag(request);
        response.setHeader("Vary", "Accept, Accept-Language, Cookie");
        if (EntityTag.isKnown(tag, request)) {
            response.setHeader("ETag", tag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try {
            send(endpoint.answer(Call.of(request, address)), tag, request, response);
        } catch (TrilateralException e) {
            refuse(Problem.of(e), request, response);
        }
    }

    private void send(Reply whole, String tag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String below = URI.create(address.origin(request)).getRawPath();
        Reply reply = Moved.below(below, whole);
        response.setStatus(reply.status());
        if (!reply.contentType().isEmpty()) {
            response.setContentType(reply.contentType());
        }
        if (reply.status() == HttpServletResponse.SC_OK && reply.isToBeKept()) {
            response.setHeader("ETag", tag);
        }
        if (reply.contentType().startsWith(Reply.HTML)) {
            response.setHeader("Content-Language", Call.language(request).tag());
            Call.chosen(request).ifPresent(language -> keep(language, below, response));
        }
        reply.headers().forEach(response::setHeader);
        response.setContentLength(reply.body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(reply.body());
        }
    }

    /** Remembers a language that was chosen in the address, for the pages that follow. */
    private static void keep(Language language, String below, HttpServletResponse response) {
        response.addHeader("Set-Cookie", Call.LANGUAGE + "=" + language.tag() + "; Path=" + below
                + "/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }

    /** A page for those who prefer HTML, else the problem document. */
    private void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPage = Call.accept(request)
                .best(List.of(Offer.of(false, Problem.MEDIA_TYPE, "application/json"), Offer.of(true, Reply.HTML)))
                        .orElse(false);
        if (isPage) {
            String page = pages.problem(problem.status(), problem.kind(), problem.title(), problem.detail(),
                    problem.allowed(),
                    Call.visit(request, address));
            send(Reply.html(page).failed(problem.status()), "", request, response);
        } else {
            problem.send(response);
        }
    }

    private String tag(HttpServletRequest request) {
        return EntityTag.of(List.of(version.get(), address.origin(request), request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""), Call.acceptField(request),
                Call.language(request).tag()));
    }
}

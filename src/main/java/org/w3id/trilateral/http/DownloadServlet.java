package org.w3id.trilateral.http;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.publish.DownloadFile;
import org.w3id.trilateral.publish.Downloads;
import org.w3id.trilateral.publish.Extract;

/**
 * Sends the dumps as they are written, so that none is ever held whole; a failure in the midst breaks the connection,
 * and does not look like an end. Few are written at a time.
 */
final class DownloadServlet extends MethodServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_AT_ONCE = 4;

    private final transient Site site;
    private final transient Downloads downloads;
    private final transient Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final transient Supplier<String> version;

    DownloadServlet(Site site, Downloads downloads, Supplier<String> version) {
        this.site = site;
        this.downloads = downloads;
        this.version = version;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        try {
            if (Extract.of(name).isPresent()) {
                send(Extract.of(name).get(), name, request, response);
            } else {
                send(downloads.file(name), request, response);
            }
        } catch (TrilateralException e) {
            Problem.of(e).send(response);
        }
    }

    private void send(DownloadFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (begin(file.name(), file.contentType(), request, response)) {
            enter();
            try {
                downloads.write(file, response.getOutputStream());
            } finally {
                places.release();
            }
        }
    }

    private void send(Extract extract, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (begin(name, extract.mediaType(), request, response)) {
            enter();
            try {
                response.getOutputStream().write(extract.render(site.graph()));
            } finally {
                places.release();
            }
        }
    }

    /** Sets the header; true where a body is to follow. */
    private boolean begin(String name, String type, HttpServletRequest request, HttpServletResponse response) {
        String tag = EntityTag.of(List.of(version.get(), name));
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (EntityTag.isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name.replace('/', '-') + "\"");
        response.setHeader(LinkField.NAME, new LinkField()
                .add("collection", site.address().origin(request) + "/", Reply.HTML)
                .add("license", site.graph().info().licence()).toString());
        return !request.getMethod().equals("HEAD");
    }

    private void enter() {
        if (!places.tryAcquire()) {
            throw new TrilateralException(Fault.OVERLOADED, "too many downloads are running; try again in a moment");
        }
    }
}

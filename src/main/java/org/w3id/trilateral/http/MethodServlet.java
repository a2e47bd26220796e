package org.w3id.trilateral.http;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A servlet that answers some methods, says which to who asks by {@code OPTIONS}, and refuses the others. */
public abstract class MethodServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> ASKING = List.of("GET", "HEAD", "POST", "OPTIONS");

    private final transient List<String> methods;

    private MethodServlet(List<String> methods) {
        this.methods = methods;
    }

    /** One that is read by {@code GET} and {@code HEAD}. */
    protected MethodServlet() {
        this(READING);
    }

    /**
     * One that is read.
     *
     * @param posted whether a question may come in the body of a {@code POST}
     */
    protected MethodServlet(boolean posted) {
        this(posted ? ASKING : READING);
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", String.join(", ", methods));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (methods.contains(request.getMethod())) {
            answer(request, response);
        } else {
            Problem.method(request.getMethod(), methods).send(response);
        }
    }

    /** Answers a request of one of the methods. */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}

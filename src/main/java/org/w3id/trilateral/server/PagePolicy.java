package org.w3id.trilateral.server;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Gives an answer the policy of pages as soon as it says that it is HTML. A 304 says nothing of its kind, so it leaves
 * the policy that was sent with the content: a browser takes over each field that a 304 carries
 * (<a href="https://www.rfc-editor.org/rfc/rfc9111#section-3.2">RFC 9111, 3.2</a>).
 */
final class PagePolicy implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Pages((HttpServletResponse) response));
    }

    private static final class Pages extends HttpServletResponseWrapper {
        Pages(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status);
            if (status == SC_NOT_MODIFIED) {
                setHeader(SafeHeaders.POLICY, null);
            }
        }

        @Override
        public void setContentType(String type) {
            super.setContentType(type);
            boolean isPage = type != null && type.startsWith("text/html");
            setHeader(SafeHeaders.POLICY, isPage ? SafeHeaders.PAGE_POLICY : SafeHeaders.DATA_POLICY);
        }
    }
}

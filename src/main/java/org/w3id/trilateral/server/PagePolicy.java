package org.w3id.trilateral.server;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Gives an answer the policy of pages as soon as it says that it is HTML. */
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
        public void setContentType(String type) {
            super.setContentType(type);
            boolean isPage = type != null && type.startsWith("text/html");
            setHeader(SafeHeaders.POLICY, isPage ? SafeHeaders.PAGE_POLICY : SafeHeaders.DATA_POLICY);
        }
    }
}

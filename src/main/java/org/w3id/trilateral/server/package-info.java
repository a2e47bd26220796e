/**
 * The composition root: {@link org.w3id.trilateral.server.TrilateralServer} is Fuseki with our servlets, filters and
 * limits.
 *
 * <p>A request passes the gate (safe header fields, refusals), then waits for its body without a thread, then reaches a
 * servlet. {@code /sparql} is our own handler, so that an answer is whole before its first byte leaves;
 * {@code /graph-store} is Fuseki's read-only operation behind a filter.
 *
 * <p>The only package that knows Fuseki and Jetty.
 */
package org.w3id.trilateral.server;

/**
 * The composition root: {@link org.w3id.trilateral.server.TrilateralServer} is Fuseki with our servlets, filters and limits.
 *
 * <p>The only package that knows Fuseki and Jetty.
 */
package org.w3id.trilateral.server;

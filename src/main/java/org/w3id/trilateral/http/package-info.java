/**
 * A URL to its collaborators to a response: parameters, content negotiation, problem documents.
 *
 * <p>{@link org.w3id.trilateral.http.Routes} lists the servlets. Everything is rendered to bytes before the response is
 * touched, so that a failure is never half an answer. Knows the servlet API, and neither Fuseki nor picocli.
 */
package org.w3id.trilateral.http;

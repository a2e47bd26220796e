/**
 * Packaged queries: SPARQL files that are documented, parameterised and answered as one unit.
 *
 * <p>{@link org.w3id.trilateral.query.QueryCatalogue} reads {@code queries/*.rq} once, at start. Each file becomes a
 * {@link org.w3id.trilateral.query.PackagedQuery}; its one-row {@code VALUES} blocks are its
 * {@link org.w3id.trilateral.query.Parameter}s, so the file also runs by itself, unchanged and with its defaults, in
 * any SPARQL 1.1 engine. An {@link org.w3id.trilateral.query.Answer} is detached from the dataset: nothing above this
 * package sees a transaction. {@link org.w3id.trilateral.query.Lockdown} says what no query may do.
 *
 * <p>Uses {@code graph}, {@code temporal} and {@code fault}; knows nothing of HTTP, HTML or the command line.
 */
package org.w3id.trilateral.query;

/**
 * Event graphs of up to many millions of statements: made for tests, and brought into a store.
 *
 * <p>{@link org.w3id.trilateral.load.GeneratedEvents} makes one that never was;
 * {@link org.w3id.trilateral.load.BulkLoad} reads files line by line, refuses what is no statement and tells why, adds
 * what follows while it reads, and fills a store.
 *
 * <p>Uses {@code fault} and {@code graph}; knows nothing of packaged queries, HTTP or the command line. The generator
 * names
 * classes of the ontology, since it writes in it; the loader names only those that dates hang on.
 */
package org.w3id.trilateral.load;

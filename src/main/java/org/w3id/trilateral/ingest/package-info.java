/**
 * Other people's event data into Turtle that a curator reviews and keeps.
 *
 * <p>{@link org.w3id.trilateral.ingest.EventFormat} lists the formats. A converter takes facts over (days, sites,
 * counts, outcomes), never anyone's prose; it gives each event a name made from its own facts, so that the same file
 * over the same graph always becomes the same Turtle, and an attestation that points to the record. What the graph
 * tells already is not told again.
 *
 * <p>Uses {@code graph} and {@code fault}; knows nothing of queries, HTTP or the command line.
 */
package org.w3id.trilateral.ingest;

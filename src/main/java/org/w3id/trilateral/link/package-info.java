/**
 * Links from this graph to others, kept as SSSOM tables.
 *
 * <p>{@link org.w3id.trilateral.link.Linksets} turns the tables of a home folder into named graphs: the direct triples,
 * and beside each the mapping with its justification. {@link org.w3id.trilateral.link.SssomFile} is one table.
 *
 * <p>Uses {@code fault} and {@code graph}; knows nothing of HTTP, HTML or the command line.
 */
package org.w3id.trilateral.link;

/**
 * What leaves the graph as a whole: descriptions of single things and dumps of named graphs.
 *
 * <p>{@link org.w3id.trilateral.publish.Description} is what is handed out for one IRI,
 * {@link org.w3id.trilateral.publish.Dump} for all of them.
 *
 * <p>Uses {@code fault}, {@code graph}, {@code query}, {@code result} and {@code link}; knows nothing of HTTP,
 * HTML or the command line.
 */
package org.w3id.trilateral.publish;

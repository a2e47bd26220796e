/**
 * What leaves the graph as a whole, so that it can be found, described, downloaded and cited.
 *
 * <p>{@link org.w3id.trilateral.publish.Description} is what is handed out for one IRI,
 * {@link org.w3id.trilateral.publish.Dump} for all of them; {@link org.w3id.trilateral.publish.Downloads} and
 * {@link org.w3id.trilateral.publish.Extract} are the files, {@link org.w3id.trilateral.publish.Release} a folder of
 * them. {@link org.w3id.trilateral.publish.Descriptions} tells of the data in VoID, DCAT and SHACL, from what is
 * loaded. {@link org.w3id.trilateral.publish.DataHash} is the version's fingerprint;
 * {@link org.w3id.trilateral.publish.Citation} and {@link org.w3id.trilateral.publish.Bundle} carry it into papers.
 *
 * <p>Uses {@code fault}, {@code graph}, {@code query}, {@code result} and {@code link}; knows nothing of HTTP,
 * HTML or the command line.
 */
package org.w3id.trilateral.publish;

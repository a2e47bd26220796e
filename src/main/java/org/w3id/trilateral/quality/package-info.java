/**
 * What is wrong with a home folder, in one report.
 *
 * <p>{@link org.w3id.trilateral.quality.Validator} reads the folder, applies the SHACL shapes of
 * {@code ontology/shapes} and the violation queries of {@code queries/checks}, and gives a
 * {@link org.w3id.trilateral.quality.Report} of {@link org.w3id.trilateral.quality.Finding}s. The rules themselves are
 * files of the home folder: this package names no class of the ontology, so a folder with another model brings its own
 * rules.
 *
 * <p>Uses {@code graph} and {@code fault}; knows nothing of packaged queries, HTTP or the command line.
 */
package org.w3id.trilateral.quality;

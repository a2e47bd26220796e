/**
 * A home folder becomes a dataset that is read and never written.
 *
 * <p>{@link org.w3id.trilateral.graph.Home} is the folder (or the one inside the jar);
 * {@link org.w3id.trilateral.graph.KnowledgeGraph} is what it holds: each file in its named graph, what follows from
 * {@code ontology/rules} in a graph of its own, and the union of all as the default graph. Blank nodes of the data get
 * stable IRIs ({@link org.w3id.trilateral.graph.Skolemizer}), so that a statement's source can be named and cited.
 *
 * <p>Uses {@code fault} and {@code temporal}; knows nothing of packaged queries, HTTP or the command line, and no class
 * of the ontology except the few terms of {@link org.w3id.trilateral.graph.Terms}.
 */
package org.w3id.trilateral.graph;

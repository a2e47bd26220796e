/**
 * Where a graph is kept when not in memory: a folder with a TDB2 database, or a SPARQL 1.1 service of another program.
 *
 * <p>{@link org.w3id.trilateral.store.Store} is what {@code --store} names;
 * {@link org.w3id.trilateral.store.StoreDirectory} is the folder, its lock and its switching from one state to the
 * next; {@link org.w3id.trilateral.store.RemoteStore} the service: whole queries are sent there
 * ({@link org.w3id.trilateral.store.RemoteEngine}), single patterns looked up
 * ({@link org.w3id.trilateral.store.LookUps}). What is opened is a
 * {@link org.w3id.trilateral.graph.KnowledgeGraph} like any other.
 *
 * <p>Uses {@code graph} and {@code fault}; knows nothing of packaged queries, HTTP service or the command line.
 */
package org.w3id.trilateral.store;

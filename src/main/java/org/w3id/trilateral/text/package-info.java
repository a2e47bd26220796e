/**
 * Text filters of plain SPARQL 1.1 over the values of a property, made fast inside ARQ.
 *
 * <p>{@link org.w3id.trilateral.text.TextFilters} is the entry: it puts an optimizer behind ARQ's own, which finds the
 * conditions that only hold where a known text occurs in a value. The texts of the property are kept from query to
 * query, are searched for the known one, and the query then looks at what was found alone. A query keeps its text, its
 * meaning and its answer.
 *
 * <p>Uses nothing of this project and knows nothing of its data: an extension that any program on ARQ can take. It
 * works on graphs in memory and in TDB2 databases.
 */
package org.w3id.trilateral.text;

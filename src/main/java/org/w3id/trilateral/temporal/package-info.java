/**
 * Time-window joins of plain SPARQL 1.1, made fast inside ARQ.
 *
 * <p>{@link org.w3id.trilateral.temporal.TemporalJoins} is the entry: it puts an optimizer before ARQ's own, which
 * finds the parts of a pattern that only comparisons of numbers or dates tie together, and joins them by sorting and
 * searching in place of comparing everything with everything. A query keeps its text, its meaning and its answer.
 *
 * <p>Uses nothing of this project and knows nothing of its data: an extension that any program on ARQ can take.
 */
package org.w3id.trilateral.temporal;

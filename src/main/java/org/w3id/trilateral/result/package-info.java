/**
 * An answer into bytes: one constant of {@link org.w3id.trilateral.result.ResultFormat} per format.
 *
 * <p>Uses {@code query} and {@code fault}; knows nothing of HTTP, HTML or the command line.
 */
package org.w3id.trilateral.result;

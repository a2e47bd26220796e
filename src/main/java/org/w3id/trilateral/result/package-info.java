/**
 * An answer into bytes: one constant of {@link org.w3id.trilateral.result.ResultFormat} per format.
 * {@link org.w3id.trilateral.result.JsonLdWriter} and {@link org.w3id.trilateral.result.RdfXmlWriter} also write what
 * is too large to be held.
 *
 * <p>Uses {@code fault}, {@code graph} and {@code query}; knows nothing of HTTP, HTML or the command line.
 */
package org.w3id.trilateral.result;

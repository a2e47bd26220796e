/**
 * An answer or a thing of the graph into HTML.
 *
 * <p>{@link org.w3id.trilateral.page.Pages} gives each page as text. A page is a record of what it shows, filled from
 * the graph inside one read, and a template under {@code src/main/jte} that escapes all it prints. Pages work without
 * JavaScript and carry no inline script or style; what they need besides is a
 * {@link org.w3id.trilateral.page.StaticFile}.
 *
 * <p>The only package that knows the template engine; knows nothing of HTTP, of Fuseki or of the command line.
 */
package org.w3id.trilateral.page;

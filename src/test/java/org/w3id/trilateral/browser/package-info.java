/** The site as a reader meets it: the whole service under a real browser. */
package org.w3id.trilateral.browser;

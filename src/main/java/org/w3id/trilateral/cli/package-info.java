/**
 * The command line: verbs, exit codes, and what stands on standard output.
 *
 * <p>{@link org.w3id.trilateral.cli.Main} is the entry; {@link org.w3id.trilateral.cli.CommandTree} lists the commands.
 * Data go to standard output, words to standard error; the exit code is 0 for done, 1 for our fault or the data's,
 * 2 for the caller's. An answer is rendered whole before its first byte is printed.
 *
 * <p>The only package that knows picocli. Knows nothing of HTML, and of {@code http} only what a server starts with.
 */
package org.w3id.trilateral.cli;

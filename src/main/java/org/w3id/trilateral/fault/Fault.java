package org.w3id.trilateral.fault;

/**
 * The kinds of failure a user can meet. Each surface translates them: HTTP to a status, the command line to an exit
 * code.
 */
public enum Fault {
    /** No packaged query of that name. */
    UNKNOWN_QUERY,
    /** The packaged query has no parameter of that name. */
    UNKNOWN_PARAMETER,
    /** A parameter's value is not of its type, or is given twice. */
    BAD_PARAMETER,
    /** Nothing of that name in the graph, or no page at that address. */
    UNKNOWN_RESOURCE,
    /** A thing that was taken out of the graph; another may stand in its place. */
    WITHDRAWN,
    /** No representation that the caller accepts. */
    NOT_ACCEPTABLE,
    /** A format name that does not exist, or does not fit the kind of answer. */
    UNKNOWN_FORMAT,
    /** SPARQL that does not parse. */
    BAD_QUERY,
    /** SPARQL that parses but asks for what is switched off, such as {@code SERVICE}. */
    REFUSED,
    /** The answer took longer than the limit. */
    TIMEOUT,
    /** The request, or its answer, is larger than the limit. */
    TOO_LARGE,
    /** Too many requests at once. */
    OVERLOADED,
    /** The service that keeps the graph cannot be reached, or answers something else. */
    UNAVAILABLE,
    /** A file of the home folder that cannot be read as what it should be. */
    MALFORMED_SOURCE,
    /** A home folder, file or option of the command line that is not usable. */
    BAD_OPTION
}

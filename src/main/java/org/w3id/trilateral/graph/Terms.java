package org.w3id.trilateral.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The few terms that the program itself must know: those that say what a thing is called, when it was and who says so.
 */
public final class Terms {
    /** Namespace of the ontology. */
    public static final String TRI = "https://w3id.org/trilateral/ontology#";

    /** {@code tri:start}: the first day, an {@code xsd:date}. */
    public static final Node START = tri("start");
    /** {@code tri:end}: the last day, an {@code xsd:date}. */
    public static final Node END = tri("end");
    /** {@code tri:startPrecision}: to what the beginning is known, a concept; the day where it is not said. */
    public static final Node START_PRECISION = tri("startPrecision");
    /** {@code tri:endPrecision}: to what the end is known. */
    public static final Node END_PRECISION = tri("endPrecision");
    /** {@code tri:startEarliest}: the first day that may be the beginning, an {@code xsd:date}. */
    public static final Node START_EARLIEST = tri("startEarliest");
    /** {@code tri:startLatest}: the last day that may be the beginning. */
    public static final Node START_LATEST = tri("startLatest");
    /** {@code tri:endEarliest}: the first day that may be the end. */
    public static final Node END_EARLIEST = tri("endEarliest");
    /** {@code tri:endLatest}: the last day that may be the end. */
    public static final Node END_LATEST = tri("endLatest");
    /** {@code tri:dateAsStated}: from an attestation to the source's own words for the date. */
    public static final Node DATE_AS_STATED = tri("dateAsStated");
    /** {@code tri:name}: from a thing to a name that somebody uses for it. */
    public static final Node NAME = tri("name");
    /** {@code tri:literalForm}: the words of a name. */
    public static final Node LITERAL_FORM = tri("literalForm");
    /** {@code tri:usedBy}: who uses a name. */
    public static final Node USED_BY = tri("usedBy");
    /** {@code tri:attestation}: from a thing to where it is attested. */
    public static final Node ATTESTATION = tri("attestation");
    /** {@code tri:source}: from an attestation to its source. */
    public static final Node SOURCE = tri("source");
    /** {@code tri:locator}: the place within the source, as text. */
    public static final Node LOCATOR = tri("locator");
    /** {@code tri:supports}: the property that an attestation vouches for; without it, the whole block. */
    public static final Node SUPPORTS = tri("supports");
    /** {@code tri:accountOf}: from an account to the thing that accounts differ about. */
    public static final Node ACCOUNT_OF = tri("accountOf");
    /** {@code tri:onProperty}: the property whose value accounts differ about. */
    public static final Node ON_PROPERTY = tri("onProperty");
    /** {@code tri:value}: what an account gives as that value. */
    public static final Node VALUE = tri("value");
    /**
     * {@code tri:rank}: how an account stands to others of the same statement; ranks rise in the order of their IRIs.
     */
    public static final Node RANK = tri("rank");
    /** {@code tri:claimant}: who says so. */
    public static final Node CLAIMANT = tri("claimant");
    /** {@code tri:Claim}: the class of what somebody says of things. */
    public static final Node CLAIM = tri("Claim");
    /** {@code tri:Event}: the class of what happened on a day or over some. */
    public static final Node EVENT = tri("Event");
    /** {@code wgs84:lat}: degrees north, an {@code xsd:decimal}. */
    public static final Node LATITUDE = NodeFactory.createURI("http://www.w3.org/2003/01/geo/wgs84_pos#lat");
    /** {@code wgs84:long}: degrees east, an {@code xsd:decimal}. */
    public static final Node LONGITUDE = NodeFactory.createURI("http://www.w3.org/2003/01/geo/wgs84_pos#long");

    private Terms() {
    }

    private static Node tri(String name) {
        return NodeFactory.createURI(TRI + name);
    }
}

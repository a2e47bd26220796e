package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * All that the graph says of one thing.
 *
 * @param iri          its IRI
 * @param name         what it is called
 * @param otherLabels  what it is called in other languages and otherwise
 * @param types        its classes as stated
 * @param derivedTypes its classes that follow by rule
 * @param stated       what is stated of it
 * @param derived      what follows by rule
 * @param attestations where it is attested, one row an attestation
 * @param accounts     one table a statement on which accounts differ, one column an account
 * @param claims       what is claimed with regard to it, one row a claim
 * @param incoming     what names it, by property
 * @param around       what stands around it in time and otherwise
 */
public record EntityView(String iri, Text name, List<Text> otherLabels, List<Ref> types, List<Ref> derivedTypes,
                         List<Value.Line> stated, List<Value.Line> derived, Grid attestations, List<Grid> accounts,
                         Grid claims, List<Value.Line> incoming, Around around) {
    public EntityView {
        Objects.requireNonNull(iri, "iri");
        Objects.requireNonNull(name, "name");
        otherLabels = List.copyOf(otherLabels);
        types = List.copyOf(types);
        derivedTypes = List.copyOf(derivedTypes);
        stated = List.copyOf(stated);
        derived = List.copyOf(derived);
        Objects.requireNonNull(attestations, "attestations");
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(claims, "claims");
        incoming = List.copyOf(incoming);
        Objects.requireNonNull(around, "around");
    }

    /** Where its citation is found. */
    public String citeHref() {
        return "/id/" + iri.substring(iri.lastIndexOf('/') + 1) + "/cite";
    }
}

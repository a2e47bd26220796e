package org.w3id.trilateral.publish;

import java.util.List;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Names;

/**
 * Things that the graph once held and holds no more: {@code owl:deprecated true}, perhaps {@code dcterms:isReplacedBy}.
 */
final class Withdrawal {
    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private Withdrawal() {
    }

    /**
     * Refuses a thing that was withdrawn.
     *
     * @throws TrilateralException {@link Fault#WITHDRAWN}, with the IRIs of what stands in its place
     */
    static void refuse(Node entity, Graph union, Names names) {
        if (!union.contains(entity, OWL2.deprecated.asNode(), TRUE)) {
            return;
        }
        List<String> others = union.find(entity, DCTerms.isReplacedBy.asNode(), Node.ANY)
                .mapWith(t -> t.getObject()).filterKeep(Node::isURI).mapWith(Node::getURI).toList().stream().sorted()
                .toList();
        String name = names.local(entity.getURI()).orElse(entity.getURI());
        throw new TrilateralException(Fault.WITHDRAWN, "'" + name + "' was withdrawn."
                + (others.isEmpty() ? "" : " In its place: " + String.join(", ", others) + "."), others);
    }
}

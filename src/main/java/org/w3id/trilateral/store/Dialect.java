package org.w3id.trilateral.store;

import java.util.List;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** How a query is worded for a SPARQL service: SPARQL 1.1, with absolute IRIs, and without what says nothing. */
final class Dialect {
    private Dialect() {
    }

    /**
     * The text that is sent. A {@code VALUES} block of one row without a value joins with everything and binds nothing; not
     * all engines know, so it is left out.
     */
    static String text(Query query) {
        Query sent = QueryTransformOps.transform(query, new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementGroup group, List<Element> members) {
                ElementGroup kept = new ElementGroup();
                members.stream().filter(member -> !bindsNothing(member)).forEach(kept::addElement);
                return kept;
            }
        });
        sent.setBase(null);
        return sent.toString();
    }

    /** The text that asks for the number of solutions of a query, as {@code ?n}. */
    static String counting(Query query) {
        Query inner = query.cloneQuery();
        inner.getPrefixMapping().clearNsPrefixMap();
        inner.getGraphURIs().clear();
        inner.getNamedGraphURIs().clear();
        Query outer = new Query();
        outer.setQuerySelectType();
        outer.setPrefixMapping(query.getPrefixMapping());
        query.getGraphURIs().forEach(outer::addGraphURI);
        query.getNamedGraphURIs().forEach(outer::addNamedGraphURI);
        outer.addResultVar("n", outer.allocAggregate(new AggCount()));
        outer.setQueryPattern(new ElementSubQuery(inner));
        return text(outer);
    }

    private static boolean bindsNothing(Element element) {
        return element instanceof ElementData data && data.getRows().size() == 1 && data.getRows().get(0).isEmpty();
    }
}

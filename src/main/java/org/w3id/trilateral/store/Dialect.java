package org.w3id.trilateral.store;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.XSD;

/**
 * How a query is worded for a SPARQL service: SPARQL 1.1, with absolute IRIs, and without what says nothing. A {@code
 * VALUES} block of one row without a value joins with everything and binds nothing; not all engines know, so it is left
 * out.
 */
enum Dialect {
    /** The standard's words. */
    STANDARD,
    /**
     * For Virtuoso 7, which answers {@code ?day <= "2002-06-18"^^xsd:date} from an index that has dates in another
     * order, and leaves out most of the solutions. It does not where {@code COALESCE(?day)} is compared, which is the
     * same value.
     */
    VIRTUOSO;

    private static final Set<String> DATES = Set.of(XSD.date.getURI(), XSD.dateTime.getURI());

    /** The dialect of a program, by what it calls itself in the header field {@code Server}. */
    static Dialect of(String software) {
        return software.toLowerCase(Locale.ROOT).startsWith("virtuoso") ? VIRTUOSO : STANDARD;
    }

    /** The text that is sent. */
    String text(Query query) {
        ElementTransform shorter = new WithoutNothing();
        Query sent = this == STANDARD ? QueryTransformOps.transform(query, shorter)
                : QueryTransformOps.transform(query, shorter, new DateComparisons(query, shorter));
        sent.setBase(null);
        return sent.toString();
    }

    /** The text that asks for the number of solutions of a query, as {@code ?n}. */
    String counting(Query query) {
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

    private static final class WithoutNothing extends ElementTransformCopyBase {
        @Override
        public Element transform(ElementGroup group, List<Element> members) {
            ElementGroup kept = new ElementGroup();
            members.stream().filter(member -> !bindsNothing(member)).forEach(kept::addElement);
            return kept;
        }

        private static boolean bindsNothing(Element element) {
            return element instanceof ElementData data && data.getRows().size() == 1 && data.getRows().get(0).isEmpty();
        }
    }

    /** Puts what is compared by order with a given date into {@code COALESCE}. */
    private static final class DateComparisons extends ExprTransformCopy {
        private final ElementTransform elements;
        private final Set<Var> given = new HashSet<>();

        DateComparisons(Query query, ElementTransform elements) {
            this.elements = elements;
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementData data) {
                    data.getRows().forEach(row -> row.forEach((variable, term) -> {
                        if (isDate(term)) {
                            given.add(variable);
                        }
                    }));
                }
            });
        }

        private static boolean isDate(Node term) {
            return term.isLiteral() && DATES.contains(term.getLiteralDatatypeURI());
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            boolean isOrder = function instanceof E_LessThan || function instanceof E_LessThanOrEqual
                    || function instanceof E_GreaterThan || function instanceof E_GreaterThanOrEqual;
            return isOrder ? super.transform(function, compared(left, right), compared(right, left))
                    : super.transform(function, left, right);
        }

        private Expr compared(Expr operand, Expr other) {
            return operand.isVariable() && !isGiven(operand) && isGiven(other) ? new E_Coalesce(new ExprList(operand))
                    : operand;
        }

        private boolean isGiven(Expr operand) {
            return operand.isVariable() ? given.contains(operand.asVar())
                    : operand.isConstant() && isDate(operand.getConstant().asNode());
        }

        @Override
        public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
            Element inner = ElementTransformer.transform(function.getElement(), elements, this);
            if (function instanceof E_Exists) {
                return new E_Exists(inner);
            }
            return function instanceof E_NotExists ? new E_NotExists(inner)
                    : super.transform(function, arguments, pattern);
        }
    }
}

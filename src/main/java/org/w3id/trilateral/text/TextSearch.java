package org.w3id.trilateral.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.sse.writers.WriterOp;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/**
 * An operator of ARQ that solves a basic pattern with a filter from those values of one property in which a text
 * occurs. For any other input than the one row without values, and after any transformation, it is the plain filter.
 */
final class TextSearch extends OpExt {
    private final Op plain;
    private final Triple searched;
    private final BasicPattern rest;
    private final List<Expr> conditions;
    private final Needles needles;

    /** The conditions, that of the needles first. */
    private TextSearch(Op plain, Triple searched, BasicPattern rest, List<Expr> conditions, Needles needles) {
        super("text-search");
        this.plain = plain;
        this.searched = searched;
        this.rest = rest;
        this.conditions = List.copyOf(conditions);
        this.needles = needles;
    }

    /** The search for the longest text that a filter of a pattern asks for; empty if there is none. */
    static Optional<TextSearch> of(OpFilter op) {
        return Flat.of(op).flatMap(flat -> flat.conditions().stream().flatMap(c -> of(op, flat, c).stream())
                .max(Comparator.comparingInt(search -> search.needles.shortest())));
    }

    private static Optional<TextSearch> of(OpFilter op, Flat flat, Expr condition) {
        return NeedleReader.read(condition).flatMap(needles -> {
            List<Triple> about = flat.patterns().getList().stream()
                    .filter(triple -> mentions(triple, needles.variable())).toList();
            if (about.size() != 1 || !isSearchable(about.get(0), needles.variable())) {
                return Optional.empty();
            }
            BasicPattern rest = new BasicPattern();
            flat.patterns().getList().stream().filter(triple -> triple != about.get(0)).forEach(rest::add);
            List<Expr> conditions = new ArrayList<>(List.of(condition));
            flat.conditions().stream().filter(e -> e != condition).forEach(conditions::add);
            return Optional.of(new TextSearch(op, about.get(0), rest, conditions, needles));
        });
    }

    private static boolean mentions(Triple triple, Node variable) {
        return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).stream()
                .anyMatch(term -> term.equals(variable) || term.isTripleTerm());
    }

    private static boolean isSearchable(Triple triple, Node variable) {
        return triple.getSubject().isVariable() && !triple.getSubject().equals(variable)
                && triple.getPredicate().isURI() && triple.getObject().equals(variable);
    }

    /** The pattern whose values are searched; subject and object are variables. */
    Triple searched() {
        return searched;
    }

    /** The other patterns. */
    List<Triple> rest() {
        return rest.getList();
    }

    Needles needles() {
        return needles;
    }

    /** One line for people. */
    String describe() {
        return needles.describe() + " of <" + searched.getPredicate().getURI() + ">";
    }

    @Override
    public Op effectiveOp() {
        return plain;
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext execution) {
        Optional<QueryIterator> rows = notRoot(input, execution);
        return rows.isPresent() ? QC.execute(plain, rows.get(), execution)
                : Search.blocks(this, execution).map(blocks -> new Candidates(this, blocks, execution))
                        .map(candidates -> found(candidates, execution))
                        .orElseGet(() -> QC.execute(plain, QueryIterRoot.create(execution), execution));
    }

    private QueryIterator found(Candidates candidates, ExecutionContext execution) {
        QueryIterator rows = new QueryIterFilterExpr(candidates, conditions.get(0), execution);
        if (!rest.isEmpty()) {
            rows = QC.execute(new OpBGP(rest), rows, execution);
        }
        for (Expr condition : conditions.subList(1, conditions.size())) {
            rows = new QueryIterFilterExpr(rows, condition, execution);
        }
        return rows;
    }

    /** The input, if it is any other than the one row without values, with which all begins; that one is closed. */
    private static Optional<QueryIterator> notRoot(QueryIterator input, ExecutionContext execution) {
        if (input.isJoinIdentity()) {
            input.close();
            return Optional.empty();
        }
        QueryIterPeek rows = QueryIterPeek.create(input, execution);
        if (input instanceof QueryIterSingleton && rows.peek() != null && rows.peek().isEmpty()) {
            rows.close();
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    @Override
    public Op apply(Transform transform) {
        return Transformer.transform(transform, plain);
    }

    @Override
    public Op apply(Transform transform, OpVisitor before, OpVisitor after) {
        return Transformer.transform(transform, plain, before, after);
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        out.println(describe());
        out.incIndent();
        WriterOp.output(out, plain, context);
        out.ensureStartOfLine();
        out.decIndent();
    }

    @Override
    public int hashCode() {
        return plain.hashCode() + 1;
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap labels) {
        return other instanceof TextSearch search && plain.equalTo(search.plain, labels);
    }
}

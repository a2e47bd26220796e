package org.w3id.trilateral.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;

/** Reads from a condition what texts it asks for. */
final class NeedleReader {
    /** Whose lower case is longer than that of all others, by dots that are not only added but also left in. */
    private static final String LITHUANIAN = "lt";

    private NeedleReader() {
    }

    /** Those of which one occurs in a variable's value wherever the condition is true; empty if nothing is known. */
    static Optional<Needles> read(Expr condition) {
        if (condition instanceof E_LogicalOr or) {
            return read(or.getArg1()).flatMap(left -> read(or.getArg2())
                    .filter(right -> right.variable().equals(left.variable())).map(left::or));
        } else if (condition instanceof E_LogicalAnd and) {
            Optional<Needles> left = read(and.getArg1());
            Optional<Needles> right = read(and.getArg2());
            return left.isEmpty() || right.isPresent() && right.get().shortest() > left.get().shortest() ? right : left;
        } else if (condition instanceof E_Regex regex) {
            return regex(regex);
        } else if (condition instanceof E_Equals equals) {
            return equal(equals.getArg1(), equals.getArg2()).or(() -> equal(equals.getArg2(), equals.getArg1()));
        }
        return condition instanceof E_StrContains || condition instanceof E_StrStartsWith
                || condition instanceof E_StrEndsWith ? occurs((ExprFunction2) condition) : Optional.empty();
    }

    private static Optional<Needles> occurs(ExprFunction2 function) {
        return text(function.getArg2()).flatMap(text -> needles(function.getArg1(), List.of(text)));
    }

    /** A value itself may equal another with other characters, as numbers do. */
    private static Optional<Needles> equal(Expr value, Expr known) {
        return value.isVariable() ? Optional.empty() : text(known).flatMap(text -> needles(value, List.of(text)));
    }

    private static Optional<Needles> regex(E_Regex regex) {
        List<Expr> arguments = regex.getArgs();
        Expr flags = arguments.size() > 2 ? arguments.get(2) : null;
        Optional<String> options = flags == null ? Optional.of("") : text(flags);
        return text(arguments.get(1)).flatMap(pattern -> options.map(o -> RegexTexts.of(pattern, o)))
                .flatMap(texts -> needles(arguments.get(0), texts));
    }

    private static Optional<Needles> needles(Expr value, List<String> texts) {
        return variable(value).filter(variable -> Needles.areUseful(texts))
                .map(variable -> new Needles(variable, texts));
    }

    /** What is looked at, whatever its case is made. */
    private static Optional<Var> variable(Expr value) {
        Expr inner = value;
        while (inner instanceof E_Str || isCase(inner)) {
            inner = ((ExprFunction1) inner).getArg();
        }
        return inner.isVariable() ? Optional.of(inner.asVar()) : Optional.empty();
    }

    /** ARQ makes upper and lower case by the language of the machine. */
    private static boolean isCase(Expr value) {
        return (value instanceof E_StrLowerCase || value instanceof E_StrUpperCase)
                && !Locale.getDefault().getLanguage().equals(LITHUANIAN);
    }

    private static Optional<String> text(Expr known) {
        return Optional.of(known).filter(Expr::isConstant).map(e -> e.getConstant().asNode()).filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }
}

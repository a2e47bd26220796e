package org.w3id.trilateral.query;

import java.math.BigDecimal;
import java.util.List;

import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Puts the functions that can grow a value, or run long on one, under the {@link Guard} of the execution that they run
 * in, and dates' parts into their canonical form; refuses those that do not exist. Without an execution, as where an
 * optimizer works out constants, those under the guard have no value.
 */
final class GuardedFunctions extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI ? new Encode(argument)
                : super.transform(DatePart.canonical(function), argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return function instanceof E_Multiply ? new Product(left, right) : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Function) {
            Lockdown.refuseUnknown(function.getFunctionIRI());
        }
        if (function instanceof E_OneOfBase) {
            Hardening.refuseMembers("an IN list has", arguments.size() - 1);
        }
        if (function instanceof E_StrConcat) {
            return new Concatenation(arguments);
        }
        if (function instanceof E_Regex) {
            return new Match(arguments);
        }
        return function instanceof E_StrReplace ? new Replacement(arguments) : super.transform(function, arguments);
    }

    private static Expr optional(ExprList arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static ExprEvalException outside() {
        return new ExprEvalException("not outside an execution");
    }

    private static final class Encode extends E_StrEncodeForURI {
        Encode(Expr argument) {
            super(argument);
        }

        @Override
        public NodeValue eval(NodeValue text) {
            throw outside();
        }

        @Override
        public NodeValue eval(NodeValue text, FunctionEnv execution) {
            NodeValue encoded = super.eval(text);
            Guard.of(execution).refuseLongText(encoded.asString().length());
            return encoded;
        }

        @Override
        public Expr copy(Expr argument) {
            return new Encode(argument);
        }
    }

    private static final class Product extends E_Multiply {
        Product(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            throw outside();
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right, FunctionEnv execution) {
            Guard guard = Guard.of(execution);
            if (left.isDecimal() && right.isDecimal() && digits(left) + digits(right) > Guard.MOST_DIGITS) {
                guard.refuseLongText(Long.MAX_VALUE);
            }
            guard.step();
            return super.eval(left, right);
        }

        private static long digits(NodeValue number) {
            BigDecimal value = number.getDecimal();
            return value.unscaledValue().bitLength() / 3;
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Product(left, right);
        }
    }

    private static final class Concatenation extends E_StrConcat {
        Concatenation(ExprList arguments) {
            super(arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw outside();
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv execution) {
            Guard.of(execution).refuseLongText(arguments.stream().mapToLong(a -> a.asString().length()).sum());
            return super.eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concatenation(arguments);
        }
    }

    private static final class Match extends E_Regex {
        Match(ExprList arguments) {
            super(arguments.get(0), arguments.get(1), optional(arguments, 2));
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw outside();
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv execution) {
            NodeValue flags = arguments.size() == 2 ? null : arguments.get(2);
            return NodeValue.booleanReturn(Guard.of(execution).patterns().matcher("REGEX", arguments.get(0),
                    arguments.get(1), flags).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Match(arguments);
        }
    }

    private static final class Replacement extends E_StrReplace {
        Replacement(ExprList arguments) {
            super(arguments.get(0), arguments.get(1), arguments.get(2), optional(arguments, 3));
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw outside();
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv execution) {
            NodeValue flags = arguments.size() == 3 ? null : arguments.get(3);
            return Guard.of(execution).patterns().replace(arguments.get(0), arguments.get(1), arguments.get(2), flags);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replacement(arguments);
        }
    }
}

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
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/** Puts the functions that can grow a value, or run long on one, under a {@link Guard}; refuses those that do not exist. */
final class GuardedFunctions extends ExprTransformCopy {
    private final Guard guard;

    GuardedFunctions(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI ? new Encode(argument, guard) : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return function instanceof E_Multiply ? new Product(left, right, guard) : super.transform(function, left, right);
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
            return new Concatenation(arguments, guard);
        }
        if (function instanceof E_Regex) {
            return new Match(arguments, guard);
        }
        return function instanceof E_StrReplace ? new Replacement(arguments, guard) : super.transform(function, arguments);
    }

    private static Expr optional(ExprList arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static final class Encode extends E_StrEncodeForURI {
        private final Guard guard;

        Encode(Expr argument, Guard guard) {
            super(argument);
            this.guard = guard;
        }

        @Override
        public NodeValue eval(NodeValue text) {
            NodeValue encoded = super.eval(text);
            guard.refuseLongText(encoded.asString().length());
            return encoded;
        }

        @Override
        public Expr copy(Expr argument) {
            return new Encode(argument, guard);
        }
    }

    private static final class Product extends E_Multiply {
        private final Guard guard;

        Product(Expr left, Expr right, Guard guard) {
            super(left, right);
            this.guard = guard;
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
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
            return new Product(left, right, guard);
        }
    }

    private static final class Concatenation extends E_StrConcat {
        private final Guard guard;

        Concatenation(ExprList arguments, Guard guard) {
            super(arguments);
            this.guard = guard;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            guard.refuseLongText(arguments.stream().mapToLong(a -> a.asString().length()).sum());
            return super.eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concatenation(arguments, guard);
        }
    }

    private static final class Match extends E_Regex {
        private final Guard guard;
        private final Patterns patterns;

        Match(ExprList arguments, Guard guard) {
            super(arguments.get(0), arguments.get(1), optional(arguments, 2));
            this.guard = guard;
            this.patterns = new Patterns(guard);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            NodeValue flags = arguments.size() == 2 ? null : arguments.get(2);
            return NodeValue.booleanReturn(patterns.matcher("REGEX", arguments.get(0), arguments.get(1), flags).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Match(arguments, guard);
        }
    }

    private static final class Replacement extends E_StrReplace {
        private final Guard guard;
        private final Patterns patterns;

        Replacement(ExprList arguments, Guard guard) {
            super(arguments.get(0), arguments.get(1), arguments.get(2), optional(arguments, 3));
            this.guard = guard;
            this.patterns = new Patterns(guard);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            NodeValue flags = arguments.size() == 3 ? null : arguments.get(3);
            return patterns.replace(arguments.get(0), arguments.get(1), arguments.get(2), flags);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replacement(arguments, guard);
        }
    }
}

package org.w3id.trilateral.query;

import java.util.Iterator;
import java.util.Set;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Shuts the doors that ARQ leaves open: no query calls another service, loads a Java class by name, or runs a function
 * that sleeps, prints or reads settings. In force for the whole process; what remains are the functions of SPARQL 1.1
 * and those of XPath that cannot run away, and the property functions over lists and text.
 */
public final class Lockdown {
    /** XPath functions that grow a text without a measure, or call another by name. */
    private static final Set<String> UNBOUNDED = Set.of("apply", "collation-key", "concat", "encode-for-uri", "error",
            "format-number", "matches", "normalize-unicode", "replace", "string-join");
    private static final Set<String> LISTS = Set.of("http://jena.apache.org/ARQ/list#member",
            "http://jena.apache.org/ARQ/list#index", "http://jena.apache.org/ARQ/list#length");

    private Lockdown() {
    }

    /** Applies it; more than once does no harm. */
    public static void apply() {
        ARQ.init();
        ARQ.globalServiceAllowed = false;
        ARQ.getContext().setFalse(ARQ.httpServiceAllowed);
        close(ARQ.getContext());
    }

    private static void close(Context context) {
        if (!(FunctionRegistry.get(context) instanceof ClosedFunctions)) {
            FunctionRegistry.set(context, new ClosedFunctions(FunctionRegistry.get(context)));
            PropertyFunctionRegistry.set(context, new ClosedPropertyFunctions(PropertyFunctionRegistry.get(context)));
        }
    }

    /**
     * Refuses a function that does not exist here. The standard would have its result be an error, hence a solution
     * silently left out; to be told is better.
     *
     * @throws TrilateralException {@link Fault#REFUSED}
     */
    static void refuseUnknown(String iri) {
        if (!FunctionRegistry.get(ARQ.getContext()).isRegistered(iri)) {
            throw new TrilateralException(Fault.REFUSED, "there is no function <" + iri
                    + "> here; there are those of SPARQL 1.1, "
                    + "the XPath functions on numbers, texts and dates, and the XPath mathematical ones");
        }
    }

    private static boolean isAllowed(String iri) {
        return iri.startsWith(XSD.getURI()) || iri.startsWith(ARQConstants.mathPrefix)
                || iri.startsWith(ARQConstants.fnPrefix)
                        && !UNBOUNDED.contains(iri.substring(ARQConstants.fnPrefix.length()));
    }

    private static boolean isAllowedProperty(String iri) {
        return LISTS.contains(iri) || iri.equals("http://jena.apache.org/text#query");
    }

    /** Only what is registered by name: the stock registry would load {@code java:} classes on demand. */
    private static final class ClosedFunctions extends FunctionRegistry {
        ClosedFunctions(FunctionRegistry stock) {
            for (Iterator<String> keys = stock.keys(); keys.hasNext();) {
                String iri = keys.next();
                if (isAllowed(iri)) {
                    put(iri, stock.get(iri));
                }
            }
        }

        @Override
        public FunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }

    private static final class ClosedPropertyFunctions extends PropertyFunctionRegistry {
        ClosedPropertyFunctions(PropertyFunctionRegistry stock) {
            for (Iterator<String> keys = stock.keys(); keys.hasNext();) {
                String iri = keys.next();
                if (isAllowedProperty(iri)) {
                    put(iri, stock.get(iri));
                }
            }
        }

        @Override
        public PropertyFunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }

        @Override
        public boolean manages(String iri) {
            return isRegistered(iri);
        }
    }
}

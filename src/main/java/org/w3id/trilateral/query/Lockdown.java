package org.w3id.trilateral.query;

import java.util.Iterator;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Shuts the doors that ARQ leaves open: no query calls another service, loads a Java class by name, or runs a function
 * that sleeps, prints or reads settings. In force for the whole process; what remains are the functions of SPARQL 1.1,
 * XPath and ARQ's pure ones, and the property functions over lists and text.
 */
public final class Lockdown {
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

    private static boolean isRefused(String iri) {
        return iri.startsWith("java:") || iri.startsWith(ARQ.arqParamNS)
                || iri.matches("http://jena\\.(hpl\\.hp\\.com|apache\\.org)/ARQ/function#(wait|print|context|version|sprintf|now|localTimezone)");
    }

    /** Only what is registered by name: the stock registry would load {@code java:} classes on demand. */
    private static final class ClosedFunctions extends FunctionRegistry {
        ClosedFunctions(FunctionRegistry stock) {
            for (Iterator<String> keys = stock.keys(); keys.hasNext();) {
                String iri = keys.next();
                if (!isRefused(iri)) {
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
                if (!isRefused(iri)) {
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

package org.w3id.trilateral.temporal;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.function.FunctionEnv;

/** What one left row looks for, by the slots of {@link Slots}. */
interface Values {
    /** Of what kind a value is: the number of a {@link Position.Kind}, or one of the codes of {@link Slots}. */
    byte code(int slot);

    /** The place of a value that has one. */
    double at(int slot);

    /** Values that are read from one row after another. */
    final class Read implements Values {
        private final Slots slots;
        private final FunctionEnv functions;
        private final byte[] codes;
        private final double[] places;

        Read(Slots slots, FunctionEnv functions) {
            this.slots = slots;
            this.functions = functions;
            this.codes = new byte[slots.size()];
            this.places = new double[codes.length];
        }

        void read(Binding row) {
            for (int slot = 0; slot < codes.length; slot++) {
                places[slot] = slots.read(slot, row, functions, codes, slot);
            }
        }

        @Override
        public byte code(int slot) {
            return codes[slot];
        }

        @Override
        public double at(int slot) {
            return places[slot];
        }
    }
}

package org.w3id.trilateral.bench;

import java.util.Locale;

/**
 * What an engine made of a question.
 *
 * @param cold    milliseconds of the first run
 * @param warm    median milliseconds of the later runs; of the first where there were none
 * @param cpu     processor milliseconds of a later run, of all threads of the engine
 * @param rows    number of rows; -1 for none
 * @param content a number that is the same for the same rows in any order
 * @param failure why there is no answer; empty where there is one
 */
record Measured(double cold, double warm, double cpu, long rows, long content, String failure) {
    /** No answer. */
    static Measured failed(String why) {
        return new Measured(0, 0, 0, -1, 0, why);
    }

    boolean isAnswer() {
        return failure.isEmpty();
    }

    /** The figures for a table: cold, warm, processor time. */
    String cell() {
        return isAnswer() ? String.format(Locale.ROOT, "%s / **%s** / %s", shown(cold), shown(warm), shown(cpu))
                : failure;
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}

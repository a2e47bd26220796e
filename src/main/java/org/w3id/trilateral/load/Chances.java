package org.w3id.trilateral.load;

import java.util.SplittableRandom;

/** On which days things happen, and among whom: the same for the same shape, seed and number of events. Immutable. */
final class Chances {
    /** 1 January 1990, in days since 1970-01-01. */
    static final int FIRST_DAY = 7_305;
    /** Days from 1990 to 2024. */
    static final int DAYS = 12_784;
    /** States, of which the first six are real. */
    static final int STATES = 200;
    private static final int CAST = 3;
    private static final double BURST_SHARE = 0.75;
    private static final double LONGEST = 90;
    private static final double WEIGHT_EXPONENT = 0.8;
    private static final double STATE_EXPONENT = 2.5;

    private final Shape shape;
    private final double[] weights;
    private final int[] centres;
    private final double[] lengths;
    private final int[][] casts;

    Chances(Shape shape, long seed, int events) {
        this.shape = shape;
        int bursts = (int) Math.max(12, Math.sqrt(events));
        weights = new double[bursts];
        centres = new int[bursts];
        lengths = new double[bursts];
        casts = new int[bursts][CAST];
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < bursts; i++) {
            sum += Math.pow(i + 1, -WEIGHT_EXPONENT);
            weights[i] = sum;
            centres[i] = random.nextInt(DAYS);
            lengths[i] = 2 + random.nextDouble() * random.nextDouble() * LONGEST;
            for (int j = 0; j < CAST; j++) {
                casts[i][j] = state(random);
            }
        }
    }

    /** When and among whom: a day since 1970-01-01 and two different states by number. */
    record Occasion(int day, int first, int second) {
    }

    /** The next occasion. */
    Occasion next(SplittableRandom random) {
        boolean inBurst = shape == Shape.BURSTY && random.nextDouble() < BURST_SHARE;
        int burst = inBurst ? burst(random.nextDouble()) : -1;
        int day = inBurst ? burstDay(burst, random) : random.nextInt(DAYS);
        int first = inBurst ? casts[burst][random.nextInt(CAST)] : state(random);
        int second = inBurst ? casts[burst][random.nextInt(CAST)] : state(random);
        while (second == first) {
            second = state(random);
        }
        return new Occasion(FIRST_DAY + day, first, second);
    }

    /** A state by number. */
    int state(SplittableRandom random) {
        return shape == Shape.UNIFORM ? random.nextInt(STATES)
                : (int) (STATES * Math.pow(random.nextDouble(), STATE_EXPONENT));
    }

    private int burst(double chance) {
        double sought = chance * weights[weights.length - 1];
        int low = 0;
        for (int high = weights.length - 1; low < high; ) {
            int middle = low + high >>> 1;
            if (weights[middle] < sought) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int burstDay(int burst, SplittableRandom random) {
        double after = -Math.log(1 - random.nextDouble()) * lengths[burst];
        return (int) Math.min(DAYS - 1, centres[burst] + after);
    }
}

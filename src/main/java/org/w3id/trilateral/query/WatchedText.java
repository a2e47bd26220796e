package org.w3id.trilateral.query;

/**
 * A text that looks at the clock whenever a pattern looks at one of its characters.
 *
 * @param text  what is looked at
 * @param guard has the clock
 */
record WatchedText(CharSequence text, Guard guard) implements CharSequence {
    @Override
    public char charAt(int index) {
        guard.step();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

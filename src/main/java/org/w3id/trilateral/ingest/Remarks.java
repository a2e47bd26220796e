package org.w3id.trilateral.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be told from the remarks on a journey. They are short and formulaic; what is not in one of the known forms
 * tells nothing.
 */
final class Remarks {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;])(?<!U\\.[SN]\\.)\\s+");
    private static final Pattern TALKS = Pattern.compile("(?i)\\b(met|meeting|discussed|summit)\\b");
    /** A title with a name after it, and what stands before the title. */
    private static final Pattern TITLED = Pattern.compile(
            "([\\w-]*)\\s*\\b(?:President|Prime Minister|Premier|Chairman)\\s+"
                    + "(\\p{Lu}[\\p{L}.’'-]*(?:\\s+\\p{Lu}[\\p{L}.’'-]*)*)");
    private static final Pattern UNNAMED_TALKS = Pattern.compile("(?i)^(summit|informal|private) meeting\\b");
    private static final Pattern RANK =
            Pattern.compile("(?i)^(state|official|official working|official select|working) visit\\b");
    private static final Pattern CONFERENCE = Pattern.compile(
            "(?i)\\b(G[-–]\\d+|APEC|Asia-Pacific|NATO|Quad|Security Summit|Economic Summit|Offsite Meeting)\\b");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)^(also|afterwards?|later|arrived|departed|visited|revisited|had met|private visit|stopped)\\b");
    private static final Pattern AT_A_PLACE = Pattern.compile("\\b(at|in) (?!the\\b)\\p{Lu}");

    private final String text;

    Remarks(String text) {
        this.text = text;
    }

    /**
     * Whether they say that the traveller talked with somebody whose title and name are written, and the name is this.
     */
    boolean tellOfTalksWith(Predicate<String> name) {
        return sentences().stream().filter(sentence -> TALKS.matcher(sentence).find())
                .flatMap(sentence -> TITLED.matcher(sentence).results())
                .filter(titled -> !titled.group(1).equals("former"))
                .map(titled -> titled.group(2)).anyMatch(name);
    }

    /** Whether they say that there were talks, and name nobody. */
    boolean tellOfTalks() {
        return sentences().stream()
                .anyMatch(sentence -> UNNAMED_TALKS.matcher(sentence).find() && !TITLED.matcher(sentence).find());
    }

    /**
     * Whether they give the visit a rank to which a meeting with the host belongs, and do not speak of a conference
     * too.
     */
    boolean giveRank() {
        return RANK.matcher(text).find() && !CONFERENCE.matcher(text).find();
    }

    /** Whether the journey was for a conference of many states. */
    boolean tellOfConference() {
        return CONFERENCE.matcher(text).find() && !RANK.matcher(text).find();
    }

    /** Whether leaders of three states met. */
    boolean tellOfThreeSides() {
        return text.toLowerCase(Locale.ROOT).contains("trilateral");
    }

    /** The part that tells of the visit itself, without arrivals, departures and side trips. */
    String ofTheVisitItself() {
        return sentences().stream().filter(sentence -> !ELSEWHERE.matcher(sentence).find())
                .collect(Collectors.joining(" "));
    }

    /**
     * Whether they give the visit a rank and no place: the list's notes say that its days are those in Washington then.
     */
    boolean implyWashington() {
        return giveRank() && !AT_A_PLACE.matcher(ofTheVisitItself()).find();
    }

    private List<String> sentences() {
        return Arrays.asList(SENTENCE_END.split(text));
    }
}

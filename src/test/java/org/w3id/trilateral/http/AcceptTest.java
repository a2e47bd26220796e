package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.w3id.trilateral.http.Accept.Offer;

class AcceptTest {
    private static final List<Offer<String>> OFFERS =
            List.of(Offer.of("json", "application/sparql-results+json", "application/json"),
                    Offer.of("html", "text/html"));

    @Test
    void amongEqualsTheFirstOfferWins() {
        assertEquals(Optional.of("json"), Accept.of("*/*").best(OFFERS));
        assertEquals(Optional.of("json"), Accept.of("").best(OFFERS));
        assertEquals(Optional.of("json"), Accept.of("text/html, application/json").best(OFFERS));
    }

    @Test
    void theMostSpecificRangeGivesTheWeight() {
        assertEquals(Optional.of("html"), Accept.of("*/*;q=0.9, application/*;q=0.1").best(OFFERS));
        assertEquals(Optional.of("json"), Accept.of("text/*, text/html;q=0, */*;q=0.1").best(OFFERS));
    }

    @Test
    void zeroMeansNever() {
        assertEquals(Optional.empty(), Accept.of("text/html;q=0.0").best(OFFERS));
        assertEquals(Optional.empty(), Accept.of("image/png").best(OFFERS));
    }

    @Test
    void whatIsNotLegibleCountsAsAbsent() {
        assertEquals(Optional.of("json"), Accept.of("nonsense,,;q=1").best(OFFERS));
    }

    @Test
    void parametersBesideTheWeightAreNotLookedAt() {
        assertEquals(Optional.of("html"), Accept.of("text/html; level=1; q=0.5").best(OFFERS));
    }
}

package org.w3id.trilateral.quality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.link.Linksets;

class LiveHomeTest {
    @Test
    void theGraphOfThisProjectBreaksNoRule() {
        Report report = new Validator(Linksets::graphs).validate(new Home(Path.of("")));

        assertTrue(report.passes(), () -> ReportFormat.TEXT.render(report));
    }
}

package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import org.w3id.trilateral.publish.Downloads;

/** {@code /downloads/SHA256SUMS}: what {@code sha256sum --check} reads. */
final class Checksums implements Endpoint {
    private final Downloads downloads;

    Checksums(Downloads downloads) {
        this.downloads = downloads;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        StringBuilder sums = new StringBuilder();
        downloads.checksums().forEach((file, sum) -> sums.append(sum.sha256()).append("  ").append(file.name())
                .append('\n'));
        return Reply.ok("text/plain;charset=utf-8", sums.toString().getBytes(UTF_8));
    }
}

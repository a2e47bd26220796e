package org.w3id.trilateral.publish;

import java.util.Objects;

/**
 * What is known of a file's bytes.
 *
 * @param bytes  how many they are
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Checksum(long bytes, String sha256) {
    public Checksum {
        Objects.requireNonNull(sha256, "sha256");
    }
}

package org.w3id.trilateral.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A file that pages refer to, under a name that changes with its content, so that it may be kept for ever. */
public enum StaticFile {
    /** The one style sheet. */
    STYLE("site", "css", "text/css;charset=utf-8"),
    /** The mark in a browser's tab. */
    MARK("mark", "svg", "image/svg+xml");

    private final String contentType;
    private final byte[] content;
    private final String fileName;

    StaticFile(String name, String ending, String contentType) {
        this.contentType = contentType;
        this.content = read("/static/" + name + "." + ending);
        this.fileName = name + "-" + digest(content) + "." + ending;
    }

    /** The name it is served under: {@code site-1f2e3d4c5b.css}. */
    public String fileName() {
        return fileName;
    }

    /** Its address on this host. */
    public String href() {
        return "/static/" + fileName;
    }

    /** Media type with charset. */
    public String contentType() {
        return contentType;
    }

    /** A copy of its bytes. */
    public byte[] content() {
        return content.clone();
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(StaticFile.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

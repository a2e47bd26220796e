package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.jcraft.jzlib.GZIPOutputStream;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * How a file is compressed. The compressors come with the program, so that the same file becomes the same bytes on
 * every machine; that of the virtual machine differs with the library of the system.
 */
public enum Compression {
    /** Not at all. */
    NONE("", ""),
    /** gzip (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>). */
    GZIP(".gz", "application/gzip"),
    /** Zstandard (<a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>). */
    ZSTD(".zst", "application/zstd");

    private static final int BUFFER = 1 << 16;
    private static final int ZSTD_LEVEL = 6;

    private final String ending;
    private final String mediaType;

    Compression(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The last part of a file's name, with its dot; empty for none. */
    public String ending() {
        return ending;
    }

    /** The media type of what is compressed; empty for none. */
    public String mediaType() {
        return mediaType;
    }

    /** The name that people choose it by: {@code zstd}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a file's name ends in. */
    public static Compression of(String fileName) {
        return Arrays.stream(values()).filter(one -> one != NONE && fileName.endsWith(one.ending)).findFirst()
                .orElse(NONE);
    }

    /**
     * The one of that label.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} with those there are
     */
    public static Compression labelled(String label) {
        List<String> allowed = Arrays.stream(values()).map(Compression::label).toList();
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.BAD_OPTION,
                "there is no compression '" + label + "'; allowed: "
                        + String.join(", ", allowed) + ".", allowed));
    }

    /** A file's name without the ending of this compression. */
    public String plain(String fileName) {
        return fileName.substring(0, fileName.length() - ending.length());
    }

    /**
     * What is written to the result is compressed into {@code out}; complete when it is closed, and {@code out} with
     * it.
     */
    public OutputStream into(OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new EvenOutput(new GZIPOutputStream(out, BUFFER));
            case ZSTD -> new EvenOutput(new ZstdOutputStreamNoFinalizer(out, ZSTD_LEVEL).setChecksum(true));
        };
    }
}

package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** Releases that were written before, by version. Read-only; safe for any number of threads. */
public final class Releases {
    /** Versions by their numbers; what is no number goes by its letters. */
    static final Comparator<String> NEWEST_FIRST = Comparator.comparing(Releases::sortable)
            .thenComparing(Comparator.naturalOrder()).reversed();

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Map<String, Path> folders;

    private Releases(Map<String, Path> folders) {
        this.folders = Collections.unmodifiableMap(folders);
    }

    /** No releases. */
    public static Releases none() {
        return new Releases(new TreeMap<>());
    }

    /**
     * The releases in the sub-folders of a folder.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} where there is none
     */
    public static Releases in(Path folder) {
        Map<String, Path> folders = new TreeMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path release : inside.filter(path -> Files.isRegularFile(path.resolve(Release.MANIFEST))).sorted()
                    .toList()) {
                folders.put(JSON.parse(Files.readString(release.resolve(Release.MANIFEST))).getString("version"),
                        release);
            }
        } catch (IOException | JsonException e) {
            throw new TrilateralException(Fault.BAD_OPTION,
                    "cannot read the releases in '" + folder + "': " + e.getMessage(), e);
        }
        if (folders.isEmpty()) {
            throw new TrilateralException(Fault.BAD_OPTION,
                    "there is no release in '" + folder + "': none of its folders has a "
                    + Release.MANIFEST);
        }
        return new Releases(folders);
    }

    private static String sortable(String version) {
        return NUMBER.matcher(version).replaceAll(number -> String.format("%09d", Integer.valueOf(number.group())));
    }

    /** Their versions. */
    public List<String> versions() {
        return List.copyOf(folders.keySet());
    }

    /** The names of the files of a release. */
    public List<String> files(String version) {
        try (Stream<Path> inside = Files.list(folder(version))) {
            return inside.map(path -> path.getFileName().toString()).filter(FILE.asMatchPredicate()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of a file of a release.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_RESOURCE} with the versions or files there are
     */
    public byte[] file(String version, String name) {
        if (!files(version).contains(name)) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE,
                    "release " + version + " has no file '" + name + "'.", files(version));
        }
        try {
            return Files.readAllBytes(folder(version).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String version) {
        Path folder = folders.get(version);
        if (folder == null) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no release '" + version + "' here.",
                    versions());
        }
        return folder;
    }
}

package org.w3id.trilateral.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * A folder that keeps a graph as a TDB2 database, for one process at a time.
 *
 * <p>Layout: {@code data-N} is a database; {@code trilateral-store.properties} says which of them counts and what it
 * holds ({@link StoreContent}). A new state is made in a new database beside the old one, forced to the disk, and
 * switched to by moving a new properties file into place in one step: whenever the process is killed, the folder holds
 * the old state or the new one, whole. What no properties file names is removed by the next who opens the folder.
 */
public final class StoreDirectory implements AutoCloseable {
    /** The file that says what the folder holds. */
    public static final String PROPERTIES = "trilateral-store.properties";

    private static final String DATABASE = "database";
    private static final String PREFIX = "data-";
    private static final Logger LOG = LoggerFactory.getLogger(StoreDirectory.class);

    private final Path folder;
    private final StoreLock lock;

    private StoreDirectory(Path folder, StoreLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * The store in a folder, made where there is none, locked until it is closed.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} if another process has it open, or it holds something else
     */
    public static StoreDirectory open(Path folder) {
        try {
            refuseOther(folder);
            Files.createDirectories(folder);
            return new StoreDirectory(folder, StoreLock.take(folder));
        } catch (IOException e) {
            throw new TrilateralException(Fault.BAD_OPTION, "the store '" + folder + "' cannot be opened: " + e, e);
        }
    }

    private static void refuseOther(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new TrilateralException(Fault.BAD_OPTION, "'" + folder + "' is a file; a store is a folder");
        }
        if (!Files.exists(folder) || Files.exists(folder.resolve(PROPERTIES))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<String> other = files.map(file -> file.getFileName().toString()).sorted()
                    .filter(name -> !name.startsWith(PREFIX) && !name.startsWith(PROPERTIES)
                            && !name.equals(StoreLock.NAME))
                    .findFirst();
            if (other.isPresent()) {
                throw new TrilateralException(Fault.BAD_OPTION, "the folder '" + folder + "' is no store: it holds '"
                        + other.get()
                        + "' and no " + PROPERTIES + ". Name an empty folder, or one that does not exist yet");
            }
        }
    }

    /**
     * What the folder holds; empty where nothing has been filled into it yet.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} or {@link Fault#BAD_OPTION} if its properties file is
     *                             not right
     */
    public Optional<StoreContent> content() {
        Optional<StoreContent> content =
                properties().map(properties -> StoreContent.read(properties, folder.resolve(PROPERTIES).toString()));
        if (content.isPresent() && current().isEmpty()) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "the store '" + folder
                    + "' lacks the database that its "
                    + PROPERTIES + " names; remove the folder and fill it again");
        }
        return content;
    }

    private Optional<Properties> properties() {
        Path file = folder.resolve(PROPERTIES);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            return Optional.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives the folder a new content. What it held before is there until the new one is whole.
     *
     * @param filling puts all quads into an empty TDB2 database and tells what they are; triples outside of named
     *                graphs are not seen by readers
     */
    public void fill(Function<DatasetGraph, StoreContent> filling) {
        removeAllBut(current());
        Path fresh = folder.resolve(PREFIX + (number(current()) + 1));
        try {
            Files.createDirectories(fresh);
            DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(fresh));
            StoreContent content;
            try {
                content = filling.apply(database);
            } finally {
                TDBInternal.expel(database, true);
            }
            force(fresh);
            switchTo(fresh, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        removeAllBut(Optional.of(fresh));
    }

    private void switchTo(Path fresh, StoreContent content) throws IOException {
        Properties properties = content.write();
        properties.setProperty(DATABASE, fresh.getFileName().toString());
        Path part = folder.resolve(PROPERTIES + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            properties.store(out, "What this store holds; written by trilateral");
        }
        forceFile(part);
        Files.move(part, folder.resolve(PROPERTIES), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The database that counts, its default graph the union of its named graphs. Closing it closes this store too.
     *
     * @throws IllegalStateException if nothing has been filled into the folder yet
     */
    public DatasetGraph dataset() {
        Path database = current().orElseThrow(() -> new IllegalStateException("nothing was filled into " + folder));
        removeAllBut(Optional.of(database));
        if (lock.isMine()) {
            cutJournals(database);
        }
        return new UnionDataset(DatabaseMgr.connectDatasetGraph(Location.create(database)), this);
    }

    private static void cutJournals(Path database) {
        try (Stream<Path> files = Files.walk(database)) {
            for (Path journal : files.filter(file -> file.getFileName().toString().equals("journal.jrnl")).toList()) {
                long bytes = JournalTail.cut(journal);
                if (bytes > 0) {
                    LOG.warn("{}: {} bytes after the last commit are cut off; they were never acknowledged", journal,
                            bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> current() {
        return properties().map(properties -> folder.resolve(properties.getProperty(DATABASE, "")))
                .filter(database -> database.getFileName().toString().startsWith(PREFIX)
                        && Files.isDirectory(database));
    }

    private static int number(Optional<Path> database) {
        return database.map(path -> path.getFileName().toString().substring(PREFIX.length()))
                .filter(text -> text.matches("\\d{1,8}")).map(Integer::parseInt).orElse(0);
    }

    private void removeAllBut(Optional<Path> kept) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> !kept.equals(Optional.of(path))).toList()) {
                remove(file);
            }
        } catch (IOException e) {
            LOG.warn("an old state in {} could not be removed: {}", folder, e.toString());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void force(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                forceFile(file);
            }
        }
    }

    private static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}

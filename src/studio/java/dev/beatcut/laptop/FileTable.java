package dev.beatcut.laptop;

import dev.beatcut.state.Conflict;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Page;
import dev.beatcut.state.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * {@link Table} in one file (H2's MVStore). One process may hold the file. Every write is committed and synced before
 * it returns, those that wait at the same time together; what expired is swept when it is met.
 */
public final class FileTable implements Table, AutoCloseable {

    /** No key part holds it, so that partitions and times cannot run into each other. */
    private static final char SEPARATOR = '\u0000';

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("table").daemon().factory());
    private final BlockingQueue<Errand<?>> waiting = new LinkedBlockingQueue<>();
    private final MVStore store;
    private final MVMap<String, String[]> items;
    private final MVMap<String, String> due;
    private final Supplier<String> versions;

    /**
     * @param versions random tags, never the same twice
     * @throws org.h2.mvstore.MVStoreException if another process holds the file
     */
    public FileTable(Path file, Supplier<String> versions) {
        this.store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
        this.store.setRetentionTime(0);
        this.items = store.openMap("items");
        this.due = store.openMap("due");
        this.versions = versions;
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        return alone(() -> read(key, now));
    }

    private Optional<Item> read(Key key, Instant now) {
        return Optional.ofNullable(items.get(place(key)))
                .map(row -> item(key, row))
                .filter(item -> isAlive(item, now));
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        return alone(() -> write(item, expected, now));
    }

    private Item write(Item item, Expected expected, Instant now) {
        var size = item.document().getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_DOCUMENT_BYTES) {
            throw new IllegalArgumentException("A document of " + size + " bytes for " + item.key() + "; at most "
                    + MAX_DOCUMENT_BYTES + " are kept here, larger ones in Objects");
        }
        check(item.key(), expected, now);
        unlist(item.key());
        var written = new Item(item.key(), versions.get(), item.due(), item.expires(), item.document());
        items.put(place(item.key()), row(written));
        if (written.due() != null) {
            due.put(duePlace(written), place(written.key()));
        }
        return written;
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        alone(() -> {
            check(key, expected, now);
            unlist(key);
            items.remove(place(key));
            return null;
        });
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        return alone(() -> page(partition, prefix, limit, after, now));
    }

    private Page page(String partition, String prefix, int limit, String after, Instant now) {
        var start = partition + SEPARATOR + (after == null ? prefix : after);
        var found = new ArrayList<Item>();
        var cursor = items.cursor(start);
        while (cursor.hasNext()) {
            var key = key(cursor.next());
            if (!key.partition().equals(partition) || !key.sort().startsWith(prefix)) {
                if (after != null
                        && key.partition().equals(partition)
                        && key.sort().compareTo(prefix) < 0) {
                    continue;
                }
                break;
            }
            var item = item(key, cursor.getValue());
            if (key.sort().equals(after) || !isAlive(item, now)) {
                continue;
            }
            if (found.size() == limit) {
                return new Page(List.copyOf(found), found.getLast().key().sort());
            }
            found.add(item);
        }
        return new Page(List.copyOf(found), null);
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        return alone(() -> dueKeys(shard, until, limit));
    }

    private List<Key> dueKeys(int shard, Instant until, int limit) {
        var found = new ArrayList<Key>();
        var from = "%02d".formatted(shard) + SEPARATOR;
        var to = from + sortable(until) + (char) (SEPARATOR + 1);
        var cursor = due.cursor(from, to, false);
        while (cursor.hasNext() && found.size() < limit) {
            cursor.next();
            found.add(key(cursor.getValue()));
        }
        return found;
    }

    @Override
    public void close() {
        try (thread) {
            alone(() -> {
                store.close();
                return null;
            });
        }
    }

    /**
     * On the table's own thread: an interrupt that met one of the callers' threads in the middle of file access would
     * close the file under everybody.
     */
    private <T> T alone(Supplier<T> work) {
        var errand = new Errand<>(work);
        waiting.add(errand);
        thread.execute(this::serve);
        try {
            return errand.answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException same ? same : failed;
        }
    }

    /** Everything that waits; nothing is answered before it is durable, what was read of another's write neither. */
    private void serve() {
        var errands = new ArrayList<Errand<?>>();
        waiting.drainTo(errands);
        errands.forEach(Errand::run);
        var commit = new Errand<>(this::commit);
        commit.run();
        errands.forEach(errand -> errand.end(commit.failure));
    }

    private static final class Errand<T> {
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final Supplier<T> work;
        private T result;
        private Throwable failure;

        Errand(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            try {
                result = work.get();
            } catch (RuntimeException | Error failed) {
                failure = failed;
            }
        }

        void end(Throwable unwritten) {
            if (failure != null || unwritten != null) {
                answer.completeExceptionally(failure != null ? failure : unwritten);
            } else {
                answer.complete(result);
            }
        }
    }

    private void check(Key key, Expected expected, Instant now) {
        var there = read(key, now).map(Item::version);
        var holds =
                switch (expected) {
                    case Expected.Absent() -> there.isEmpty();
                    case Expected.Version(var tag) -> there.filter(tag::equals).isPresent();
                };
        if (!holds) {
            throw new Conflict(key, expected);
        }
    }

    private void unlist(Key key) {
        var row = items.get(place(key));
        if (row != null && !row[1].isEmpty()) {
            due.remove(duePlace(item(key, row)));
        }
    }

    private Void commit() {
        if (!store.isClosed() && store.hasUnsavedChanges()) {
            store.commit();
            store.sync();
        }
        return null;
    }

    private static boolean isAlive(Item item, Instant now) {
        return item.expires() == null || item.expires().isAfter(now);
    }

    private static String place(Key key) {
        if (key.partition().indexOf(SEPARATOR) >= 0 || key.sort().indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("A key holds no NUL character");
        }
        return key.partition() + SEPARATOR + key.sort();
    }

    private static Key key(String place) {
        var at = place.indexOf(SEPARATOR);
        return new Key(place.substring(0, at), place.substring(at + 1));
    }

    private static String duePlace(Item item) {
        return "%02d".formatted(Table.shard(item.key()))
                + SEPARATOR
                + sortable(item.due())
                + SEPARATOR
                + place(item.key());
    }

    private static String sortable(Instant time) {
        return "%016d".formatted(time.toEpochMilli());
    }

    private static String[] row(Item item) {
        return new String[] {item.version(), said(item.due()), said(item.expires()), item.document()};
    }

    private static Item item(Key key, String[] row) {
        return new Item(key, row[0], time(row[1]), time(row[2]), row[3]);
    }

    private static String said(Instant time) {
        return time == null ? "" : time.toString();
    }

    private static Instant time(String said) {
        return said.isEmpty() ? null : Instant.parse(said);
    }
}

package dev.beatcut.aws;

import dev.beatcut.state.Conflict;
import dev.beatcut.state.Expected;
import dev.beatcut.state.Item;
import dev.beatcut.state.Key;
import dev.beatcut.state.Page;
import dev.beatcut.state.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * {@link Table} on one DynamoDB table. An item:
 *
 * <pre>
 * pk   S  partition key: the key's partition
 * sk   S  sort key: the key's sort
 * v    S  version, random at every write
 * doc  S  the document
 * ds   S  due shard, "0" to "7"; only while the item is due: partition key of the index "due"
 * du   N  due time, epoch ms: sort key of the index "due" (keys only)
 * ex   N  expiry, epoch ms: exact, checked in every call
 * ttl  N  expiry, epoch s: DynamoDB's own sweep, hours late
 * </pre>
 */
public final class DynamoTable implements Table {

    static final String DUE_INDEX = "due";

    /** Nothing is stored here, or what is stored has expired. */
    private static final String ABSENT = "attribute_not_exists(pk) OR (attribute_exists(ex) AND ex <= :now)";

    /** What is stored is still the version that was read, and has not expired. */
    private static final String UNCHANGED = "v = :version AND (attribute_not_exists(ex) OR ex > :now)";

    private static final String IN_PARTITION = "pk = :pk";
    private static final String IN_PARTITION_BY_PREFIX = "pk = :pk AND begins_with(sk, :prefix)";
    private static final String DUE_BY = "ds = :shard AND du <= :until";
    private static final String ALIVE = "attribute_not_exists(ex) OR ex > :now";

    private final DynamoDbClient client;
    private final String name;
    private final Supplier<String> versions;

    public DynamoTable(DynamoDbClient client, String name, Supplier<String> versions) {
        this.client = client;
        this.name = name;
        this.versions = versions;
    }

    @Override
    public Optional<Item> get(Key key, Instant now) {
        var row = answered(
                () -> client.getItem(get -> get.tableName(name).key(place(key)).consistentRead(true)));
        return Optional.of(row.item())
                .filter(found -> !found.isEmpty())
                .map(DynamoTable::item)
                .filter(item -> item.expires() == null || item.expires().isAfter(now));
    }

    @Override
    public Item put(Item item, Expected expected, Instant now) {
        var size = item.document().getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_DOCUMENT_BYTES) {
            throw new IllegalArgumentException("A document of " + size + " bytes for " + item.key() + "; at most "
                    + MAX_DOCUMENT_BYTES + " are kept here, larger ones in Objects");
        }
        var written = new Item(item.key(), versions.get(), item.due(), item.expires(), item.document());
        try {
            answered(() -> client.putItem(put -> put.tableName(name)
                    .item(row(written))
                    .conditionExpression(condition(expected))
                    .expressionAttributeValues(values(expected, now))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return written;
        } catch (ConditionalCheckFailedException lost) {
            if (isThere(written, lost)) {
                return written;
            }
            throw new Conflict(item.key(), expected);
        }
    }

    /** An earlier try of the same call had been heard, though its answer was not: its write is in the way of its own repetition. */
    private static boolean isThere(Item written, ConditionalCheckFailedException lost) {
        return lost.hasItem() && item(lost.item()).version().equals(written.version());
    }

    @Override
    public void delete(Key key, Expected expected, Instant now) {
        try {
            answered(() -> client.deleteItem(delete -> delete.tableName(name)
                    .key(place(key))
                    .conditionExpression(condition(expected))
                    .expressionAttributeValues(values(expected, now))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
        } catch (ConditionalCheckFailedException lost) {
            if (lost.hasItem() || lost.numAttempts() == 1) {
                throw new Conflict(key, expected);
            }
            // Gone after more than one try: an earlier one had been heard.
        }
    }

    @Override
    public Page list(String partition, String prefix, int limit, String after, Instant now) {
        if (after != null && !after.startsWith(prefix)) {
            // DynamoDB refuses to start outside of what it is to list.
            return after.compareTo(prefix) < 0 ? list(partition, prefix, limit, null, now) : new Page(List.of(), null);
        }
        var found = alive(partition, prefix, limit + 1, after, now).stream()
                .limit(limit + 1L)
                .map(DynamoTable::item)
                .toList();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).key().sort());
    }

    private List<Map<String, AttributeValue>> alive(
            String partition, String prefix, int wanted, String after, Instant now) {
        var values = new HashMap<>(Map.of(":pk", text(partition), ":now", number(now.toEpochMilli())));
        if (!prefix.isEmpty()) {
            values.put(":prefix", text(prefix));
        }
        return rows(
                wanted, query -> query.keyConditionExpression(prefix.isEmpty() ? IN_PARTITION : IN_PARTITION_BY_PREFIX)
                        .filterExpression(ALIVE)
                        .expressionAttributeValues(values)
                        .exclusiveStartKey(after == null ? null : place(new Key(partition, after)))
                        .consistentRead(true));
    }

    @Override
    public List<Key> due(int shard, Instant until, int limit) {
        var values = Map.of(":shard", text(String.valueOf(shard)), ":until", number(until.toEpochMilli()));
        return rows(limit, query -> query.indexName(DUE_INDEX)
                        .keyConditionExpression(DUE_BY)
                        .expressionAttributeValues(values))
                .stream()
                .limit(limit)
                .map(DynamoTable::key)
                .toList();
    }

    /** At least so many rows if there are: an answer ends at 1 MB, and counts what its filter left out. */
    private List<Map<String, AttributeValue>> rows(int wanted, Consumer<QueryRequest.Builder> what) {
        var request = QueryRequest.builder().tableName(name).limit(wanted).applyMutation(what);
        var found = new ArrayList<Map<String, AttributeValue>>();
        QueryResponse answer;
        do {
            answer = answered(() -> client.query(request.build()));
            found.addAll(answer.items());
            request.exclusiveStartKey(answer.lastEvaluatedKey());
        } while (found.size() < wanted
                && answer.hasLastEvaluatedKey()
                && !answer.lastEvaluatedKey().isEmpty());
        return found;
    }

    private <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ConditionalCheckFailedException lost) {
            throw lost;
        } catch (SdkException failed) {
            throw Trouble.with("the table \"" + name + "\"", failed);
        }
    }

    private static String condition(Expected expected) {
        return expected instanceof Expected.Version ? UNCHANGED : ABSENT;
    }

    private static Map<String, AttributeValue> values(Expected expected, Instant now) {
        var clock = Map.of(":now", number(now.toEpochMilli()));
        return switch (expected) {
            case Expected.Absent() -> clock;
            case Expected.Version(var tag) -> Map.of(":now", clock.get(":now"), ":version", text(tag));
        };
    }

    private static Map<String, AttributeValue> place(Key key) {
        return Map.of("pk", text(key.partition()), "sk", text(key.sort()));
    }

    private static Map<String, AttributeValue> row(Item item) {
        var row = new HashMap<>(place(item.key()));
        row.put("v", text(item.version()));
        row.put("doc", text(item.document()));
        if (item.due() != null) {
            row.put("ds", text(String.valueOf(Table.shard(item.key()))));
            row.put("du", number(item.due().toEpochMilli()));
        }
        if (item.expires() != null) {
            row.put("ex", number(item.expires().toEpochMilli()));
            row.put("ttl", number(item.expires().getEpochSecond() + 1));
        }
        return row;
    }

    private static Item item(Map<String, AttributeValue> row) {
        return new Item(
                key(row),
                row.get("v").s(),
                time(row.get("du")),
                time(row.get("ex")),
                row.get("doc").s());
    }

    private static Key key(Map<String, AttributeValue> row) {
        return new Key(row.get("pk").s(), row.get("sk").s());
    }

    private static Instant time(AttributeValue ms) {
        return ms == null ? null : Instant.ofEpochMilli(Long.parseLong(ms.n()));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}

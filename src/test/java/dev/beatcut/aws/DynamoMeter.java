package dev.beatcut.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Counts what its clients ask of DynamoDB, and the capacity that DynamoDB says it took. A write whose condition failed is
 * not told of there: it is charged by the documented rule, 1 unit for each KB of what stands there, at least 1.
 */
public final class DynamoMeter implements ExecutionInterceptor {

    private static final int KB = 1024;

    /** @param requests by kind; {@code lost} are those whose condition failed */
    public record Reading(Map<String, Long> requests, double readUnits, double writeUnits) {

        public long all() {
            return requests.values().stream().mapToLong(Long::longValue).sum();
        }

        public Reading since(Reading before) {
            var more = new TreeMap<>(requests);
            before.requests.forEach((kind, count) -> more.merge(kind, -count, Long::sum));
            more.values().removeIf(count -> count == 0);
            return new Reading(more, readUnits - before.readUnits, writeUnits - before.writeUnits);
        }
    }

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();

    /** A client of its own, as another process would have. */
    public DynamoDbClient client() {
        return DynamoDbLocal.client(calls -> calls.addExecutionInterceptor(this));
    }

    public Reading read() {
        var now = new TreeMap<String, Long>();
        requests.forEach((kind, count) -> now.put(kind, count.sum()));
        return new Reading(now, readUnits.sum(), writeUnits.sum());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest call, ExecutionAttributes attributes) {
        var total = ReturnConsumedCapacity.TOTAL;
        return switch (call.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(total).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(total).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(total).build();
            default -> call.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        count(call.response());
    }

    private void count(SdkResponse response) {
        switch (response) {
            case GetItemResponse got ->
                count("get", readUnits, got.consumedCapacity().capacityUnits());
            case QueryResponse found ->
                count("query", readUnits, found.consumedCapacity().capacityUnits());
            case PutItemResponse put ->
                count("put", writeUnits, put.consumedCapacity().capacityUnits());
            case DeleteItemResponse gone ->
                count("delete", writeUnits, gone.consumedCapacity().capacityUnits());
            default -> count("other", readUnits, 0);
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        if (call.exception() instanceof ConditionalCheckFailedException lost) {
            var there = lost.hasItem() ? lost.item().toString().length() : 0;
            count("lost", writeUnits, Math.ceilDiv(Math.max(1, there), KB));
        } else {
            count("failed", readUnits, 0);
        }
    }

    private void count(String kind, DoubleAdder units, double consumed) {
        requests.computeIfAbsent(kind, any -> new LongAdder()).increment();
        units.add(consumed);
    }
}

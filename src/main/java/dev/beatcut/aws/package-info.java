/**
 * The ports on AWS: {@link dev.beatcut.state.Table} on DynamoDB, {@link dev.beatcut.objects.Objects} on S3,
 * {@link dev.beatcut.announce.Tasks} of Step Functions and {@link dev.beatcut.announce.EventBus} on EventBridge. The
 * clients of the last two are plain ones, without a Quarkus extension: in a native image the SDK's retry classes
 * ({@code software.amazon.awssdk.core.retry}, {@code software.amazon.awssdk.retries}) and its
 * {@code utils.cache.CachedSupplier} are initialised at run time, since they hold random numbers.
 */
package dev.beatcut.aws;

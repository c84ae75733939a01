/** The ports on AWS: {@link dev.beatcut.state.Table} on DynamoDB and {@link dev.beatcut.objects.Objects} on S3. */
package dev.beatcut.aws;

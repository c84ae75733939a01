/**
 * Beatcut on AWS: one stack of the table and the bucket, the functions, the HTTP API, the state machines and what watches
 * over them. It is synthesised without an account.
 */
package dev.beatcut.infra;

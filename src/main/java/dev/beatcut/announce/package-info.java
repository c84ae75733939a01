/**
 * Tells the world that something has come to its end, at least once and always under the same event id: by a signed
 * webhook (Standard Webhooks), to a Step Functions task, on an EventBridge bus.
 */
package dev.beatcut.announce;

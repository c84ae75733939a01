/**
 * Turns: a message and its reply. Stored before it is sent and sent once; turns of a session go one at a time, in order.
 * What became of one that was interrupted is read from the state, and a worker whose time is up leaves it so that the next
 * one goes on. Every end has words.
 */
package dev.beatcut.chat;

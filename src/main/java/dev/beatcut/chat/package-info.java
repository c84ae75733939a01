/**
 * Turns: a message and its reply. Stored before it is sent and sent once; turns of a session go one at a time, in order;
 * what became of one that was interrupted is read from the state.
 */
package dev.beatcut.chat;

/**
 * Failures that a caller can act on: a code, what was received and what is accepted, and the next step; and their
 * RFC 9457 form (problem+json).
 */
package dev.beatcut.problem;

/**
 * Addresses that callers name: which of them are public, and calls that reach the very address that was checked. Nothing
 * private, local or of the cloud's own metadata is ever reached.
 */
package dev.beatcut.outside;

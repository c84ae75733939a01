/**
 * The NemoVideo wire: endpoints, envelope, error codes, attribution headers, the stream reader and the client. Field
 * names of the wire are known here and in the studio's answer to it, nowhere else.
 */
package dev.beatcut.nemo;

package dev.beatcut.nemo;

/** Takes what {@link SseReader} finds, in the stream's order. */
interface FrameSink {

    void frame(Frame frame);

    /** A line that only keeps the connection alive. */
    void comment();

    /** A frame over {@link SseReader#LONGEST_FRAME} bytes was skipped. */
    void tooLong();

    /** It was no stream at all but JSON or HTML, which has ended now. */
    void body(String body);
}

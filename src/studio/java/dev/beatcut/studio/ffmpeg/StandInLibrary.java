package dev.beatcut.studio.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ELF shared library that holds its own name and no symbol: enough for the dynamic linker to start a program that
 * names the library and never calls it (lazy binding).
 */
final class StandInLibrary {

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int DYNAMIC_AT = HEADER + 3 * PROGRAM_HEADER;
    private static final int DYNAMIC_ENTRIES = 7;
    private static final int SYMBOLS_AT = DYNAMIC_AT + DYNAMIC_ENTRIES * 16;
    private static final int SYMBOL = 24;
    private static final int HASH_AT = SYMBOLS_AT + SYMBOL;
    private static final int STRINGS_AT = HASH_AT + 16;

    private StandInLibrary() {}

    /** The ELF machine number (62 x86-64, 183 arm64) that {@code program} was built for. */
    static short machineOf(Path program) throws IOException {
        try (var in = Files.newInputStream(program)) {
            return ByteBuffer.wrap(in.readNBytes(20))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getShort(18);
        }
    }

    static byte[] bytes(String name, short machine) {
        var strings = ("\0" + name + "\0").getBytes(StandardCharsets.US_ASCII);
        int size = STRINGS_AT + strings.length;
        var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        header(out, machine);
        program(
                out, 1, 6, 0, size,
                0x1000); // PT_LOAD, read and write: the linker relocates the dynamic section in place
        program(out, 2, 6, DYNAMIC_AT, DYNAMIC_ENTRIES * 16, 8); // PT_DYNAMIC
        program(out, 0x6474e551, 6, 0, 0, 16); // PT_GNU_STACK: not executable
        dynamic(out, 14, 1); // DT_SONAME
        dynamic(out, 4, HASH_AT); // DT_HASH
        dynamic(out, 5, STRINGS_AT); // DT_STRTAB
        dynamic(out, 6, SYMBOLS_AT); // DT_SYMTAB
        dynamic(out, 10, strings.length); // DT_STRSZ
        dynamic(out, 11, SYMBOL); // DT_SYMENT
        dynamic(out, 0, 0);
        out.position(HASH_AT).putInt(1).putInt(1).putInt(0).putInt(0);
        out.put(strings);
        return out.array();
    }

    private static void header(ByteBuffer out, short machine) {
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        out.putShort((short) 3).putShort(machine).putInt(1); // ET_DYN
        out.putLong(0).putLong(HEADER).putLong(0).putInt(0);
        out.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        out.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private static void program(ByteBuffer out, int type, int flags, long at, long size, long align) {
        out.putInt(type).putInt(flags).putLong(at).putLong(at).putLong(at);
        out.putLong(size).putLong(size).putLong(align);
    }

    private static void dynamic(ByteBuffer out, long tag, long value) {
        out.putLong(tag).putLong(value);
    }
}

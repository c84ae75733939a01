package dev.beatcut.timeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Capitals, digits and some signs, five by seven dots each: a font where there is none. */
final class Letters {

    static final int WIDTH = 6;
    static final int HEIGHT = 7;

    private static final int NOTED = 1 + 2 * HEIGHT;

    /** A sign, then its rows from the top, two hexadecimal digits each. */
    private static final String DOTS = "A0E11111F111111B1E11111E11111EC0E11101010110ED1E11111111111EE1F10101E10101F"
            + "F1F10101E101010G0E11101713110FH1111111F111111I0E04040404040EJ0702020202120C"
            + "K11121418141211L1010101010101FM111B1515111111N11191513111111O0E11111111110E"
            + "P1E11111E101010Q0E11111115120DR1E11111E141211S0F10100E01011ET1F040404040404"
            + "U1111111111110EV11111111110A04W11111115151B11X11110A040A1111Y11110A04040404"
            + "Z1F01020408101F00E11131519110E1040C040404040E20E11010204081F31F02040201110E"
            + "402060A121F020251F101E0101110E60608101E11110E71F01020408080880E11110E11110E"
            + "90E11110F01020C.00000000000C0C,00000000040408:000C0C000C0C00-0000001F000000"
            + "_0000000000001F/01020204080810(02040808080402)08040202020408!04040404040004"
            + "?0E110102040004'04040800000000&0C12140815120D+0004041F040400%18190204081303"
            + "#0A0A1F0A1F0A0A×00110A040A1100·0000000C0C0000";

    private static final Map<Character, int[]> ROWS = read();

    private Letters() {}

    private static Map<Character, int[]> read() {
        var rows = new HashMap<Character, int[]>();
        for (int at = 0; at < DOTS.length(); at += NOTED) {
            int[] dots = new int[HEIGHT];
            for (int row = 0; row < HEIGHT; row++) {
                dots[row] = Integer.parseInt(DOTS.substring(at + 1 + 2 * row, at + 3 + 2 * row), 16);
            }
            rows.put(DOTS.charAt(at), dots);
        }
        return Map.copyOf(rows);
    }

    /** What of a text can be shown, small letters as capitals; empty when it is written in another script. */
    static String shown(String text) {
        var shown = new StringBuilder();
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            shown.append(ROWS.containsKey(c) ? c : ' ');
        }
        return shown.toString().strip().replaceAll(" +", " ");
    }

    /** Whether a dot of a sign is set; nothing of a space is. */
    static boolean isSet(char sign, int column, int row) {
        int[] dots = ROWS.get(sign);
        return dots != null && column < 5 && (dots[row] >> 4 - column & 1) == 1;
    }
}

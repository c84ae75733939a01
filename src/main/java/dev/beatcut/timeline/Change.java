package dev.beatcut.timeline;

import java.util.Locale;

/** One difference between two timelines, in words. */
public sealed interface Change {

    /** @param language such as {@code en} or {@code zh-CN}; everything but Chinese is said in English; may be null */
    String say(String language);

    record TrackAdded(int type, int segments) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track added (%s)",
                    "新增%s轨道（%s）",
                    Words.track(type, language),
                    Words.segments(segments, language));
        }
    }

    record TrackRemoved(int type) implements Change {
        @Override
        public String say(String language) {
            return Words.in(language, "%s track removed", "删除了%s轨道", Words.track(type, language));
        }
    }

    /** @param before number of segments, and so {@code after} */
    record CutAnew(int type, int before, int after) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track cut anew: %s before, %s now",
                    "%s轨道重新剪辑：之前 %s，现在 %s",
                    Words.track(type, language),
                    Words.segments(before, language),
                    Words.segments(after, language));
        }
    }

    record SegmentsAdded(int type, int count) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track: %s added",
                    "%s轨道：新增 %s",
                    Words.track(type, language),
                    Words.segments(count, language));
        }
    }

    record SegmentsRemoved(int type, int count) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track: %s removed",
                    "%s轨道：删除 %s",
                    Words.track(type, language),
                    Words.segments(count, language));
        }
    }

    record SegmentsReplaced(int type, int count) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track: %s replaced",
                    "%s轨道：替换 %s",
                    Words.track(type, language),
                    Words.segments(count, language));
        }
    }

    /** Another length, or another part of the same source. */
    record SegmentsTrimmed(int type, int count) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track: %s trimmed",
                    "%s轨道：裁剪 %s",
                    Words.track(type, language),
                    Words.segments(count, language));
        }
    }

    record SegmentsMoved(int type, int count) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track: %s moved",
                    "%s轨道：移动 %s",
                    Words.track(type, language),
                    Words.segments(count, language));
        }
    }

    /** Position, colour and the like. */
    record SegmentsRestyled(int type, int count) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "%s track: look of %s changed",
                    "%s轨道：%s的样式已修改",
                    Words.track(type, language),
                    Words.segments(count, language));
        }
    }

    /** @param before gain, null when the draft did not say; and so {@code after} */
    record VolumeChanged(int type, Double before, Double after) implements Change {
        @Override
        public String say(String language) {
            var to = after == null ? Words.in(language, "its own", "原始音量") : percent(after);
            return before == null
                    ? Words.in(language, "%s volume is now %s", "%s音量现在是 %s", Words.track(type, language), to)
                    : Words.in(
                            language,
                            "%s volume from %s to %s",
                            "%s音量从 %s 改为 %s",
                            Words.track(type, language),
                            percent(before),
                            to);
        }

        private static String percent(double gain) {
            return Math.round(gain * 100) + "%";
        }
    }

    record TitleAdded(String text) implements Change {
        @Override
        public String say(String language) {
            return Words.in(language, "title \"%s\" added", "新增标题“%s”", text);
        }
    }

    record TitleRemoved(String text) implements Change {
        @Override
        public String say(String language) {
            return Words.in(language, "title \"%s\" removed", "删除标题“%s”", text);
        }
    }

    record TitleChanged(String before, String after) implements Change {
        @Override
        public String say(String language) {
            return Words.in(language, "title \"%s\" is now \"%s\"", "标题“%s”改为“%s”", before, after);
        }
    }

    /** Times in ms. */
    record LengthChanged(long before, long after) implements Change {
        @Override
        public String say(String language) {
            return Words.in(
                    language,
                    "length from %ss to %ss",
                    "时长从 %s 秒改为 %s 秒",
                    Summary.seconds(before),
                    Summary.seconds(after));
        }
    }

    record SizeChanged(int width, int height) implements Change {
        @Override
        public String say(String language) {
            return Words.in(language, "frame size is now %sx%s", "画面尺寸改为 %sx%s", width, height);
        }
    }

    /** Something else: fields that we keep and cannot name. */
    record DetailsChanged() implements Change {
        @Override
        public String say(String language) {
            return Words.in(language, "details of the project changed", "项目的一些细节已修改");
        }
    }

    /** How tracks and numbers are called in both languages. */
    final class Words {

        private Words() {}

        private static boolean chinese(String language) {
            return language != null && language.toLowerCase(Locale.ROOT).startsWith("zh");
        }

        private static String in(String language, String english, String chinese, Object... values) {
            return String.format(Locale.ROOT, chinese(language) ? chinese : english, values);
        }

        private static String track(int type, String language) {
            if (!chinese(language)) {
                return TrackType.label(type);
            }
            return TrackType.of(type)
                    .map(known -> switch (known) {
                        case VIDEO -> "视频";
                        case AUDIO -> "音乐";
                        case TEXT -> "标题";
                    })
                    .orElse("类型 " + type + " ");
        }

        private static String segments(int count, String language) {
            return chinese(language) ? count + " 个片段" : count == 1 ? "1 segment" : count + " segments";
        }
    }
}

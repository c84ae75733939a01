package dev.beatcut.intent;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The commands in English: lower case, single spaces, without courtesies and articles. */
final class EnglishCommands {

    private static final String FILM =
            "(?:video|videos|movie|film|clip|(?:final|finished) (?:cut|edit)|file|files|result|results|project|mp4|mov"
                    + "|webm|gif|mp3|version|link|copy|reel|output|render|final|finished|whole|complete|rendered|edited|new|download)";

    /** What may follow the verb: the film, its format and where it goes. */
    private static final String OBJECT = "(?: (?:it|this|that|them|everything|" + FILM
            + "|\\d{3,4}p|[248]k|\\d\\d ?fps|hd|fhd|uhd|full|high|highest|low|max|maximum|quality|resolution|res|format|definition"
            + "|h264|as|in|at|to|an|a|out|again|here|best|possible|off|me|us|disk|phone|computer|desktop|device|laptop|pc"
            + "|mac|gallery|camera roll|for (?:youtube|tiktok|instagram|reels|shorts|facebook)))*";

    private static final String MEDIUM =
            "(?: (?:a|an|some|more|another|new|few|own|file|files|video|videos|clip|clips|song|songs"
                    + "|music|audio|track|tracks|photo|photos|picture|pictures|image|images|footage|media|this|these|it|them|one"
                    + "|mp3|mp4))*";
    private static final String SHOW =
            "(?:(?:check|show|show me|see|view|get|give me|tell me|list|display|what is|what's|describe|current) )*";

    static final Map<Intent, List<Pattern>> ALL = Map.of(
            Intent.EXPORT,
                    whole(
                            "(?:export|download|render|save)(?:ing)?" + OBJECT,
                            "(?:send|give|get|hand|mail|email|dm)(?: (?:me|us|it|this))?(?: " + FILM
                                    + ")+(?: (?:over|here|to (?:me|us)))?",
                            "(?:send|give|hand|mail|email|dm) (?:it|this) (?:to (?:me|us)|over|here)",
                            "(?:send|give|mail|email|dm) (?:me|us)(?: it)?",
                            "(?:start|run|do|make|begin)(?: an?)? (?:export|render|download)(?:ing)?",
                            "(?:i )?(?:want|need) (?:final|finished|rendered|download|mp4|file|link)(?: " + FILM + ")*",
                            "(?:download )?link(?: to (?:it|" + FILM + "))?"),
            Intent.CREDITS,
                    whole(
                            SHOW + "(?:(?:remaining|available|account|credits?|how much) )*(?:credits?|balance)"
                                    + "(?: (?:left|remaining|balance|available|do i have|i have|have i got|is left|are left))*",
                            "how (?:many|much)(?: (?:credits?|balance))?"
                                    + "(?: (?:do i have|do i still have|have i got|are there|is there|are|is|i have))?"
                                    + "(?: (?:left|remaining|available))*",
                            "(?:do i have|have i got|are there|any)(?: (?:any|enough|some))? credits(?: (?:left|remaining))?"),
            Intent.STATUS,
                    whole(
                            SHOW + "(?:(?:project|export|render|video|edit) )?(?:status|state|progress)"
                                    + "(?: (?:of )?(?:it|this|project|export|render|video|edit|report|update))?",
                            "(?:show|show me|list|see|view|display|what is on|what's on|what is in|what's in|describe)"
                                    + "(?: (?:current|me|tracks?|timeline|project|draft|what you have|what we have|preview))+",
                            "(?:show|see|view|watch|play|preview)(?: me)?(?: (?:it|" + FILM + "))+(?: (?:again|back))?",
                            "(?:tracks|timeline|preview|any (?:news|progress)|any updates?|updates?|news)",
                            "(?:what|how) (?:does|do) (?:it|video|film|things|edit) look(?: like)?",
                            "how (?:is|are) (?:it|things|video|edit|export|render) (?:going|doing|coming along)"
                                    + "|how's (?:it|video|edit|export) (?:going|doing|coming along)"
                                    + "|how far(?: (?:is it|are you|are we|along is it|along are we))?",
                            "(?:is|are)(?: (?:it|this|that|you|we|video|film|export|render|edit|clip))+"
                                    + "(?: (?:done|ready|finished|complete|there|working|rendered))",
                            "(?:done|ready|finished|still working)(?: or not)?",
                            "where(?: is|'s) (?:it|" + FILM + ")|where are we",
                            "what do(?: we| i| you)? have(?: so far)?|what's happening|what is happening|what happened",
                            "how (?:long|much longer)(?: (?:will|does|is) (?:it|this|export))?(?: (?:take|going to take))?"),
            Intent.UPLOAD, whole("(?:add |do |start )?upload(?:ing)?" + MEDIUM));

    private EnglishCommands() {}

    private static List<Pattern> whole(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}

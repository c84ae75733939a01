package dev.beatcut.intent;

import java.util.regex.Pattern;

/** Steps on a screen in English. A clause comes with quoted words masked by underscores. */
final class EnglishSteps {

    /** Where only a screen has them. */
    private static final String PLACE =
            "(?:button|panel|tab|menu|tool ?bar|side ?bar|icon|slider|dialog|editor|player|inspector|dashboard"
                    + "|drop-?down|checkbox|toggle|playhead|scrubber|pane|workspace|media (?:bin|pool|library)|library|timeline|settings|properties"
                    + "|preview (?:window|area|screen|pane)|search (?:bar|box|field)|input (?:box|field)|text (?:box|field)|handles?|cursor|mouse"
                    + "|(?:top|upper|bottom|lower)[- ](?:left|right|center|bar)(?: corner)?|(?:left|right)[- ]hand side|corner|interface"
                    + "|keyboard shortcuts?|web ?page|page|app|website|browser)s?";

    /** A control by its name: "the Export button", "Music tab". */
    private static final Pattern CONTROL = Pattern.compile("(?:_{3,60}|\\b[A-Z][\\w&]*(?: [A-Z&>][\\w&]*){0,4}"
            + "|\\b(?i:export|download|play|save|share|settings?|music|media|text|audio|effects?|preview|propert(?:y|ies)|titles?|layers?"
            + "|assets?|project|left|right|top|bottom|side|main|volume|hamburger|gear|plus|pencil|scissors|undo|render|publish|upload"
            + "|speed|opacity|context|options|tracks?|clips?|timeline))"
            + " (?i:button|tab|panel|icon|slider|menu|side ?bar|tool ?bar|pane|drop-?down|dialog)s?\\b(?! of\\b)");

    /** What may stand before an imperative. */
    private static final String LEAD =
            "^\\W*+(?:\\d{1,3}[.)]\\W*+)?(?:step \\d+\\W*+)?(?:[A-Za-z]+(?: [A-Za-z]+){0,3}: *\\W*)?(?:(?:and|or|then|please|just"
                    + "|simply|now|next|first|finally|also|you|you'll|we|can|could|may|might|should|will|want|need|have|like|would|to|if|when|once"
                    + "|happy|ready|satisfied|done|are|is|it|you're|you'd|feel|free|go|ahead|be|able|always|try|either|alternatively|even|further"
                    + "|quickly|easily|directly|recommend|suggest|i|i'd|that|all|do|afterwards?|later|again|go back|make|sure|remember|don't"
                    + "|forget|for example|why not)\\b\\W*+){0,12}";

    private static final String TARGET =
            "(?:the|a|an|any|on|in|into|onto|to|your|here|there|this|that|these|those|it|its|them|and|each|every"
                    + "|either|anywhere|twice|once|through|up|down|left|right|over|along|outside|inside|at|between|out|across|one|two|another|around"
                    + "|both|all|files|clips|tracks|play|pause|save|export|download|share|settings|media|audio|text|music)\\b";

    private static final Pattern IMPERATIVE = Pattern.compile(
            LEAD
                    + "(?:(?:(?:double|right|left|long)[- ]?)?(?:click|tap|press|clicking|tapping)(?: and hold)?(?=\\W*$|\\W+"
                    + TARGET
                    + "|\\W+(?-i:[A-Z_])|\\s*[\"“‘*\\[])(?! the (?:accelerator|gas|issue|point))"
                    + "|(?:drag(?:ging)?|hover|hovering|swipe|scroll|pinch|zoom)(?=\\W*$|\\W+" + TARGET
                    + "|\\W+(?-i:[A-Z_])|\\s*[\"“‘*\\[])"
                    + "|drop (?:it|them|your|any|the|a|files?)\\b.{0,30}\\b(?:in|into|onto|on|here|to)\\b"
                    + "|(?:press|hit) (?:the )?(?:ctrl|cmd|command|control|alt|shift|space|enter|return|delete|esc|tab\\b|play|save|export|[⌘⇧])"
                    + "|(?:preview|play|watch|review) (?:back )?(?:it|the (?:video|result|edit|film|timeline|clip|sequence|whole)|your (?:video|edit|film))\\b"
                    + "|(?:export|download|save|share|publish) (?:it|(?:the|your|this) (?:\\w+ )?(?:video|film|clip|edit|file|movie|project|result|mp4))\\b"
                    + "|(?:export|download)(?=\\W*$| (?:when|whenever|now|in|as|at)\\b)"
                    + "|check (?:your )?(?:account|billing|credit)|(?:visit|see|upgrade) (?:your|the) (?:account|billing|plan)"
                    + "|(?:press|hit|use|open|select|choose|find|see|check|check out|go (?:back )?to|"
                    + "head (?:over )?(?:back )?to|navigate to|switch to|jump to|return to|look (?:at|for|in|under)|locate|spot|notice|"
                    + "preview|play|review|watch|view|adjust|change|pick|expand|access|move|set|toggle|enable|turn on|enter|type|paste"
                    + "|reach|get to|visit|edit|fine-tune|tweak|customize|trim|resize|reposition|replace|delete|split|upload|add)\\b.{0,80}?\\b"
                    + PLACE + "\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:by|by simply|recommend|suggest|try) (?:clicking|dragging|dropping|tapping|opening|pressing|selecting|using the|adjusting|going to)\\b"
                    + "|\\b(?:click|clicking|tap|tapping) (?:on )?(?:the|here|on)\\b.{0,40}?\\b" + PLACE + "\\b"
                    + "|\\byou(?:'ll| can| could| may| will| should|'d| might)?(?: now| also| always| then| easily)* (?:click|drag|tap|open the|find|see|notice|spot"
                    + "|locate|access|hover|scroll|adjust|fine-tune|tweak)\\b.{0,80}?\\b" + PLACE + "\\b"
                    + "|\\byou (?:can|could|may)(?: now| also)* (?:click|drag|tap|export|download|preview|play it|watch it|save it|share it)\\b"
                    + "|\\b(?:after|when|once|until|as soon as) you (?:click|tap|press|hit)\\b"
                    + "|\\[[^\\]]*click[^\\]]*\\]\\(",
            Pattern.CASE_INSENSITIVE);

    /** The speaker's own work is content, unless it is advice. */
    private static final Pattern OWN = Pattern.compile(
            "^\\W*(?:(?:and|then|so|also|first|next|now|finally|for the \\w+)\\W+){0,4}(?:I|I've|I'm|I'll|we|we've)\\b(?! (?:recommend|suggest|'d recommend|would|advise|can recommend))");

    private static final Pattern FOOTAGE = Pattern.compile(
            "(?i)\\b(?:shot|clip|scene|footage|frame|close-?up|photo)s? (?:of|shows?|where|in which|with)\\b");

    private static final Pattern GOES_ON = Pattern.compile(
            "^\\W*+(?:\\d{1,3}[.)]\\W*+)?(?:(?:and|then|next|finally|now)\\W+){0,4}(?:choose|select|pick"
                    + "|enter|type|wait for|confirm|set the (?:quality|resolution|format)|hit|press|name (?:it|your))\\b",
            Pattern.CASE_INSENSITIVE);

    /** An address is worth having, whatever leads to it. */
    private static final Pattern LINK = Pattern.compile("(?i)(?<!\\]\\()https?://");

    private static final Pattern LINK_TO_PRESS = Pattern.compile("(?i)\\b(?:page|click|tap)\\b");

    private EnglishSteps() {}

    /** Whether a sentence goes on from a step in the one before it: "2. Choose 1080p". */
    static boolean goesOn(String sentence) {
        return GOES_ON.matcher(sentence).find();
    }

    static boolean isStep(String clause) {
        boolean link =
                LINK.matcher(clause).find() && !LINK_TO_PRESS.matcher(clause).find();
        if (link || OWN.matcher(clause).find()) {
            return false;
        }
        return IMPERATIVE.matcher(clause).find()
                || WITHIN.matcher(clause).find()
                || CONTROL.matcher(clause).find() && !FOOTAGE.matcher(clause).find();
    }
}

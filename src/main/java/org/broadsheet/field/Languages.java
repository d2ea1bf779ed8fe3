package org.broadsheet.field;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.broadsheet.field.Analysis.Component;

/**
 * The languages that texts can be analysed in. All cut words and fold accents alike; they differ in what they strip
 * from a word before, in their stems and in their common words. Stems are light where there is a choice: they join
 * plural and singular and leave it at that, since articles are short and every false friend shows.
 */
final class Languages {

    /**
     * Letters joined by {@code &} or single letters with stops between them are one word ({@code AT&T}, {@code A.I.}):
     * cut apart, they would be words of one letter that say nothing. Each pattern here begins with the sign that it is
     * about ({@link #SIGN_CHARACTERS}), so that a text without it is passed over at once.
     */
    private static final Component INITIALS = replace(
            "[&.](?=\\p{L}\\b)(?:(?<=\\b\\p{L}{1,2}&)|(?<=\\b\\p{L}\\.))", "");
    /** {@code C#} and {@code F#} are not the letter. */
    private static final Component SHARP = replace("#(?<=\\b[CcFfJj]#)", "sharp");
    /** Nor is {@code C++}. */
    private static final Component PLUS_PLUS = replace("\\+\\+(?<=\\b[Cc]\\+\\+)", "plusplus");
    /** {@code .NET} is not a net. */
    private static final Component DOT_NET = replace("\\.(?<!\\S\\.)(?=[Nn][Ee][Tt]\\b)", "dot");

    private static final List<Component> SIGNS = List.of(INITIALS, SHARP, PLUS_PLUS, DOT_NET);
    private static final String SIGN_CHARACTERS = "&.#+";

    /** By name. */
    static final Map<String, Analysis> ALL = new TreeMap<>();

    static {
        add("english", "porterStem", List.of("englishPossessive"),
                """
                        a about after all also an and any are as at be because been before but by can could did do does \
                        doesn't don't for from get had has have he her his how i if in into is it its it's just may me \
                        might more most my no not of on or our out over she should so some such than that the their \
                        them then there these they this those to under up us was we were what when where which while \
                        who why will with would you your""");
        add("french", "frenchLightStem", List.of("elision"), """
                au aux avec ce ces cette comment dans de des du elle en est et il ils la le les leur mais ne nous on \
                ou par pas plus pour pourquoi quand que qui sa se ses son sont sur un une vous""");
        add("german", "germanLightStem", List.of(), """
                aber als am an auch auf aus bei das dass dem den der des die durch ein eine einem einen einer er es \
                fuer fur für hat ich im in ist man mit nach nicht noch nur oder sich sie sind so ueber um und von vor \
                war warum was wenn wer wie wird wir zu zum zur über""");
        add("italian", "italianLightStem", List.of("elision"), """
                a al alla anche che chi come con da dal de dei del della di e ed gli ha i il in la le lo ma nel nella \
                non o per perché più quando se si sono su sul un una""");
        add("portuguese", "portugueseLightStem", List.of(), """
                a ao as com como da das de do dos e ela ele em é mais mas na nas no nos não o os ou para pela pelo \
                por porque quando que se sem seu sua são um uma""");
        add("spanish", "spanishLightStem", List.of(), """
                a al como con cuando de del el ella en es esta este ha la las lo los más no o para pero por porque \
                que qué se si sin sobre son su sus un una y""");
        add("finnish", "finnishLightStem", List.of(), "");
        add("hungarian", "hungarianLightStem", List.of(), "");
        add("norwegian", "norwegianLightStem", List.of(), "");
        add("russian", "russianLightStem", List.of(), "");
        add("swedish", "swedishLightStem", List.of(), "");
    }

    private Languages() {}

    private static void add(String language, String stem, List<String> before, String commonWords) {
        List<Component> exact = Stream
                .of(before.stream(), Stream.of("lowercase", "asciiFolding"))
                .flatMap(names -> names)
                .map(Component::of)
                .toList();
        Set<String> common = commonWords.isEmpty() ? Set.of() : Set.of(commonWords.split("\\s+"));
        ALL.put(language, new Analysis(language, SIGNS, SIGN_CHARACTERS, Component.of("standard"), exact,
                Component.of(stem), common));
    }

    private static Component replace(String pattern, String replacement) {
        return new Component("patternReplace", Map.of("pattern", pattern, "replacement", replacement));
    }
}

package cn.zhirong.assistant;

import cn.zhirong.assistant.ProgrammeSentences.Clause;
import cn.zhirong.document.Provision;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a programme's page and the documents do not say the same of days and materials. */
final class Differences {
    private static final Pattern TIME =
            Pattern.compile("(?:受理|申报|申请)的?(?:时间|期限|期间|期)|(?:每年|每季度|季度|集中|次月).{0,16}受理|受理.{0,12}[0-9]+[月日]");
    private static final Pattern RANGE =
            Pattern.compile("([0-9]{1,2})月([0-9]{1,2})日起?(?:至|到|—|-|~)(?:[0-9]{4}年)?([0-9]{1,2})月([0-9]{1,2})日");

    private Differences() {}

    /** The provisions of the programme's own document that tell when one can apply. */
    static List<Clause> windows(Quotes quotes, Offer offer) {
        return ProgrammeSentences.document(quotes, offer).stream()
                .flatMap(document -> document.provisions().stream()
                        .filter(one -> TIME.matcher(one.text()).find()
                                && !one.text().contains("公示")
                                && !one.text().contains("补正"))
                        .limit(2)
                        .map(one -> new Clause(document, one)))
                .toList();
    }

    /**
     * Says where they differ, with the words.
     *
     * @param found what the documents alone would have answered
     */
    static void say(Quotes quotes, Offer offer, Set<ProgrammeAspect> asked, Answer found) {
        if (!offer.runs()) {
            return;
        }
        if (asked.contains(ProgrammeAspect.MATERIALS)) {
            for (Clause clause : unlisted(quotes, offer)) {
                List<Integer> cited = new ArrayList<>();
                clause.cite(quotes, cited);
                quotes.say(
                        "与项目页所列不一致：文件" + clause.provision().path() + "还写有“"
                                + clause.provision().text().replaceAll("[；;。]$", "") + "”，以文件为准，提交前请向经办核实。",
                        cited);
            }
        }
        if (asked.contains(ProgrammeAspect.WINDOW)) {
            for (Clause clause : windows(quotes, offer)) {
                if (isOtherTime(offer, clause.provision().text())) {
                    List<Integer> cited = new ArrayList<>();
                    clause.cite(quotes, cited);
                    differs(quotes, clause.provision().text(), cited);
                }
            }
            if (found instanceof Answer.Grounded grounded) {
                grounded.citations().stream()
                        .filter(citation ->
                                ProgrammeWords.isAbout(offer.programme(), citation.title() + citation.quote()))
                        .filter(citation ->
                                TIME.matcher(citation.quote()).find() && isOtherTime(offer, citation.quote()))
                        .filter(citation -> quotes.citations().stream()
                                .noneMatch(known -> known.versionId() == citation.versionId()
                                        && known.path().equals(citation.path())))
                        .limit(1)
                        .forEach(citation -> {
                            List<Integer> cited = new ArrayList<>();
                            quotes.cite(citation, cited);
                            differs(quotes, citation.quote(), cited);
                        });
            }
        }
    }

    private static void differs(Quotes quotes, String words, List<Integer> cited) {
        quotes.say("与项目页所列的受理时间不一致：文件写的是“" + words.replaceAll("[；;。]$", "") + "”，以文件为准，提交前请向经办核实。", cited);
    }

    /** Whether the words name days from and to which no window of the programme has. */
    private static boolean isOtherTime(Offer offer, String words) {
        Matcher range = RANGE.matcher(QuestionText.normal(words));
        while (range.find()) {
            try {
                MonthDay from = MonthDay.of(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
                MonthDay until = MonthDay.of(Integer.parseInt(range.group(3)), Integer.parseInt(range.group(4)));
                if (offer.programme().content().windows().stream()
                        .noneMatch(window -> MonthDay.from(window.from()).equals(from)
                                && MonthDay.from(window.until()).equals(until))) {
                    return true;
                }
            } catch (java.time.DateTimeException noSuchDay) {
                return true;
            }
        }
        return false;
    }

    /** Items beside those that materials rest on, which no material rests on. */
    private static List<Clause> unlisted(Quotes quotes, Offer offer) {
        List<Clause> unlisted = new ArrayList<>();
        ProgrammeSentences.document(quotes, offer).ifPresent(document -> {
            Set<String> listed = new HashSet<>();
            offer.programme().content().materials().stream()
                    .map(Material::provision)
                    .forEach(listed::add);
            Set<Integer> parents = new HashSet<>();
            document.provisions().stream()
                    .filter(one -> listed.contains(one.path()) && isItem(one))
                    .forEach(one -> parents.add(one.parent()));
            document.provisions().stream()
                    .filter(one -> parents.contains(one.parent()) && isItem(one) && !listed.contains(one.path()))
                    .filter(one -> !one.text().isEmpty())
                    .forEach(one -> unlisted.add(new Clause(document, one)));
        });
        return unlisted;
    }

    /** One of a list in brackets: whole sections are not materials. */
    private static boolean isItem(Provision one) {
        return one.label().startsWith("(") || one.path().endsWith("项");
    }
}

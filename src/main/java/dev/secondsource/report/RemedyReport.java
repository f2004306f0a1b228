package dev.secondsource.report;

import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Remedies;
import dev.secondsource.sensitivity.Remedies.Goal;
import dev.secondsource.sensitivity.Remedies.Part;
import dev.secondsource.sensitivity.Remedy;
import dev.secondsource.sensitivity.Remedy.Step;
import dev.secondsource.whatif.Setting;
import java.util.stream.Collectors;

/** What would let an offer through, on the sheet of a why-not and in its data. */
final class RemedyReport {
    private static final int MARGIN = 2;

    private RemedyReport() {}

    static void write(Remedies remedies, String file, Sheet sheet) {
        String goal = remedies.goal() == Goal.MAY_LEAD ? "let it lead" : "make it the answer";
        if (!remedies.single().isEmpty()) {
            sheet.heading("Smallest change that would " + goal + (remedies.single().size() == 1 ? "" : "; any one is enough"));
            int shown = Math.min(sheet.page().entries(), remedies.single().size());
            remedies.single().stream().limit(shown).forEach(r -> write(r, file, sheet));
            if (shown < remedies.single().size()) sheet.text(MARGIN, Ink.DIM, "shown " + shown + " of " + remedies.single().size() + "; json has all.");
            return;
        }
        sheet.heading("No single change that was tried would " + goal);
        if (remedies.together() != null) {
            sheet.text(MARGIN, Ink.PLAIN, "Enough together:");
            write(remedies.together(), file, sheet);
        } else if (!remedies.must().isEmpty()) {
            if (remedies.must().size() > 1) sheet.text(MARGIN, Ink.PLAIN, "All of these must go:");
            remedies.must().forEach(part -> sheet.item(MARGIN, 6, part.step() == null ? Ink.RED : Ink.GREEN, part.rule(), sentence(part)));
            if (remedies.must().stream().allMatch(part -> part.step() != null)) sheet.text(MARGIN, Ink.PLAIN, "With all of these at once yet another finding stops it.");
        }
        if (!remedies.tried().isEmpty())
            sheet.text(MARGIN, Ink.DIM, "Tried within its plausible range, one at a time: " + remedies.tried().stream().map(RemedyReport::range).collect(Collectors.joining("; ")) + "; and what the profile states.");
    }

    /** {@code price of X (0.30 to 0.75 USD an hour)}. */
    private static String range(Lever lever) {
        return FlipReport.name(lever).substring("The ".length()) + " (" + FlipReport.range(lever) + ")";
    }

    private static void write(Remedy remedy, String file, Sheet sheet) {
        for (Step step : remedy.steps())
            sheet.item(MARGIN, 1, Ink.GREEN, "-", (remedy.steps().size() == 1 ? "" : String.join(", ", step.rules()) + ": ") + sentence(step) + ".");
        sheet.text(MARGIN * 2, Ink.PLAIN, "Then it is " + Names.verdict(remedy.then()) + ".");
        sheet.text(MARGIN * 2, Ink.DIM, FlipReport.whatif(file, remedy.settings(), remedy.record()));
    }

    private static String sentence(Part part) {
        if (part.step() != null) return "goes if " + uncapitalised(sentence(part.step())) + ".";
        return "nothing tried takes it away" + (part.refused().isEmpty() ? "" : "; the profile cannot say " + String.join("; nor ", part.refused())) + ".";
    }

    private static String sentence(Step step) {
        if (step.lever() != null) return FlipReport.moved(step.lever(), step.at()) + ", " + Amounts.percent(step.part()) + " of its range";
        return "The profile says " + step.settings().stream().map(Setting::typed).collect(Collectors.joining(" and "));
    }

    private static String uncapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    static void write(Remedies remedies, Json json) {
        json.text("goal", remedies.goal());
        json.objects("single", remedies.single(), r -> write(r, json));
        json.objectOf("together", remedies.together(), r -> write(r, json));
        json.objects("must", remedies.must(), p -> json.text("rule", p.rule()).objectOf("step", p.step(), s -> write(s, json)).texts("refused", p.refused()));
        json.objects("tried", remedies.tried(), l -> FlipReport.write(l, json));
    }

    private static void write(Remedy remedy, Json json) {
        json.objects("steps", remedy.steps(), s -> write(s, json));
        json.texts("set", remedy.settings().stream().map(Setting::typed).toList()).text("then", remedy.then()).text("recordSha256", remedy.record());
    }

    private static void write(Step step, Json json) {
        json.texts("rules", step.rules()).texts("set", step.settings().stream().map(Setting::typed).toList());
        if (step.lever() == null || step.at() == null) return;
        FlipReport.write(step.lever(), json);
        json.decimal("to", step.lever().amount(step.at())).decimal("change", step.lever().change(step.at())).decimal("partOfRange", step.part());
    }
}

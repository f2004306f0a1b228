package dev.secondsource.report;

import dev.secondsource.explanation.WhyNot;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.sensitivity.Negotiation;
import dev.secondsource.sensitivity.Negotiation.Ask;
import dev.secondsource.verdict.Verdict;
import dev.secondsource.whatif.Setting;

/** What to ask a seller for, on the sheet of a why-not and in its data. */
final class NegotiationReport {
    private static final int MARGIN = 2;

    private NegotiationReport() {}

    static void write(Negotiation negotiation, WhyNot why, String file, Sheet sheet) {
        sheet.heading("What to ask " + negotiation.provider() + " for: terms that rules want to know and no contract in the profile states");
        for (Ask ask : negotiation.asks()) {
            PolicyValue bound = ask.bound();
            sheet.item(MARGIN, 6, Ink.PLAIN, ask.clause().rule(), point(ask) + " (" + ask.clause().severity() + " if it turns out otherwise): " + ask.setting().typed()
                    + (ask.missing().isEmpty() ? "." : "; still not known then: " + String.join("; ", ask.missing()) + "."));
            if (bound != null) sheet.text(MARGIN * 2, Ink.DIM, "policy " + bound.key() + " " + FlipReport.amount(bound.value()) + " " + bound.unit() + ": " + Names.words(bound.tag()) + " since " + bound.since() + ": " + bound.source());
        }
        boolean moves = negotiation.then() != why.asked().verdict().verdict();
        sheet.text(MARGIN, Ink.PLAIN, "With " + (negotiation.asks().size() == 1 ? "it" : "all of them") + " agreed, it " + (moves ? "is " : "stays ") + Names.verdict(negotiation.then()) + (moves || negotiation.then().compareTo(Verdict.ACCEPT) >= 0 ? "." : ": other findings decide that."));
        sheet.text(MARGIN * 2, Ink.DIM, FlipReport.whatif(file, negotiation.settings(), negotiation.record()));
    }

    /** {@code a tested exit plan}, {@code no tie of volume to this provider alone}. */
    private static String point(Ask ask) {
        String asked = ask.clause().asked();
        if (ask.setting().typed().endsWith("=false")) return "no " + asked.substring("the ".length());
        return asked.startsWith("the existence of ") ? asked.substring("the existence of ".length()) : asked;
    }

    static void write(Negotiation negotiation, Json json) {
        json.text("provider", negotiation.provider());
        json.objects("asks", negotiation.asks(), a -> json.text("rule", a.clause().rule()).text("severity", a.clause().severity()).text("what", a.clause().asked()).text("set", a.setting().typed())
                .text("policyKey", a.bound() == null ? null : a.bound().key()).decimal("policyValue", a.bound() == null ? null : a.bound().value()).texts("stillMissing", a.missing()));
        json.texts("set", negotiation.settings().stream().map(Setting::typed).toList()).text("then", negotiation.then()).text("recordSha256", negotiation.record());
    }
}

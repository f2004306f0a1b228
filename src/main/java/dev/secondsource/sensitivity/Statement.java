package dev.secondsource.sensitivity;

import dev.secondsource.explanation.Distance;
import dev.secondsource.explanation.Obstacle;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Site;
import dev.secondsource.whatif.Amount;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something the profile says that a finding turns on, said otherwise: a clause of a contract, a licence, a site, the day.
 * Whether that is enough is for a decision to tell.
 *
 * @param rule id of the finding's rule
 * @param setting as a what-if sets it
 */
record Statement(String rule, Setting setting) {
    private static final String OF_THE_CONTRACT = "deal.";
    private static final Set<String> CLAUSES = Set.of("deal.deliveryMilestones", "deal.exitPlan", "deal.goodputCredit", "deal.priceReset", "deal.sublet", "deal.upgradeRight");
    private static final String EXCLUSIVE = "deal.exclusive";
    private static final Set<String> TERMS = Set.of("deal.bindingVolumeShare", "deal.noticeDays", "deal.prepaidShare", "deal.supportYears");
    private static final MathContext READABLE = new MathContext(4);

    /** All that the findings in the way of an offer turn on. */
    static List<Statement> of(WhyNot why, BuyerProfile buyer) {
        List<Statement> statements = new ArrayList<>();
        for (Obstacle obstacle : why.obstacles()) {
            List<Setting> settings = new ArrayList<>();
            obstacle.words().forEach(word -> settings.addAll(yesOrNo(word, why, buyer)));
            obstacle.distances().forEach(distance -> settings.addAll(number(distance, why, buyer)));
            settings.stream().distinct().forEach(setting -> statements.add(new Statement(obstacle.finding().rule(), setting)));
        }
        return statements;
    }

    private static List<Setting> yesOrNo(String word, WhyNot why, BuyerProfile buyer) {
        Offer offer = why.asked().offer();
        if (isClause(word)) return List.of(contract(offer, word, wanted(word)));
        return switch (word) {
            case "demand.preemptible" -> List.of(to(workload(why) + "preemptible", "true"));
            case "export.licenceHeld" -> List.of(to("requirements.exportLicence", "true"));
            case "residency.dataAllowed" -> country("where.dataIn", buyer.jurisdictions(), why.asked().candidate().residency().dataCountry());
            case "residency.operatorAllowed" -> country("where.operatedBy", buyer.operatorJurisdictions(), why.asked().candidate().residency().operatorCountry());
            case "supply.modeAllowed" -> {
                Set<String> modes = new TreeSet<>(buyer.deliveryModes().stream().map(m -> m.name().toLowerCase(Locale.ROOT)).toList());
                modes.add(why.asked().candidate().supply().mode().name().toLowerCase(Locale.ROOT));
                yield List.of(to("delivery.modes", "[" + String.join(", ", modes) + "]"));
            }
            case "supply.siteLiquid" -> buyer.sites().stream().map(s -> to(site(s) + "liquidCooling", "true")).toList();
            default -> List.of();
        };
    }

    /** The number, or its limit where the profile states that, set to where the finding ends. */
    private static List<Setting> number(Distance distance, WhyNot why, BuyerProfile buyer) {
        if (TERMS.contains(distance.word())) return List.of(contract(why.asked().offer(), distance.word(), rounded(distance.bound(), distance.needed())));
        if (distance.word().startsWith("supply.slackDays") && buyer.needBy() != null)
            return List.of(to("delivery.needBy", buyer.needBy().plusDays(distance.gap().setScale(0, RoundingMode.CEILING).longValue()).toString()));
        if (distance.limit() == null) return List.of();
        // The limit moves to the number, so it must be rounded away from it on the other side.
        Distance.Side side = distance.needed() == Distance.Side.AT_MOST || distance.needed() == Distance.Side.LESS_THAN ? Distance.Side.AT_LEAST : Distance.Side.AT_MOST;
        String value = rounded(distance.value(), side);
        return switch (distance.limit()) {
            case "fit.firstTokenLimitMs" -> List.of(to(workload(why) + "limits.timeToFirstTokenMs", value));
            case "fit.tokenLimitMs" -> List.of(to(workload(why) + "limits.timePerOutputTokenMs", value));
            case "fit.trainingDaysLimit" -> List.of(to(workload(why) + "training.daysLimit", value));
            case "residency.sovereigntyRequired" -> List.of(to("requirements.sovereigntyLevel", value));
            case "supply.siteRackKw" -> buyer.sites().stream().map(s -> to(site(s) + "rackKw", value)).toList();
            case "supply.sitePowerKw" -> buyer.sites().stream().map(s -> to(site(s) + "powerKw", value)).toList();
            default -> List.of();
        };
    }

    private static String rounded(BigDecimal value, Distance.Side side) {
        RoundingMode mode = side == Distance.Side.AT_LEAST || side == Distance.Side.MORE_THAN ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal round = value.round(new MathContext(READABLE.getPrecision(), mode));
        return round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
    }

    private static List<Setting> country(String path, Set<String> allowed, String country) {
        if (country == null || allowed.isEmpty()) return List.of();
        Set<String> more = new TreeSet<>(allowed);
        more.add(country);
        return List.of(to(path, "[" + String.join(", ", more) + "]"));
    }

    private static Setting contract(Offer offer, String word, String value) {
        return to(path(offer, word), value);
    }

    /** Where a contract with the seller says it; where the profile has no such contract, setting it begins one. */
    static String path(Offer offer, String word) {
        return "contracts." + offer.provider() + "." + word.substring(OF_THE_CONTRACT.length());
    }

    /** A contract has it or has it not. */
    static boolean isClause(String word) {
        return CLAUSES.contains(word) || word.equals(EXCLUSIVE);
    }

    /** What a buyer wants of a clause. */
    static String wanted(String word) {
        return String.valueOf(!word.equals(EXCLUSIVE));
    }

    private static String workload(WhyNot why) {
        return "workloads." + why.workload().workload().id() + ".";
    }

    private static String site(Site site) {
        return "delivery.sites." + site.id() + ".";
    }

    private static Setting to(String path, String value) {
        return new Setting(path, new Amount.Absolute(value));
    }
}

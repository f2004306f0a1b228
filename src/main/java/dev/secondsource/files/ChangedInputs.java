package dev.secondsource.files;

import dev.secondsource.market.Market;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.whatif.Amount;
import dev.secondsource.whatif.Applied;
import dev.secondsource.whatif.MarketSetting;
import dev.secondsource.whatif.PolicySetting;
import dev.secondsource.whatif.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decision reads, set otherwise.
 *
 * @param profile with its changed text
 * @param market the very same if no setting is of the market
 * @param applied what each setting did, in order
 */
public record ChangedInputs(ReadProfile profile, Market market, List<Applied> applied) {
    public ChangedInputs {
        applied = List.copyOf(applied);
    }

    /** Any setting that is of the market, which no profile can hold. */
    public boolean isOfTheMarket() {
        return applied.stream().anyMatch(a -> a.rows() > 0);
    }

    /**
     * Applies settings in order, each to what the one before left. The profile is judged once all are applied, so that
     * two that only go together can be given.
     *
     * @param asOf the day of the decision: what is known later cannot be set
     * @return all of it, or everything wrong with any of them
     */
    public static Checked<ChangedInputs> of(ReadProfile profile, Market market, PolicyBook book, LocalDate asOf, List<Setting> settings) {
        List<Problem> problems = new ArrayList<>();
        List<Applied> applied = new ArrayList<>();
        ReadProfile valid = profile;
        String text = profile.text();
        for (Setting setting : settings) {
            if (setting.isOfTheMarket()) {
                Checked<MarketSetting.Changed> changed = MarketSetting.apply(setting, market, asOf);
                problems.addAll(changed.problems());
                if (changed instanceof Checked.Valid<MarketSetting.Changed> v) {
                    market = v.value().market();
                    applied.add(v.value().applied());
                }
                continue;
            }
            Optional<String> threshold = PolicySetting.key(setting);
            Checked<ProfileEdit.Edited> edited;
            if (threshold.isPresent()) {
                if (ProfileReader.read(text, profile.file()) instanceof Checked.Valid<ReadProfile> v) valid = v.value();
                Checked<Policy> policy = book.resolve(valid.profile().policy(), asOf, profile.file());
                String before = text;
                edited = policy.then(p -> PolicySetting.of(setting, threshold.get(), book, p)).then(set -> {
                    applied.add(set.applied());
                    return ProfileEdit.change(before, profile.file(), "policy.overrides." + set.key(), new Amount.Absolute(set.value().toPlainString()));
                });
            } else {
                edited = ProfileEdit.change(text, profile.file(), setting.key(), setting.amount());
                if (edited instanceof Checked.Valid<ProfileEdit.Edited> v) applied.add(new Applied(setting.key(), v.value().before(), v.value().after(), "", 0, ""));
                else edited = meant(setting, book, edited);
            }
            problems.addAll(edited.problems());
            if (edited instanceof Checked.Valid<ProfileEdit.Edited> v) text = v.value().text();
        }
        if (!problems.isEmpty()) return Checked.wrong(problems);
        Market after = market;
        return ProfileReader.read(text, profile.file()).then(read -> Checked.of(new ChangedInputs(read, after, applied)));
    }

    /** A threshold without its {@code policy.} and a market misspelt are no paths of a profile, and easily meant. */
    private static Checked<ProfileEdit.Edited> meant(Setting setting, PolicyBook book, Checked<ProfileEdit.Edited> refused) {
        if (book.entries().containsKey(setting.key())) return wrong(setting, "is a threshold", "did you mean policy." + setting.key() + "?");
        String first = setting.key().split("[.\\[]")[0];
        if (ProfileSchema.property(ProfileSchema.bundled().root(), first) != null) return placed(setting, refused.problems());
        return Nearest.to(first, List.of("market", "policy")).filter(near -> setting.key().length() > first.length())
                .map(near -> wrong(setting, "there is no \"" + first + "\" here", "did you mean " + near + setting.key().substring(first.length()) + "?"))
                .orElseGet(() -> placed(setting, refused.problems()));
    }

    private static Checked<ProfileEdit.Edited> placed(Setting setting, List<Problem> problems) {
        return Checked.wrong(problems.stream().map(p -> new Problem(Setting.PLACE, null, setting.key(), p.what(), p.mend())).toList());
    }

    private static Checked<ProfileEdit.Edited> wrong(Setting setting, String what, String mend) {
        return Checked.wrong(new Problem(Setting.PLACE, null, setting.key(), what, mend));
    }
}

package dev.secondsource.whatif;

import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A threshold set otherwise.
 *
 * @param key of the policy
 * @param value what it is then
 */
public record PolicySetting(String key, BigDecimal value, Applied applied) {
    private static final String PREFIX = "policy.";

    /** The policy key a setting names; empty if it names none: {@code policy.variant} is of the profile. */
    public static Optional<String> key(Setting setting) {
        if (!setting.key().startsWith(PREFIX)) return Optional.empty();
        String rest = setting.key().substring(PREFIX.length());
        if (rest.startsWith("overrides.")) return Optional.of(rest.substring("overrides.".length()));
        return rest.contains(".") ? Optional.of(rest) : Optional.empty();
    }

    /** @param policy as it holds before */
    public static Checked<PolicySetting> of(Setting setting, String key, PolicyBook book, Policy policy) {
        PolicyBook.Entry entry = book.entries().get(key);
        if (entry == null) return Checked.wrong(setting.problem("no rule and no formula reads the policy key \"" + key + "\"", mend(key, book)));
        PolicyValue was = policy.value(key);
        Checked<BigDecimal> read = number(setting, was);
        if (!(read instanceof Checked.Valid<BigDecimal> valid)) return Checked.wrong(read.problems());
        BigDecimal value = valid.value();
        if (entry.least() != null && value.compareTo(entry.least()) < 0 || entry.most() != null && value.compareTo(entry.most()) > 0)
            return Checked.wrong(setting.problem(value.toPlainString() + " is out of range", "use " + entry.range()));
        return Checked.of(new PolicySetting(key, value, new Applied(setting.key(), plain(was.value()), plain(value), was.unit(), 0, "")));
    }

    private static Checked<BigDecimal> number(Setting setting, PolicyValue was) {
        if (setting.amount() instanceof Amount.Relative relative) return Checked.of(relative.of(was.value()));
        String text = ((Amount.Absolute) setting.amount()).text();
        return text.matches("-?\\d{1,15}(\\.\\d{1,12})?") ? Checked.of(new BigDecimal(text))
                : Checked.wrong(setting.problem("\"" + text + "\" is not a number", "write a number; it is " + plain(was.value()) + " now, in " + was.unit()));
    }

    private static String mend(String key, PolicyBook book) {
        String meant = Nearest.to(key, book.entries().keySet()).orElse(null);
        if (meant != null) return "did you mean policy." + meant + "?";
        String end = key.substring(key.lastIndexOf('.') + 1);
        return book.entries().keySet().stream().filter(k -> k.endsWith("." + end)).findFirst().map(k -> "did you mean policy." + k + "?")
                .orElse("policy.yaml in the rules folder has all " + book.entries().size());
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

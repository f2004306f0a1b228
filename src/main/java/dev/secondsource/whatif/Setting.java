package dev.secondsource.whatif;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * One input set otherwise, as a user types it: {@code KEY=VALUE}, {@code KEY=-20%}, {@code KEY+=2}, {@code KEY-=2}.
 *
 * @param key a path of the profile, {@code policy.} and a threshold, or {@code market.}, rows and a field
 * @param amount what it is set to
 */
public record Setting(String key, Amount amount) {
    /** What problems with settings are reported under. */
    public static final String PLACE = "--set";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,12})?");
    private static final Pattern PERCENT = Pattern.compile("[+-]?\\d{1,6}(\\.\\d{1,8})? ?%");

    /** Reads one; an equals sign inside brackets belongs to a selector. */
    public static Checked<Setting> parse(String typed) {
        int equals = assignment(typed);
        if (equals < 1) return wrong(typed, "sets nothing", "write KEY=VALUE, KEY=-20% or KEY+=2");
        char sign = typed.charAt(equals - 1);
        boolean isDelta = sign == '+' || sign == '-';
        String key = typed.substring(0, isDelta ? equals - 1 : equals).strip();
        String value = typed.substring(equals + 1).strip();
        if (key.isEmpty()) return wrong(typed, "sets nothing", "write KEY=VALUE, KEY=-20% or KEY+=2");
        if (value.isEmpty()) return wrong(key, "has no value", "write KEY=VALUE, KEY=-20% or KEY+=2");
        if (isDelta) {
            if (!NUMBER.matcher(value).matches()) return wrong(key, "\"" + value + "\" is no number to add", PERCENT.matcher(value).matches()
                    ? "write " + key + "=" + (value.startsWith("-") ? "" : sign) + value + " for a part of what it is" : "write " + key + sign + "=2");
            BigDecimal by = new BigDecimal(value);
            return Checked.of(new Setting(key, new Amount.Delta(sign == '-' ? by.negate() : by)));
        }
        if (PERCENT.matcher(value).matches()) {
            if (Character.isDigit(value.charAt(0))) return wrong(key, "\"" + value + "\" may mean a part of what it is, or a share",
                    "write =+" + value + " or =-" + value + " for a change, or a share as 0.2");
            return Checked.of(new Setting(key, new Amount.Percent(new BigDecimal(value.substring(0, value.length() - 1).strip()).movePointLeft(2))));
        }
        if (value.startsWith("+") && NUMBER.matcher(value).matches()) return wrong(key, "\"" + value + "\" may mean the number or that much more", "write =" + value.substring(1) + " or +=" + value.substring(1));
        return Checked.of(new Setting(key, new Amount.Absolute(value)));
    }

    /** As a user would type it. */
    public String typed() {
        if (amount instanceof Amount.Percent percent) return key + "=" + signed(percent.share().movePointRight(2)) + "%";
        if (amount instanceof Amount.Delta delta) return key + (delta.by().signum() < 0 ? "-=" : "+=") + delta.by().abs().toPlainString();
        return key + "=" + ((Amount.Absolute) amount).text();
    }

    private static String signed(BigDecimal number) {
        return (number.signum() < 0 ? "" : "+") + Decimals.plain(number).toPlainString();
    }

    public boolean isOfTheMarket() {
        return key.equals("market") || key.startsWith("market.") || key.startsWith("market[");
    }

    private static int assignment(String typed) {
        int depth = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '[') depth++;
            else if (c == ']') depth--;
            else if (c == '=' && depth <= 0) return i;
        }
        return -1;
    }

    private static <T> Checked<T> wrong(String key, String what, String mend) {
        return Checked.wrong(new Problem(PLACE, null, key, what, mend));
    }

    Problem problem(String what, String mend) {
        return new Problem(PLACE, null, key, what, mend);
    }
}

package dev.secondsource.knowledge;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts bound values into words. The numbers in the record stay exact; only the sentence rounds. */
public final class Sentence {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Sentence() {}

    /** Replaces each {@code {name}} by its printed value, and leaves braces in the values alone. */
    public static String fill(String template, Map<String, String> printed) {
        return PLACEHOLDER.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(printed.getOrDefault(found.group(1), found.group())));
    }

    /** A value as people read it: {@code 28 %}, {@code 0.72}, {@code 1 234.50 USD}, {@code 12 days}. */
    public static String print(Object value, Meaning.Unit unit, String currency) {
        if (value instanceof List<?> list) return String.join(", ", list.stream().map(String::valueOf).toList());
        if (value instanceof Boolean flag) return flag ? "yes" : "no";
        if (!(value instanceof Number)) return String.valueOf(value).toLowerCase(Locale.ROOT).equals(String.valueOf(value)) || value instanceof String
                ? String.valueOf(value) : String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', ' ');
        BigDecimal number = new BigDecimal(value.toString());
        return switch (unit) {
            case SHARE -> plain(number.movePointRight(2), 1) + " %";
            case RATIO -> plain(number, 3);
            case MONEY -> money(number) + (currency.isEmpty() ? "" : " " + currency);
            case DAYS -> counted(number, "day");
            case MONTHS -> counted(number, "month");
            case WEEKS -> counted(number, "week");
            case YEARS -> counted(number, "year");
            case QUARTERS -> counted(number, "quarter");
            case HOURS -> plain(number, 0) + " h";
            case MILLISECONDS -> plain(number, number.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 0) + " ms";
            case GIB -> plain(number, 1) + " GiB";
            case KILOWATT -> plain(number, 1) + " kW";
            case POINTS -> plain(number, 0) + " points";
            case PLAIN -> plain(number, 4);
        };
    }

    /** The unit of a policy value, by the name it has in the policy file. */
    public static Meaning.Unit unit(String name) {
        return switch (name) {
            case "share" -> Meaning.Unit.SHARE;
            case "ratio" -> Meaning.Unit.RATIO;
            case "days" -> Meaning.Unit.DAYS;
            case "months" -> Meaning.Unit.MONTHS;
            case "weeks" -> Meaning.Unit.WEEKS;
            case "years" -> Meaning.Unit.YEARS;
            case "quarters" -> Meaning.Unit.QUARTERS;
            case "hours" -> Meaning.Unit.HOURS;
            case "points" -> Meaning.Unit.POINTS;
            default -> Meaning.Unit.PLAIN;
        };
    }

    private static String counted(BigDecimal number, String one) {
        String text = plain(number, 1);
        return text + " " + (text.equals("1") ? one : one + "s");
    }

    private static String money(BigDecimal number) {
        if (number.abs().compareTo(TENTH) < 0 && number.signum() != 0) return number.round(new java.math.MathContext(3, RoundingMode.HALF_EVEN)).toPlainString();
        return grouped(number.setScale(number.abs().compareTo(THOUSAND) < 0 ? 2 : 0, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal number, int decimals) {
        return grouped(Decimals.plain(number.setScale(decimals, RoundingMode.HALF_EVEN)));
    }

    /** Thousands apart by a space, as ISO 80000 has it. */
    private static String grouped(BigDecimal number) {
        String text = number.toPlainString();
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int start = text.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(text);
        for (int i = end - 3; i > start; i -= 3) grouped.insert(i, ' ');
        return grouped.toString();
    }
}

package dev.secondsource.stress;

import java.util.Comparator;
import java.util.List;

/**
 * A loss that can take a few values, each with its probability.
 *
 * @param atoms values with probabilities that add up to one, largest value first
 */
public record LossDistribution(List<Atom> atoms) {

    /** One value. */
    public record Atom(double loss, double probability) {}

    public LossDistribution {
        atoms = atoms.stream().sorted(Comparator.comparingDouble(Atom::loss).reversed().thenComparingDouble(Atom::probability)).toList();
    }

    /** Expected loss. */
    public double mean() {
        return atoms.stream().mapToDouble(a -> a.loss * a.probability).sum();
    }

    /** Standard deviation. */
    public double deviation() {
        double mean = mean();
        return Math.sqrt(Math.max(0, atoms.stream().mapToDouble(a -> a.probability * (a.loss - mean) * (a.loss - mean)).sum()));
    }

    /** Probability of a loss above zero. */
    public double probabilityOfAny() {
        return atoms.stream().filter(a -> a.loss > 0).mapToDouble(Atom::probability).sum();
    }

    /**
     * Conditional value at risk: the mean of the worst 1 − α of all cases; of a value that lies across that line, only the
     * part beyond it counts (Rockafellar and Uryasev 2002).
     *
     * @param alpha 0–1, exclusive of 1
     */
    public double cvar(double alpha) {
        double tail = 1 - alpha;
        double left = tail;
        double sum = 0;
        for (Atom atom : atoms) {
            double part = Math.min(left, atom.probability);
            sum += part * atom.loss;
            left -= part;
            if (left <= 0) break;
        }
        return sum / tail;
    }

    /** The loss exceeded in 1 − α of all cases. */
    private double quantile(double alpha) {
        double left = 1 - alpha;
        for (Atom atom : atoms) {
            left -= atom.probability;
            if (left < 0) return atom.loss;
        }
        return atoms.get(atoms.size() - 1).loss;
    }

    /** Standard error of the mean if this is a sample of so many draws. */
    double errorOfMean(int draws) {
        return deviation() / Math.sqrt(draws);
    }

    /** Standard error of {@link #cvar} if this is a sample of so many draws: that of the mean excess over the quantile. */
    double errorOfCvar(double alpha, int draws) {
        double quantile = quantile(alpha);
        List<Atom> excess = atoms.stream().map(a -> new Atom(Math.max(0, a.loss - quantile), a.probability)).toList();
        return new LossDistribution(excess).errorOfMean(draws) / (1 - alpha);
    }
}

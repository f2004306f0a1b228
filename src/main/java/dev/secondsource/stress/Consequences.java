package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.cost.Cost;
import dev.secondsource.cost.CostLine;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.Market;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.ContractTerms;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Works out what an allocation costs in a scenario: work, critical work that is not served, and waste. */
final class Consequences {
    private final Decision base;
    private final Bill bill;
    private final List<Bill.Standing> standing;
    private final Holdings holdings;
    private final Terms terms;
    private final Market market;

    Consequences(Decision base, Bill bill, Holdings holdings, Terms terms, Market market) {
        this.base = base;
        this.bill = bill;
        this.standing = bill.standing();
        this.holdings = holdings;
        this.terms = terms;
        this.market = market;
    }

    /**
     * Capacity that is not there.
     *
     * @param part of the share, 0–1
     * @param until month from the start at which it is back
     * @param delivered it stands and is owed for; else it has not come and is not
     */
    private record Gap(BigDecimal part, BigDecimal until, boolean delivered) {}

    /**
     * A share with its gaps, at the prices of the scenario.
     *
     * @param index among all shares of the allocation
     * @param size of its whole workload there in the scenario
     */
    private record Position(int index, Holdings.Held held, List<Gap> gaps, Money perMonth, Bill.Size size) {
        BigDecimal share() {
            return held.share().share();
        }

        /** What is there from one month on, up to the next at which anything changes. */
        BigDecimal available(BigDecimal from) {
            return share().multiply(BigDecimal.ONE.subtract(gone(from, true).max(gone(from, false))));
        }

        BigDecimal gone(BigDecimal from, boolean delivered) {
            return gaps.stream().filter(g -> g.delivered == delivered && g.until.compareTo(from) > 0).map(Gap::part).reduce(BigDecimal.ZERO, BigDecimal::max);
        }
    }

    Loss of(Allocation allocation, Outlook outlook) {
        Money zero = Money.zero(base.profile().currency());
        Money work = zero;
        Money penalty = zero;
        Money waste = zero;
        BigDecimal unserved = BigDecimal.ZERO;
        List<Holdings.Held> all = holdings.of(allocation);
        List<Position> everything = IntStream.range(0, all.size()).mapToObj(i -> position(i, all.get(i), outlook)).toList();
        Paid paid = new Paid(everything);
        for (Workload workload : terms.workloads().values()) {
            Year year = new Year(workload, everything.stream().filter(p -> p.held.share().workload().equals(workload.id())).toList(), paid);
            work = work.plus(year.work());
            waste = waste.plus(year.waste());
            penalty = penalty.plus(terms.monthWorth().get(workload.id()).times(year.criticalUnserved));
            unserved = unserved.add(terms.weights().get(workload.id()).multiply(year.criticalUnserved));
        }
        BigDecimal critical = terms.critical().multiply(terms.months());
        Money moving = bill.moves(allocation.shares()).stream().map(Allocation.Move::perMonth).reduce(zero, Money::plus)
                .times(terms.months().min(BigDecimal.valueOf(base.profile().horizonMonths())));
        Money already = standing.stream().map(s -> s.perMonth().times(s.until().min(terms.months()))).reduce(zero, Money::plus);
        return new Loss(work, penalty, waste, moving, already, critical.signum() == 0 ? null : Decimals.divide(unserved, critical));
    }

    /** What of each share runs on capacity that is paid for already, while it is. */
    private final class Paid {
        private final List<Share> shares;
        private final List<Bill.Size> sizes;

        Paid(List<Position> positions) {
            shares = positions.stream().map(p -> p.held.share()).toList();
            sizes = positions.stream().map(Position::size).toList();
        }

        BigDecimal of(Position position, BigDecimal month) {
            return standing.isEmpty() ? BigDecimal.ZERO : Bill.onPaid(shares, sizes, standing, month).get(position.index);
        }
    }

    private Position position(int index, Holdings.Held held, Outlook outlook) {
        Money price = outlook.price(held.share(), isSigned(held));
        return new Position(index, held, gaps(held, outlook), price != null ? price : cost(held).perMonth(), outlook.size(held.share()));
    }

    /** Its price holds whatever the market's does. */
    boolean isSigned(Holdings.Held held) {
        return Applying.isFixed(held.offer()) && !Boolean.TRUE.equals(contract(held).priceReset());
    }

    private List<Gap> gaps(Holdings.Held held, Outlook outlook) {
        BigDecimal fresh = Decimals.divide(held.fresh(), held.share().share());
        List<Gap> gaps = new ArrayList<>();
        for (Change change : outlook.scenario().changes()) {
            if (change instanceof Change.Outage c && Applying.stopped(c.of(), held.offer(), market)) gaps.add(new Gap(BigDecimal.ONE, c.months().value(), true));
            if (change instanceof Change.Supply c && c.of().name().equals(held.accelerator().foundry()))
                gaps.add(new Gap(c.lost().value().multiply(fresh), c.months().value(), false));
            if (change instanceof Change.Slip c && Applying.slips(c.of(), held.accelerator()))
                gaps.add(new Gap(fresh, monthsUntil(Slips.later(Slips.released(held.accelerator()), c.quarters())), false));
            if (change instanceof Change.LicenceRevoked c && outlook.isBlocked(held.share()))
                gaps.add(new Gap(fresh, c.months() == null ? terms.months() : c.months().value(), false));
        }
        BigDecimal late = outlook.late(held.share(), held.offer());
        if (late.signum() > 0) gaps.add(new Gap(fresh, late, false));
        return gaps;
    }

    private BigDecimal monthsUntil(LocalDate day) {
        return Decimals.divide(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(base.asOf(), day))), Outlook.DAYS_A_MONTH);
    }

    private Cost cost(Holdings.Held held) {
        return bill.candidate(held.share()).cost();
    }

    private ContractTerms contract(Holdings.Held held) {
        return base.profile().contractWith(held.offer().provider());
    }

    /** The period of one workload, from one change of capacity to the next. */
    private final class Year {
        private final List<Position> positions;
        private final Paid paid;
        /** Months paid for each share's work, what it carries for others included. */
        private final BigDecimal[] used;
        /** Months for which each share is owed. */
        private final BigDecimal[] owed;
        /** Months of all of the workload. */
        private BigDecimal criticalUnserved = BigDecimal.ZERO;
        private BigDecimal waiting = BigDecimal.ZERO;

        Year(Workload workload, List<Position> positions, Paid paid) {
            this.positions = positions;
            this.paid = paid;
            this.used = new BigDecimal[positions.size()];
            this.owed = new BigDecimal[positions.size()];
            java.util.Arrays.fill(used, BigDecimal.ZERO);
            java.util.Arrays.fill(owed, BigDecimal.ZERO);
            TreeSet<BigDecimal> steps = new TreeSet<>(List.of(terms.months()));
            for (Position p : positions) p.gaps.stream().map(Gap::until).filter(m -> m.signum() > 0 && m.compareTo(terms.months()) < 0).forEach(steps::add);
            standing.stream().map(Bill.Standing::until).filter(m -> m.compareTo(terms.months()) < 0).forEach(steps::add);
            BigDecimal from = BigDecimal.ZERO;
            for (BigDecimal to : steps) {
                step(workload, from, to.subtract(from));
                from = to;
            }
        }

        /** What is left may be asked for its surge; critical work goes first, the rest waits. */
        private void step(Workload workload, BigDecimal from, BigDecimal months) {
            BigDecimal all = positions.stream().map(Position::share).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left = positions.stream().map(p -> p.available(from)).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal carried = left.compareTo(all) >= 0 ? all : left.multiply(BigDecimal.ONE.add(workload.surge())).min(all);
            BigDecimal missing = workload.criticalShare().subtract(carried).max(BigDecimal.ZERO);
            criticalUnserved = criticalUnserved.add(missing.multiply(months));
            waiting = waiting.add(all.subtract(carried).subtract(missing).multiply(months));
            BigDecimal stretch = left.signum() == 0 ? BigDecimal.ZERO : Decimals.divide(carried, left);
            for (int i = 0; i < used.length; i++) {
                Position p = positions.get(i);
                BigDecimal onPaid = paid.of(p, from);
                BigDecimal carries = p.available(from).multiply(stretch);
                used[i] = used[i].add(p.size.paidFor(carries.subtract(onPaid).max(BigDecimal.ZERO)).multiply(months));
                boolean credited = Boolean.TRUE.equals(contract(p.held).goodputCredit());
                BigDecimal free = credited ? p.gone(from, false).max(p.gone(from, true)) : p.gone(from, false);
                BigDecimal bought = bill.size(p.held.share()).paidFor(p.share().subtract(onPaid).max(BigDecimal.ZERO));
                owed[i] = owed[i].add(bought.multiply(BigDecimal.ONE.subtract(free)).multiply(months));
            }
        }

        /** Months of work that waited, made up by a share as the work is divided. */
        private BigDecimal madeUp(Position p) {
            return waiting.multiply(p.share()).multiply(terms.deferred());
        }

        Money work() {
            Money work = Money.zero(base.profile().currency());
            for (int i = 0; i < used.length; i++) work = work.plus(positions.get(i).perMonth.times(used[i].add(madeUp(positions.get(i)))));
            return work;
        }

        Money waste() {
            Money waste = Money.zero(base.profile().currency());
            for (int i = 0; i < used.length; i++) {
                Position p = positions.get(i);
                if (!Applying.isFixed(p.held.offer())) continue;
                BigDecimal held = heldFor(p);
                Money due = cost(p.held).perMonth().times(owed[i]).times(owedShare(p.held)).times(held);
                Money paid = p.perMonth.times(used[i].add(madeUp(p))).times(held);
                if (due.compareTo(paid) > 0) waste = waste.plus(due.minus(paid));
            }
            return waste;
        }

        /** Part of the period for which it is bound. */
        private BigDecimal heldFor(Position p) {
            Integer term = p.held.offer().termMonths();
            return term == null ? BigDecimal.ONE : Decimals.divide(BigDecimal.valueOf(term).min(terms.months()), terms.months());
        }
    }

    /** Of what a share costs, the part that is owed whether it is used or not: of a machine all but its electricity. */
    BigDecimal owedShare(Holdings.Held held) {
        if (held.offer().pricing() == PricingKind.COMMITTED) {
            BigDecimal stated = contract(held).takeOrPayShare();
            return stated == null ? terms.takeOrPay() : stated;
        }
        Cost cost = cost(held);
        if (!cost.perMonth().isPositive()) return BigDecimal.ZERO;
        Money used = cost.lines().stream().filter(l -> l.name().equals(CostLine.ELECTRICITY)).map(CostLine::perMonth).reduce(Money.zero(base.profile().currency()), Money::plus);
        return BigDecimal.ONE.subtract(used.ratioTo(cost.perMonth()));
    }

    /** What stays owed under commitments still to be signed over their terms, or the horizon if that is shorter, if nothing of it is used. */
    Money commitmentAtRisk(Allocation allocation) {
        Money risk = Money.zero(base.profile().currency());
        List<Holdings.Held> all = holdings.of(allocation);
        List<Share> priced = bill.priced(all.stream().map(Holdings.Held::share).toList());
        for (int i = 0; i < priced.size(); i++) {
            Holdings.Held held = all.get(i);
            if (held.offer().pricing() != PricingKind.COMMITTED) continue;
            int months = Math.min(held.offer().termMonths(), base.profile().horizonMonths());
            risk = risk.plus(priced.get(i).perMonth().times(owedShare(held)).times(BigDecimal.valueOf(months)));
        }
        return risk.toCents();
    }
}

package dev.secondsource.properties;

import dev.secondsource.candidate.Maturity;
import dev.secondsource.decision.Assessed;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Accounts;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Offer;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ContractTerms;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of one candidate made better, all else equal. The grade of its evidence is none: a better source makes
 * what speaks against it weigh more too.
 */
enum Improvement {
    PRICE_ONE_PERCENT_LOWER {
        @Override
        World of(World world, Assessed candidate) {
            return price(world, candidate, "0.99");
        }
    },
    PRICE_A_THIRD_LOWER {
        @Override
        World of(World world, Assessed candidate) {
            return price(world, candidate, "0.67");
        }
    },
    PRICE_A_TENTH_OF_IT {
        @Override
        World of(World world, Assessed candidate) {
            return price(world, candidate, "0.1");
        }
    },
    PRICE_OF_TODAY {
        @Override
        World of(World world, Assessed candidate) {
            return world.offer(candidate, o -> o.price() == null ? o : Facts.with(o, "evidence", Facts.with(o.evidence(), "date", world.buyer().asOf())));
        }
    },
    SPEED_MEASURED_BY_THE_BUYER {
        @Override
        World of(World world, Assessed candidate) {
            return speed(world, candidate, "1");
        }
    },
    SPEED_A_TENTH_HIGHER {
        @Override
        World of(World world, Assessed candidate) {
            return speed(world, candidate, "1.1");
        }
    },
    SPEED_THREE_TIMES_AS_HIGH {
        @Override
        World of(World world, Assessed candidate) {
            return speed(world, candidate, "3");
        }
    },
    MORE_MEMORY {
        @Override
        World of(World world, Assessed candidate) {
            return world.part(candidate, a -> a.memoryGiB() == null ? a : Facts.with(a, "memoryGiB", a.memoryGiB().multiply(new BigDecimal("1.25"))));
        }
    },
    MORE_BANDWIDTH {
        @Override
        World of(World world, Assessed candidate) {
            return world.part(candidate, a -> a.memoryBandwidthGBs() == null ? a : Facts.with(a, "memoryBandwidthGBs", a.memoryBandwidthGBs().multiply(new BigDecimal("1.25"))));
        }
    },
    HIGHER_PEAKS {
        @Override
        World of(World world, Assessed candidate) {
            Map<NumericFormat, BigDecimal> peaks = new EnumMap<>(NumericFormat.class);
            world.part(candidate).peakTflops().forEach((format, peak) -> peaks.put(format, peak.multiply(new BigDecimal("1.25"))));
            return world.part(candidate, a -> Facts.with(a, "peakTflops", peaks));
        }
    },
    LESS_POWER {
        @Override
        World of(World world, Assessed candidate) {
            return world.part(candidate, a -> a.powerWatts() == null ? a : Facts.with(a, "powerWatts", a.powerWatts().multiply(new BigDecimal("0.8"))));
        }
    },
    ONE_MORE_CUSTOMER_OF_THIS_WORK {
        @Override
        World of(World world, Assessed candidate) {
            return world.proof(candidate, MaturityEvidence.Kind.EXTERNAL_CUSTOMER, work(candidate), null);
        }
    },
    ONE_MORE_CUSTOMER_OF_OTHER_WORK {
        @Override
        World of(World world, Assessed candidate) {
            return isOpen(candidate) ? world : world.proof(candidate, MaturityEvidence.Kind.EXTERNAL_CUSTOMER, otherWork(candidate), null);
        }
    },
    A_MILLION_CHIPS_IN_THIS_WORK {
        @Override
        World of(World world, Assessed candidate) {
            return world.proof(candidate, MaturityEvidence.Kind.FIRST_PARTY_CHIPS, work(candidate), BigDecimal.valueOf(1_000_000));
        }
    },
    A_MILLION_CHIPS_IN_OTHER_WORK {
        @Override
        World of(World world, Assessed candidate) {
            return isOpen(candidate) ? world : world.proof(candidate, MaturityEvidence.Kind.FIRST_PARTY_CHIPS, otherWork(candidate), BigDecimal.valueOf(1_000_000));
        }
    },
    EVERY_BENCHMARK {
        @Override
        World of(World world, Assessed candidate) {
            return world.proof(candidate, MaturityEvidence.Kind.BENCHMARK_COVERAGE, null, BigDecimal.ONE);
        }
    },
    /** The first way to buy a part that was not on sale would not be one more: it makes an offer of it, to be judged as one. */
    ONE_MORE_CHANNEL {
        @Override
        World of(World world, Assessed candidate) {
            return !candidate.candidate().maturity().soldExternally() ? world : world.proof(candidate, MaturityEvidence.Kind.CHANNEL, null, null);
        }
    },
    ALL_FRAMEWORKS_NATIVE {
        @Override
        World of(World world, Assessed candidate) {
            Map<String, SoftwareStack> stacks = new TreeMap<>(world.market().stacks());
            stacks.computeIfPresent(world.part(candidate).stack(), (id, s) -> Facts.with(s, "nativeFrameworks", List.of("jax", "pytorch", "tensorflow", "vllm")));
            return new World(world.buyer(), Facts.with(world.market(), "stacks", stacks));
        }
    },
    EVERY_ATTESTATION {
        @Override
        World of(World world, Assessed candidate) {
            return world.provider(candidate, s -> Facts.with(s, "certifications", world.buyer().requiredCertifications().stream().map(c -> new Fact<>(c, world.today())).toList()));
        }
    },
    DELIVERED_IN_A_WEEK {
        @Override
        World of(World world, Assessed candidate) {
            return world.figures(candidate, Map.of(Supplier.Figure.LEAD_WEEKS_P50, BigDecimal.ONE, Supplier.Figure.LEAD_WEEKS_P90, BigDecimal.ONE));
        }
    },
    A_DEPLOYMENT_OF_A_MILLION {
        @Override
        World of(World world, Assessed candidate) {
            return world.figures(candidate, Map.of(Supplier.Figure.LARGEST_DEPLOYMENT, BigDecimal.valueOf(1_000_000)));
        }
    },
    MANY_CUSTOMERS_OF_THE_PROVIDER {
        @Override
        World of(World world, Assessed candidate) {
            return world.figures(candidate, Map.of(Supplier.Figure.TOP_CUSTOMER_SHARE, new BigDecimal("0.01")));
        }
    },
    SOUND_BOOKS_OF_THE_PROVIDER {
        @Override
        World of(World world, Assessed candidate) {
            Accounts sound = new Accounts(Money.USD, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.ONE);
            return world.provider(candidate, s -> Facts.with(s, "accounts", List.of(new Fact<>(sound, world.today()))));
        }
    },
    MOST_OF_THE_PACKAGING {
        @Override
        World of(World world, Assessed candidate) {
            return world.figures(world.part(candidate).designer(), Map.of(Supplier.Figure.PACKAGING_SHARE, new BigDecimal("0.9")));
        }
    },
    TWICE_THE_MEMORY {
        @Override
        World of(World world, Assessed candidate) {
            return world.part(candidate, a -> a.memoryGiB() == null ? a : Facts.with(a, "memoryGiB", a.memoryGiB().multiply(BigDecimal.valueOf(2))));
        }
    },
    FOUR_TIMES_THE_BANDWIDTH {
        @Override
        World of(World world, Assessed candidate) {
            return world.part(candidate, a -> a.memoryBandwidthGBs() == null ? a : Facts.with(a, "memoryBandwidthGBs", a.memoryBandwidthGBs().multiply(BigDecimal.valueOf(4))));
        }
    },
    /** Of a provider of whom nothing is on file one attestation would not be one more. */
    ONE_MORE_ATTESTATION {
        @Override
        World of(World world, Assessed candidate) {
            List<String> missing = candidate.candidate().residency().missingCertifications();
            return missing.isEmpty() ? world : world.provider(candidate, s -> s.certifications().isEmpty() ? s
                    : Facts.with(s, "certifications", Variants.plus(s.certifications(), new Fact<>(missing.get(0), world.today()))));
        }
    },
    /** Likewise of a deployment. */
    A_DEPLOYMENT_TWICE_AS_LARGE {
        @Override
        World of(World world, Assessed candidate) {
            Fact<BigDecimal> largest = world.market().supplier(candidate.offer().provider()).figures().get(Supplier.Figure.LARGEST_DEPLOYMENT);
            return largest == null ? world : world.figures(candidate, Map.of(Supplier.Figure.LARGEST_DEPLOYMENT, largest.value().multiply(BigDecimal.valueOf(2))));
        }
    },
    /** What happened to other parts stays: what they gain without it is not this candidate's. */
    NOTHING_EVER_HAPPENED_TO_THE_PART_OR_ITS_DESIGNER {
        @Override
        World of(World world, Assessed candidate) {
            return new World(world.buyer(), Variants.supplier(world.market(), world.part(candidate).designer(), s -> Facts.with(s, "events",
                    s.events().stream().filter(e -> e.accelerator() != null && !e.accelerator().equals(candidate.offer().accelerator())).toList())));
        }
    },
    NO_RIVALRY {
        @Override
        World of(World world, Assessed candidate) {
            return world.provider(candidate, s -> Facts.with(s, "competesIn", List.of()));
        }
    },
    THE_BEST_CONTRACT {
        @Override
        World of(World world, Assessed candidate) {
            String provider = candidate.offer().provider();
            List<ContractTerms> contracts = new ArrayList<>(world.buyer().contracts().stream().filter(c -> !c.provider().equals(provider)).toList());
            contracts.add(new ContractTerms(provider, new BigDecimal("0.1"), BigDecimal.ZERO, true, true, true, true, true, true, false, 30, BigDecimal.ONE, BigDecimal.TEN));
            return new World(Facts.with(world.buyer(), "contracts", contracts), world.market());
        }
    };

    /** @return the same world with the candidate's one attribute improved; the same if it cannot be */
    abstract World of(World world, Assessed candidate);

    /** A buyer and a market. */
    record World(BuyerProfile buyer, Market market) {
        Evidence today() {
            return new Evidence("an improvement", "the test", Grade.E1, buyer.asOf());
        }

        Accelerator part(Assessed candidate) {
            return market.accelerator(candidate.offer().accelerator());
        }

        World part(Assessed candidate, UnaryOperator<Accelerator> change) {
            Map<String, Accelerator> parts = new TreeMap<>(market.accelerators());
            parts.computeIfPresent(candidate.offer().accelerator(), (id, a) -> change.apply(a));
            return new World(buyer, Facts.with(market, "accelerators", parts));
        }

        World offer(Assessed candidate, UnaryOperator<Offer> change) {
            return new World(buyer, Variants.offer(market, candidate.offer().id(), change));
        }

        World provider(Assessed candidate, UnaryOperator<Supplier> change) {
            return new World(buyer, Variants.supplier(market, candidate.offer().provider(), change));
        }

        World figures(Assessed candidate, Map<Supplier.Figure, BigDecimal> values) {
            return figures(candidate.offer().provider(), values);
        }

        World figures(String supplier, Map<Supplier.Figure, BigDecimal> values) {
            return new World(buyer, Variants.supplier(market, supplier, s -> {
                Map<Supplier.Figure, Fact<BigDecimal>> figures = new TreeMap<>(s.figures());
                values.forEach((figure, value) -> figures.put(figure, new Fact<>(value, today())));
                return Facts.with(s, "figures", figures);
            }));
        }

        World proof(Assessed candidate, MaturityEvidence.Kind kind, MaturityEvidence.@Nullable Work work, @Nullable BigDecimal value) {
            MaturityEvidence proof = new MaturityEvidence(candidate.offer().accelerator(), kind, work, value, "one more", today());
            return new World(buyer, Facts.with(market, "maturity", Variants.plus(market.maturity(), proof)));
        }
    }

    private static World price(World world, Assessed candidate, String factor) {
        return world.offer(candidate, o -> o.price() == null ? o : Facts.with(o, "price", o.price().times(new BigDecimal(factor))));
    }

    /** Nothing is made better of a speed nobody knows. */
    private static World speed(World world, Assessed candidate, String factor) {
        if (candidate.fit().throughput() == null) return world;
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : world.buyer().workloads()) {
            List<OwnMeasurement> measured = new ArrayList<>(workload.measurements().stream().filter(m -> !m.accelerator().equals(candidate.offer().accelerator())).toList());
            measured.add(new OwnMeasurement(candidate.offer().accelerator(), candidate.fit().throughput().perAccelerator().multiply(new BigDecimal(factor)), null,
                    world.buyer().asOf(), "an improvement"));
            workloads.add(workload.id().equals(candidate.candidate().workload()) ? Facts.with(workload, "measurements", measured) : workload);
        }
        return new World(Facts.with(world.buyer(), "workloads", workloads), world.market());
    }

    /** Neither sold nor in anybody's production: how far it is proven is an open question, which a first proof may close against it. */
    private static boolean isOpen(Assessed candidate) {
        Maturity maturity = candidate.candidate().maturity();
        return !maturity.soldExternally() && maturity.firstPartyChips() == null && maturity.externalCustomers() == 0 && !maturity.proofIsForOtherWork();
    }

    private static MaturityEvidence.Work work(Assessed candidate) {
        return candidate.candidate().demand().training() ? MaturityEvidence.Work.TRAINING : MaturityEvidence.Work.INFERENCE;
    }

    private static MaturityEvidence.Work otherWork(Assessed candidate) {
        return candidate.candidate().demand().training() ? MaturityEvidence.Work.INFERENCE : MaturityEvidence.Work.TRAINING;
    }
}

package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import org.junit.jupiter.api.Test;

/** A long list is read a piece at a time, and only what may be taken is held. */
class StreamingTest {
    private static final int ROWS = 100_000;

    /** A list that is made while it is read. */
    private static final class Endless extends Reader {
        private final java.util.function.IntFunction<String> rows;
        private final int count;
        private String row = "";
        private int at;
        private int next;
        private long given;
        private long mostAhead;
        private Importing importing;

        Endless(int count, java.util.function.IntFunction<String> rows) {
            this.count = count;
            this.rows = rows;
        }

        @Override
        public int read(char[] buffer, int from, int length) {
            int done = 0;
            while (done < length) {
                if (at == row.length()) {
                    if (next > count) break;
                    row = rows.apply(next++);
                    at = 0;
                }
                int piece = Math.min(length - done, row.length() - at);
                row.getChars(at, at + piece, buffer, from + done);
                at += piece;
                done += piece;
            }
            given += done;
            if (importing != null && importing.held() == 0) mostAhead = given;
            return done == 0 ? -1 : done;
        }

        @Override
        public void close() {}
    }

    @Test
    void holdsOnlyWhatMayBeTakenOfALongList() {
        Lists nimbus = Lists.of("nimbus");
        Endless list = new Endless(ROWS, i -> i == 0 ? "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\n"
                : i % 100 == 0 ? "nb-8,MI300X,8,19.2,9.9,r" + i / 1000 + "\n" : i % 3 == 0 ? "nb-8,RTX" + i % 7 + ",8,0.5,,r" + i + "\n" : "cpu-" + i % 50 + ",,,0.05,,r" + i + "\n");

        nimbus.problem(Format.SKYPILOT, list).ifPresent(p -> {
            throw new AssertionError(p.toString());
        });

        assertThat(nimbus.importing().held()).isEqualTo(2 * (ROWS / 1000 + 1));
        Imported imported = nimbus.importing().end();
        assertThat(imported).returns(ROWS, Imported::rows);
        assertThat(imported.refused().byReason().get(Reason.UNKNOWN_ACCELERATOR)).hasSize(7).allSatisfy((name, like) -> assertThat(like.examples()).hasSize(3));
    }

    @Test
    void takesTheFirstPricesBeforeTheLastAreRead() {
        Lists nimbus = Lists.of("nimbus");
        Endless list = new Endless(ROWS, i -> i == 0 ? "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\n" : "nb-8,MI300X,8,19.2,9.9,r" + i % 10 + "\n");
        list.importing = nimbus.importing();

        nimbus.problem(Format.SKYPILOT, list);

        assertThat(list.given).isGreaterThan(2_000_000);
        assertThat(list.mostAhead).isPositive().isLessThan(100_000);
    }

    @Test
    void readsAPriceListWithoutKeepingWhatIsNoMachine() {
        Lists aws = Lists.of("aws");
        String product = "\"P%d\":{\"productFamily\":\"Storage\",\"attributes\":{\"volumeType\":\"General Purpose %d\"}},";
        Endless list = new Endless(ROWS + 1, i -> i == 0 ? "{\"products\":{" : i <= ROWS ? product.formatted(i, i)
                : "\"S\":{\"productFamily\":\"Compute Instance\",\"attributes\":{\"instanceType\":\"p5.48xlarge\",\"regionCode\":\"us-east-1\"}}},"
                        + "\"terms\":{\"OnDemand\":{\"P1\":{},\"S\":{\"a\":{\"priceDimensions\":{\"b\":{\"unit\":\"Hrs\",\"pricePerUnit\":{\"USD\":\"54\"}}}}}}}}");

        aws.problem(Format.AWS_PRICE_LIST, list).ifPresent(p -> {
            throw new AssertionError(p.toString());
        });

        assertThat(Lists.rows(aws.importing().end())).containsExactly("p5.48xlarge H100-SXM x8 us-east-1 ON_DEMAND 54");
    }
}

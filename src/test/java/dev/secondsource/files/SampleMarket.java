package dev.secondsource.files;

import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small market on disk that is right in every way, to be spoilt in one. */
final class SampleMarket {
    private final Path folder;
    private final Map<String, String> files = new LinkedHashMap<>();

    SampleMarket(Path folder) {
        this.folder = folder;
        files.put("market.yaml", "version: sample\nasOf: 2026-06-30\n");
        files.put("regions.csv", "provider,region,country,grid_g_per_kwh,source,grade,date,date_basis\naws,us-east-1,US,,,,,\naws,eu-west-1,IE,,,,,\n");
        files.put("accelerators.csv", String.join(",", MarketAccelerators.COLUMNS) + "\n"
                + "H100-SXM,nvidia,3,80,HBM3,3350,,,,989.4,989.4,1979,1979,,700,900,8,,no,yes,2022-09-20,yes,yes,yes,yes,cuda,tsmc,,tsmc,datasheet,E1,2022-09-20,on,\n"
                + "Gaudi3,intel,3,128,HBM2e,3700,,,,1678,,1678,,,900,600,8,,no,,2024-09-24,yes,yes,yes,yes,cuda,tsmc,,,white paper,E1,2024-09-24,on,\n");
        files.put("offers.csv", String.join(",", MarketOffers.HOURLY_COLUMNS) + "\n"
                + "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55.04,USD,2026-06-01,,price list,E1,\n"
                + "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,committed,36,30.5,USD,2026-06-01,on,price list,E1,\n"
                + "aws,p5.48xlarge,H100-SXM,8,machine,eu-west-1,euw1-az1,spot,,20,USD,2026-06-30,no-later-than,marketplace,E2,\n");
        files.put("purchases.csv", String.join(",", MarketOffers.PURCHASE_COLUMNS) + "\n"
                + "Gaudi3,kit of 8,8,120000,130000,USD,2024-06-13,on,list price,E2,for cash\n");
        files.put("measurements.csv", String.join(",", MarketMeasurements.COLUMNS) + "\n"
                + "m1,H100-SXM,MLPerf,llama2-70b,70,70,online-serving,server,output-tokens-per-second,2600,8,fp8,294,294,,results,E1,2024-08-31,no-later-than,\n"
                + "m2,Gaudi3,MLPerf,mixtral,46.7,12.9,batch-inference,offline,output-tokens-per-second,900,8,,,145,,results,E1,2024-08-31,on,\n");
        files.put("maturity.csv", String.join(",", MarketMaturity.COLUMNS) + "\n"
                + "H100-SXM,general-availability,,,,datasheet,E1,2022-09-20,on\n"
                + "H100-SXM,external-customer,training,,meta,paper,E1,2024-07-31,no-later-than\n");
        files.put("claims.csv", String.join(",", MarketClaims.COLUMNS) + "\n"
                + "c1,intel,Gaudi3,H100-SXM,price-performance,1.9,2.3,more for the money,slides,E3,2024-06-30,no-later-than\n"
                + "c2,intel,Gaudi3,,cost-per-unit,1,2,up to half the cost of others,slides,E3,2024-06-30,on\n");
        files.put("suppliers.yaml", """
                suppliers:
                  - id: nvidia
                    name: NVIDIA
                    roles: [designer]
                    jurisdiction: US
                    competesIn: [cloud]
                    figures:
                      - {figure: gross-margin, value: 0.711, source: results, grade: E2, date: 2026-02-28}
                      - {figure: lead-weeks-p50, accelerator: H100-SXM, value: 44, source: press, grade: E2, date: 2023-09-30}
                    events:
                      - {kind: sold-out, accelerator: H100-SXM, what: long lead times, source: press, grade: E2, date: 2023-09-30}
                  - id: intel
                    name: Intel
                    roles: [designer]
                    jurisdiction: US
                    competesIn: []
                    accounts:
                      - {currency: USD, workingCapital: 5, retainedEarnings: 20, ebit: -1, bookEquity: 40, totalAssets: 100, totalLiabilities: 60, source: filing, grade: E1, date: 2026-01-23}
                  - id: aws
                    name: AWS
                    roles: [designer, provider]
                    jurisdiction: US
                    competesIn: []
                """);
        files.put("stacks.yaml", """
                stacks:
                  - {id: cuda, native: [pytorch], bridged: [], source: documentation, grade: E1, date: 2024-01-01}
                """);
    }

    String text(String file) {
        return files.get(file);
    }

    SampleMarket file(String file, String text) {
        files.put(file, text);
        return this;
    }

    SampleMarket without(String file) {
        files.remove(file);
        return this;
    }

    /** Changes the first occurrence of a piece of a file; the piece must be there. */
    SampleMarket replace(String file, String piece, String by) {
        String text = files.get(file);
        int at = text.indexOf(piece);
        if (at < 0) throw new IllegalArgumentException("no \"" + piece + "\" in " + file);
        return file(file, text.substring(0, at) + by + text.substring(at + piece.length()));
    }

    SampleMarket append(String file, String text) {
        return file(file, files.get(file) + text);
    }

    Checked<Market> read() {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) Files.writeString(folder.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MarketFiles.in(folder);
    }
}

package dev.secondsource.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bundled market with four offers left in it, and a buyer who is sure of all but prices and demand: what takes many decisions takes a few dozen. */
final class FewOffers {
    private FewOffers() {}

    /** The folder of the market. */
    static Path market(Path place) throws IOException {
        Path folder = Files.createDirectory(place.resolve("market"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/market"))) {
            for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        keep(folder.resolve("offers.csv"), "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand", "aws,p5en.48xlarge,H200-SXM,8,machine,us-east-1,,on-demand", "runpod,MI300X", "crusoe,MI300X");
        keep(folder.resolve("purchases.csv"));
        return folder;
    }

    /** The file of the profile. */
    static Path buyer(Path place) throws IOException {
        return Files.writeString(place.resolve("serving.yaml"), Files.readString(Path.of("profiles/enterprise-serving-70b.yaml")).stripTrailing()
                + "\npolicy: {overrides: {range.performance-loss: 0, range.performance-gain: 0, range.utilisation: 0, range.porting: 1, range.threshold: 0}}\n");
    }

    private static void keep(Path file, String... beginnings) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> kept = new ArrayList<>();
        boolean header = false;
        for (String line : lines) {
            boolean data = header && !line.startsWith("#");
            if (!data || Stream.of(beginnings).anyMatch(b -> line.toLowerCase().startsWith(b.toLowerCase()))) kept.add(line);
            if (!line.startsWith("#")) header = true;
        }
        Files.write(file, kept);
    }
}

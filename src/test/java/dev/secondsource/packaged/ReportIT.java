package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.secondsource.packaged.Program.Ended;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page as a committee opens it: in a real browser, at a desk, on a telephone, by night and on paper. What it looked like stays in {@code target/report}. */
class ReportIT {
    private static final Path PICTURES = Path.of("target/report");
    private static final int PICTURES_OF_THE_LAB = 5;
    private static final List<String> PICTURES_OF_THE_BUYER = List.of("break-even-1", "exposure-picture", "frontier-picture", "tornado-picture", "weights-1");
    private static final String NASTY = "<script>console.error('run')</script><img src=x onerror=alert(1)> \"quoted\" ";
    private static final String LONG = "x".repeat(64);

    // Words that something covers or that hang out of their picture; every fold is opened first.
    private static final String CUT = """
            document.querySelectorAll('details').forEach(d => d.open = true);
            const cut = [];
            if (document.documentElement.scrollWidth > innerWidth) cut.push('the page is ' + document.documentElement.scrollWidth + ' wide');
            for (const e of document.querySelectorAll('body *')) {
              if (!e.closest('svg') && getComputedStyle(e).overflowX !== 'visible' && !e.matches('.table') && e.scrollWidth > e.clientWidth + 1) cut.push(e.tagName + ' ' + e.textContent.slice(0, 60));
            }
            for (const t of document.querySelectorAll('svg text')) {
              const svg = t.closest('svg').getBoundingClientRect(), r = t.getBoundingClientRect();
              if (r.left < svg.left - 1 || r.right > svg.right + 1 || r.top < svg.top - 1 || r.bottom > svg.bottom + 1) cut.push(t.closest('svg').id + ' ' + t.textContent);
            }
            return cut;
            """;
    private static final String SCROLLED = "return [...document.querySelectorAll('.table')].filter(t => t.scrollWidth > t.clientWidth + 1).map(t => t.getAttribute('aria-label'));";
    // As wide as a telephone allows, and as high as three lanes are there.
    private static final String PICTURES_SEEN = """
            return [...document.querySelectorAll('figure svg')].filter(s => s.getBoundingClientRect().width > 300 && s.getBoundingClientRect().height > 60 && s.querySelectorAll('path, line, rect, circle').length > 10
              && s.querySelector('title').textContent && s.querySelector('desc').textContent && s.getAttribute('aria-labelledby').split(' ').every(id => document.querySelectorAll('#' + id).length === 1)).length;
            """;

    // Folds that are closed on paper without a word.
    private static final String LOST_IN_PRINT = """
            return [...document.querySelectorAll('details:not([open])')].filter(d => {
              const body = d.querySelector('.table, ul'), summary = d.querySelector('summary');
              const seen = body.checkVisibility({contentVisibilityAuto: true}) && body.getBoundingClientRect().height > 0;
              return !seen && !getComputedStyle(summary, '::after').content.includes('not printed');
            }).map(d => d.querySelector('summary').textContent);
            """;

    @TempDir
    static Path state;

    private static ChromeDriver browser;
    private static Path page;
    private static Path nasty;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && driver.isPresent(), "no Chromium with ChromeDriver is installed here (Debian: chromium, chromium-driver), so nobody looked at the page");
        page = state.resolve("lab.html");
        Ended ended = Program.jar().runKeeping(state, "report", "profiles/frontier-lab.yaml", "--quick", "--out", page.toString());
        assertThat(ended.exitCode()).as(ended.notes()).isZero();
        nasty = state.resolve("nasty.html");
        Ended whole = Program.jar().runKeeping(state, "report", nasty().toString(), "--out", nasty.toString());
        assertThat(whole.exitCode()).as(whole.notes()).isZero();
        Files.createDirectories(PICTURES);

        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--hide-scrollbars", "--user-data-dir=" + state.resolve("browser"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).withSilent(true).build(), options);
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.quit();
    }

    /** A buyer whose names, its file's too, are hostile or one word as long as may be. */
    private static Path nasty() throws Exception {
        String profile = Files.readString(Path.of("profiles/enterprise-serving-70b.yaml")).replace("id: serve", "id: " + LONG).replace("workload: serve", "workload: " + LONG)
                .replaceAll("\nname: .*", Matcher.quoteReplacement("\nname: '" + NASTY.replace("'", "''") + "y".repeat(120 - NASTY.length()) + "'")).replace("name: Llama-3.1-70B", "name: '" + NASTY.replace("'", "''") + "'");
        return Files.writeString(state.resolve("it's <b>\"bold\"<b> " + "z".repeat(90) + ".yaml"), profile);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(d -> Path.of(d, name))).filter(Files::isExecutable).findFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void showsEveryPictureAndCutsNoText(int width) throws Exception {
        show(width, "light");

        assertThat(browser.executeScript(CUT)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).isEmpty();
        assertThat(browser.executeScript(PICTURES_SEEN)).isEqualTo((long) PICTURES_OF_THE_LAB);
        if (width > 1000) assertThat(browser.executeScript(SCROLLED)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).isEmpty();
        photograph("light-" + width + ".png", width);
    }

    /** With tornado and flips, for a buyer whose names would break out of a page that let them. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void showsHowMuchInputsMatterWhateverNamesAreLike(int width) throws Exception {
        show(nasty, width, "light");

        assertThat(browser.executeScript("return [...document.querySelectorAll('figure svg')].map(s => s.id)")).isEqualTo(PICTURES_OF_THE_BUYER);
        assertThat(browser.executeScript(PICTURES_SEEN)).isEqualTo((long) PICTURES_OF_THE_BUYER.size());
        assertThat(browser.executeScript(CUT)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).isEmpty();
        assertThat(browser.executeScript("return document.querySelectorAll('script, img, b b, main u').length")).isEqualTo(0L);
        assertThat(browser.executeScript("return document.querySelectorAll('#tornado tbody tr').length")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LONG).isGreaterThan(5);
        assertThat((String) browser.executeScript("return document.querySelector('#flips tbody tr').textContent")).contains("whatif ", "--set ", "# record ");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(asked()).isNotEmpty().allMatch(url -> url.equals(nasty.toUri().toString()) || url.startsWith("data:"));
        photograph("nasty-" + width + ".png", width);
    }

    /** Both ends of each range stand apart in grey too, on paper and by night. */
    @Test
    void theEndsOfARangeStandApartInGreyToo() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            show(nasty, 1280, scheme);

            List<?> ends = (List<?>) browser.executeScript("""
                    const grey = c => { const [r, g, b] = c.match(/\\d+/g).map(Number); return .3 * r + .59 * g + .11 * b; };
                    const of = tint => [...document.querySelectorAll('#tornado-picture rect')].filter(r => r.style.fill === 'var(--' + tint + ')').map(r => getComputedStyle(r).fill)[0];
                    return ['rest', 'first'].map(of).map(grey);""");
            assertThat(Math.abs(((Number) ends.get(0)).doubleValue() - ((Number) ends.get(1)).doubleValue())).as(scheme + " " + ends).isGreaterThan(60);
            photograph("nasty-" + scheme + ".png", 1280);
        }
        Map<String, Object> printed = browser.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true));
        Files.write(PICTURES.resolve("nasty.pdf"), Base64.getDecoder().decode((String) printed.get("data")));
    }

    @Test
    void neverComplainsAndAsksForNothing() {
        show(1280, "light");

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(asked()).isNotEmpty().allMatch(url -> url.equals(page.toUri().toString()) || url.startsWith("data:"));
    }

    @Test
    void isTheSameBytesInAnotherLanguageAndAnotherZone() throws Exception {
        Path other = state.resolve("other.html");

        Program.sh("JAVA_TOOL_OPTIONS='-Duser.language=ar -Duser.country=EG -Duser.timezone=Pacific/Apia' $SECONDSOURCE report profiles/frontier-lab.yaml --quick --out '" + other + "'", state);

        assertThat(other).hasSameBinaryContentAs(page);
    }

    @Test
    void picturesAreLoadedOnlyForAPage() throws Exception {
        assertThat(loaded("evaluate profiles/frontier-lab.yaml")).contains("dev.secondsource.report.TerminalReport").doesNotContain("org.jfree.", "org.apache.batik.", "java.awt.");
        assertThat(loaded("report profiles/frontier-lab.yaml --quick --format md")).contains("dev.secondsource.report.MarkdownReport").doesNotContain("org.jfree.", "org.apache.batik.", "java.awt.");
        // Nothing is measured with the machine's own typefaces.
        assertThat(loaded("report profiles/frontier-lab.yaml --quick")).contains("org.jfree.", "org.apache.batik.").doesNotContain("sun.font.FreetypeFontScaler", "java.awt.font.TextLayout ");
    }

    private static String loaded(String words) throws Exception {
        Path log = state.resolve("classes.log");
        Program.sh("JAVA_TOOL_OPTIONS='-Xlog:class+load:file=" + log + "' $SECONDSOURCE " + words + " > /dev/null", state);
        // One name is enough to say what went wrong; the whole log is not.
        return Files.readAllLines(log).stream().map(line -> line.replaceAll(".*\\] (\\S+) source.*", "$1 ")).filter(name -> name.matches("(org\\.jfree|org\\.apache\\.batik|java\\.awt|sun\\.font|dev\\.secondsource\\.report).*"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** The guard of the guards: a page with an error, a request and words cut off is seen to have them. */
    @Test
    void aBadPageIsSeenToBeBad() throws Exception {
        Path bad = state.resolve("bad.html");
        Files.writeString(bad, "<div style='width:40px;overflow:hidden;white-space:nowrap'>much too long for this</div><svg width=50 height=50><text x=40 y=20>outside</text></svg>"
                + "<script>console.error('no')</script><img src='http://127.0.0.1:9/x.png'>");
        browser.get(bad.toUri().toString());

        assertThat((List<?>) browser.executeScript(CUT)).hasSize(2);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isNotEmpty();
        assertThat(asked()).contains("http://127.0.0.1:9/x.png");
        assertThat(browser.executeScript(PICTURES_SEEN)).isEqualTo(0L);
    }

    @Test
    void isReadableByNightToo() throws Exception {
        show(1280, "dark");

        assertThat(browser.executeScript("return getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(18, 22, 27)");
        assertThat((String) browser.executeScript("return getComputedStyle(document.querySelector('svg text')).fill")).isEqualTo("rgb(230, 234, 238)");
        photograph("dark-1280.png", 1280);
    }

    /** What the paper looks like is for people to judge; that the summary is one page, for a machine. */
    @Test
    void sumsUpOnOnePrintedPage() throws Exception {
        show(1280, "light");
        Map<String, Object> printed = browser.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true));
        Files.write(PICTURES.resolve("printed.pdf"), Base64.getDecoder().decode((String) printed.get("data")));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        // A4 less its margins, at 96 dots an inch.
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", 703, "height", 1017, "deviceScaleFactor", 1, "mobile", false));

        assertThat(((Number) browser.executeScript("return document.querySelector('#summary').getBoundingClientRect().bottom + scrollY")).doubleValue()).isLessThan(1017);
    }

    /** A fold that is closed on the screen is open on paper, or says that it is not; and no picture stands alone on the next page. */
    @Test
    void foldsArePrintedOrSayWhereTheyAre() {
        show(1280, "light");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));

        assertThat((List<?>) browser.executeScript("return [...document.querySelectorAll('details')]")).isNotEmpty();
        assertThat((List<?>) browser.executeScript(LOST_IN_PRINT)).isEmpty();
        assertThat((List<?>) browser.executeScript("return [...document.querySelectorAll('figure')].filter(f => getComputedStyle(f).breakInside !== 'avoid' || getComputedStyle(f.previousElementSibling).breakAfter !== 'avoid').map(f => f.textContent)")).isEmpty();

        browser.executeScript("document.querySelectorAll('style').forEach(s => s.remove())");
        assertThat((List<?>) browser.executeScript(LOST_IN_PRINT)).as("a page without its style is seen to lose them").isNotEmpty();
    }

    private static void show(int width, String scheme) {
        show(page, width, scheme);
    }

    private static void show(Path page, int width, String scheme) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get("about:blank");
        browser.manage().logs().get(LogType.BROWSER);
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.get(page.toUri().toString());
    }

    private static List<String> asked() {
        return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
                .filter(m -> m.path("method").asString().equals("Network.requestWillBeSent")).map(m -> m.at("/params/request/url")).map(JsonNode::asString).toList();
    }

    private static void photograph(String name, int width) throws Exception {
        double height = ((Number) browser.executeScript("return document.documentElement.scrollHeight")).doubleValue();
        Map<String, Object> picture = browser.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", Map.of("x", 0, "y", 0, "width", width, "height", Math.min(height, 16_000), "scale", 1)));
        Files.write(PICTURES.resolve(name), Base64.getDecoder().decode((String) picture.get("data")));
    }
}

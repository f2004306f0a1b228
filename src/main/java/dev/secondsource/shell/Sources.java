package dev.secondsource.shell;

import dev.secondsource.files.FolderState;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.RuleFiles;
import dev.secondsource.files.ScenarioFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.stress.ByRegret;
import dev.secondsource.stress.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the market and the rules come from: the option, else (rules only) the folder last reloaded, else the environment,
 * else (rules only) the checkout that was started, else the copy that ships with the program. A market that was read is
 * kept until its files change; rules are kept until they are reloaded, so that a rule that is being edited disturbs no
 * decision.
 */
final class Sources {
    static final Option<Path> MARKET = Option.of(
            "market", Value.FOLDER, "the market to decide on; without it $SECONDSOURCE_MARKET, else the bundled market");
    static final Option<Path> RULES = Option.of(
            "rules", Value.FOLDER, "rules and policy.yaml; without it $SECONDSOURCE_RULES, else the rules folder of this checkout, else the bundled rules");

    /** A rules folder that is worked on. */
    static final Argument<Path> FOLDER = Argument.maybe(Value.FOLDER, "the rules folder; without it $SECONDSOURCE_RULES, else that of this checkout");
    static final Option<Path> DIR = Option.of("dir", Value.FOLDER, "the rules folder; without it $SECONDSOURCE_RULES, else that of this checkout");

    private static final String HOME = "secondsource.home";

    private final Map<String, String> environment;
    private final Optional<Path> home;
    private final Kept<Market> markets = new Kept<>(MarketFiles::bundled, MarketFiles::in);
    private final Kept<KnowledgeBase> rules = new Kept<>(KnowledgeFiles::bundled, KnowledgeFiles::in).untilReloaded();
    private volatile @Nullable Path taken;

    Sources() {
        this(System.getenv(), Optional.ofNullable(System.getProperty(HOME)).map(Path::of));
    }

    /** @param home the checkout that was started, empty if the program runs without one */
    Sources(Map<String, String> environment, Optional<Path> home) {
        this.environment = environment;
        this.home = home;
    }

    /** Starts reading both, so that the caller can read something else in the meantime. */
    Pending begin(Words words) {
        return begin(words.find(MARKET), words.find(RULES));
    }

    /** The same with the folders named one by one; without them, where the program looks by itself. */
    Pending begin(Optional<Path> market, Optional<Path> rules) {
        return new Pending(beginRules(rules), beginMarket(market), rules.or(this::rulesNamed).or(this::checkout));
    }

    /** A market and rules that are being read. */
    record Pending(Later<KnowledgeBase> rules, Later<Market> market, Optional<Path> scenarios) {
        /** Waits for both; all problems of both. */
        Checked<Loaded> end(Output output) {
            Checked<KnowledgeBase> knowledge = rules.end(output);
            Checked<Market> offers = market.end(output);
            List<Problem> problems = new ArrayList<>(knowledge.problems());
            problems.addAll(offers.problems());
            if (!problems.isEmpty()) return Checked.wrong(problems);
            Market valid = offers.orThrow();
            KnowledgeBase rulesRead = knowledge.orThrow();
            return Checked.of(new Loaded(valid, rulesRead, new ByRegret(valid, rulesRead, () -> Sources.scenarios(scenarios, rulesRead.policyBook()))));
        }
    }

    Checked<Market> market(Words words, Output output) {
        return beginMarket(words.find(MARKET)).end(output);
    }

    /** The folder of the market that would be decided on, empty for the one that ships with the program. */
    Optional<Path> marketFolder(Words words) {
        return words.find(MARKET).or(() -> named("SECONDSOURCE_MARKET"));
    }

    /** Whether a folder is where the market that ships with the program is made of: what is written there is published. */
    boolean isPublished(Path folder) {
        return home.map(h -> h.resolve("src/main/resources").toAbsolutePath().normalize()).filter(folder.toAbsolutePath().normalize()::startsWith).isPresent();
    }

    Checked<KnowledgeBase> rules(Words words, Output output) {
        return beginRules(words.find(RULES)).end(output);
    }

    /** Without options: for completion. */
    Checked<Market> market() {
        return markets.read(named("SECONDSOURCE_MARKET"));
    }

    /** Without options: for completion. */
    Checked<KnowledgeBase> rules() {
        return rules.read(rulesNamed().or(this::checkout));
    }

    /**
     * The scenarios that go with the rules; read anew each time, for the file is small.
     *
     * @param policy whose values they may set; null if it is not known
     */
    Checked<Scenarios> scenarios(Words words, @Nullable PolicyBook policy) {
        return scenarios(words.find(RULES).or(this::rulesNamed).or(this::checkout), policy);
    }

    /** Without options: for completion. */
    Checked<Scenarios> scenarios() {
        return scenarios(rulesNamed().or(this::checkout), null);
    }

    private static Checked<Scenarios> scenarios(Optional<Path> folder, @Nullable PolicyBook policy) {
        return folder.map(f -> ScenarioFiles.in(f, policy)).orElseGet(ScenarioFiles::bundled);
    }

    /**
     * The rules folder a command works on.
     *
     * @throws UsageError if none is named and the program runs without a checkout
     */
    Path folder(Words words, String command) {
        return words.find(FOLDER).or(() -> words.find(DIR)).or(this::rulesNamed).or(this::checkout)
                .orElseThrow(() -> new UsageError("no rules folder is named, and the program runs without a checkout", "help " + command));
    }

    /** The rules of a folder as they are in use, if they are. */
    Optional<KnowledgeBase> held(Path folder) {
        return rules.held(folder);
    }

    /** Reads the rules of a folder again and uses them from now on; if they are wrong, those in use stay. */
    Checked<KnowledgeBase> reload(Path folder) {
        Checked<KnowledgeBase> read = rules.reload(folder);
        if (read instanceof Checked.Valid) taken = folder;
        return read;
    }

    private Later<Market> beginMarket(Optional<Path> asked) {
        Optional<Path> named = asked.or(() -> named("SECONDSOURCE_MARKET"));
        return new Later<>("market", () -> markets.read(named), read -> named.map(folder -> "market of " + folder + ": " + read.version()));
    }

    private Later<KnowledgeBase> beginRules(Optional<Path> asked) {
        Optional<Path> named = asked.or(this::rulesNamed);
        Optional<Path> folder = named.isPresent() ? named : checkout();
        return new Later<>("rules", () -> rules.read(folder), read -> folder
                .filter(f -> named.isPresent() || rules.isOutdated(f) || !KnowledgeFiles.isBundled(f, read))
                .map(f -> "rules of " + f + ": " + read.rules().size() + " rules, policy " + read.policyBook().version()
                        + (rules.isOutdated(f) ? ", as read before; \"rules reload\" takes what the files say now" : "")));
    }

    private Optional<Path> rulesNamed() {
        return Optional.ofNullable(taken).or(() -> named("SECONDSOURCE_RULES"));
    }

    private Optional<Path> named(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(name -> !name.isBlank()).map(Path::of);
    }

    private Optional<Path> checkout() {
        return home.map(h -> h.resolve("rules")).filter(RuleFiles::isFolder);
    }

    /** Something that is read on a thread of its own. */
    static final class Later<T> {
        private final FutureTask<Checked<T>> task;
        private final Function<T, Optional<String>> echo;

        /** @param echo what to tell of where it came from, if that is not the bundle */
        Later(String name, Supplier<Checked<T>> read, Function<T, Optional<String>> echo) {
            this.task = new FutureTask<>(read::get);
            this.echo = echo;
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }

        Checked<T> end(Output output) {
            try {
                Checked<T> read = task.get();
                if (read instanceof Checked.Valid<T> valid) echo.apply(valid.value()).ifPresent(output::note);
                return read;
            } catch (InterruptedException e) {
                throw new Interruption();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                if (e.getCause() instanceof Error failure) throw failure;
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** What was read from the bundle and from folders. */
    private static final class Kept<T> {
        private final Supplier<Checked<T>> bundled;
        private final Function<Path, Checked<T>> in;
        private final Map<Path, Read<T>> folders = new HashMap<>();
        private @Nullable Checked<T> ofBundle;
        private boolean untilReloaded;

        private record Read<T>(Optional<FolderState> state, Checked<T> value) {}

        Kept(Supplier<Checked<T>> bundled, Function<Path, Checked<T>> in) {
            this.bundled = bundled;
            this.in = in;
        }

        /** What is right stays as it was read, whatever becomes of its files. */
        Kept<T> untilReloaded() {
            untilReloaded = true;
            return this;
        }

        synchronized Checked<T> read(Optional<Path> named) {
            if (named.isEmpty()) {
                if (ofBundle == null) ofBundle = bundled.get();
                return ofBundle;
            }
            Read<T> before = folders.get(place(named.get()));
            if (before != null && untilReloaded && before.value instanceof Checked.Valid) return before.value;
            Optional<FolderState> now = FolderState.of(named.get());
            if (before != null && now.isPresent() && now.equals(before.state)) return before.value;
            Read<T> read = new Read<>(now, in.apply(named.get()));
            folders.put(place(named.get()), read);
            return read.value;
        }

        synchronized Optional<T> held(Path folder) {
            Read<T> before = folders.get(place(folder));
            return before != null && before.value instanceof Checked.Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
        }

        synchronized Checked<T> reload(Path folder) {
            Optional<FolderState> now = FolderState.of(folder);
            Checked<T> read = in.apply(folder);
            if (read instanceof Checked.Valid) folders.put(place(folder), new Read<>(now, read));
            return read;
        }

        /** True if the files of a folder are no longer what was read of it. */
        synchronized boolean isOutdated(Path folder) {
            Read<T> before = folders.get(place(folder));
            return before != null && before.state.isPresent() && !FolderState.of(folder).equals(before.state);
        }

        private static Path place(Path folder) {
            return folder.toAbsolutePath().normalize();
        }
    }
}

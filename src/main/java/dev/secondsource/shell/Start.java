package dev.secondsource.shell;

import dev.secondsource.files.StateDirectory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * Puts the shell together. The commands are registered by name: scanning, auto-configuration and a configuration file
 * in the working directory would cost half a second and could change a decision.
 */
public final class Start {
    /** Made when first asked for: most commands need few of the others. */
    private static final BeanDefinitionCustomizer LATE = definition -> definition.setLazyInit(true);

    private Start() {}

    /** Runs the words as one command; without words, the lines of standard input, with a prompt at a terminal. */
    public static int run(List<String> words) {
        StandardStreams streams = new StandardStreams();
        Output output = new Output(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                () -> streams.display(System.getenv()),
                streams::errorWidth);
        List<String> rest = new ArrayList<>(words);
        Switches switches = Switches.takeFrom(rest);
        Optional<Path> state = StateDirectory.find(System.getenv(), Path.of(System.getProperty("user.home")));
        CrashReport crashReport = new CrashReport(state);
        try (GenericApplicationContext context = context(output)) {
            CommandRegistry registry = context.getBean(CommandRegistry.class);
            Shell shell = new Shell(registry, output, crashReport, switches);
            Dialogue dialogue = context.getBean(Dialogue.class);
            LineNumberReader input = new LineNumberReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            dialogue.through((prompt, choices) -> {
                if (dialogue.isPersonal()) output.ask(prompt);
                return input.readLine();
            }, () -> streams.isTerminal(SystemStream.Input));
            if (!rest.isEmpty()) return shell.run(rest);
            if (!dialogue.isPersonal()) return shell.runScript(input);
            return new Prompt(registry, context.getBean(Session.class), dialogue, shell, output, state).run();
        } catch (IOException | RuntimeException | LinkageError e) {
            crashReport.report(e, words, switches.debug(), output);
            return Outcome.INTERNAL_ERROR.exitCode();
        }
    }

    static GenericApplicationContext context(Output output) {
        GenericApplicationContext context = new GenericApplicationContext();
        commands(context);
        context.registerBean(CommandRegistry.class, () -> registry(context, output));
        context.refresh();
        return context;
    }

    /** Every command; a new one needs one line here. */
    private static void commands(GenericApplicationContext context) {
        context.registerBean(Session.class, LATE);
        context.registerBean(Dialogue.class, LATE);
        context.registerBean(Sources.class, Sources::new, LATE);
        context.registerBean(EvaluateCommand.class);
        context.registerBean(ExplainCommand.class);
        context.registerBean(WhyNotCommand.class);
        context.registerBean(BreakEvenCommand.class);
        context.registerBean(ExposureCommand.class);
        context.registerBean(FrontierCommand.class);
        context.registerBean(ReportCommand.class);
        context.registerBean(StressCommand.class);
        context.registerBean(SimulateCommand.class);
        context.registerBean(FlipCommand.class);
        context.registerBean(SensitivityCommand.class);
        context.registerBean(WhatIfCommand.class);
        context.registerBean(CompareCommand.class);
        context.registerBean(BatchCommand.class);
        context.registerBean(ProfileLoadCommand.class);
        context.registerBean(ProfileNewCommand.class);
        context.registerBean(ProfileSetCommand.class);
        context.registerBean(ProfileShowCommand.class);
        context.registerBean(ProfileSaveCommand.class);
        context.registerBean(ProfileValidateCommand.class);
        context.registerBean(ProfileSchemaCommand.class);
        context.registerBean(SchemaCommand.class);
        context.registerBean(ProfileTemplateCommand.class);
        context.registerBean(MarketStatusCommand.class);
        context.registerBean(MarketOffersCommand.class);
        context.registerBean(MarketVerifyCommand.class);
        context.registerBean(MarketHistoryCommand.class);
        context.registerBean(MarketImportCommand.class);
        context.registerBean(RulesListCommand.class);
        context.registerBean(RulesShowCommand.class);
        context.registerBean(RulesWordsCommand.class);
        context.registerBean(RulesCheckCommand.class);
        context.registerBean(RulesCoverageCommand.class);
        context.registerBean(RulesDiffCommand.class);
        context.registerBean(RulesNewCommand.class);
        context.registerBean(RulesReloadCommand.class);
        context.registerBean(HelpCommand.class);
        context.registerBean(VersionCommand.class);
        context.registerBean(ExitCommand.class);
    }

    private static CommandRegistry registry(GenericApplicationContext context, Output output) {
        CommandRegistry registry = new CommandRegistry();
        context.getBeanProvider(ShellCommand.class).forEach(command -> registry.registerCommand(new Registration(command, output)));
        return registry;
    }
}

package dev.secondsource.shell;

import dev.secondsource.problem.Nearest;
import static dev.secondsource.shell.Usage.example;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.shell.core.command.CommandRegistry;

/** Tells which commands there are, and all about one of them. */
final class HelpCommand implements ShellCommand {
    private static final Argument<String> COMMAND =
            Argument.any(Value.TEXT.called("COMMAND"), "the command to explain, in one or two words");

    private final ObjectProvider<CommandRegistry> registry;

    /** @param registry asked late, for this command is in it */
    public HelpCommand(ObjectProvider<CommandRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "help",
                        Usage.Group.SHELL,
                        "Lists the commands, or explains one with its options and examples.",
                        example("help", "all commands"),
                        example("help version", "one command"))
                .taking(COMMAND);
    }

    @Override
    public Outcome run(Words words, Output output) {
        List<Usage> usages = Registration.in(registry.getObject()).stream().map(Registration::usage).toList();
        int width = output.display().width();
        String name = String.join(" ", words.all(COMMAND));
        List<Usage> family = usages.stream().filter(usage -> usage.name().startsWith(name + " ")).toList();
        List<Usage> named = usages.stream().filter(usage -> usage.name().equals(name)).toList();

        if (name.isEmpty()) output.data(Help.overview(usages, width));
        else if (!named.isEmpty()) output.data(Help.of(named.get(0), width));
        else if (!family.isEmpty()) output.data(Help.family(family, width));
        else throw unknown(name, usages);
        return Outcome.DECIDED;
    }

    private static UsageError unknown(String name, List<Usage> usages) {
        List<String> names = usages.stream().map(Usage::name).toList();
        return Nearest.to(name, names)
                .map(near -> new UsageError("\"" + name + "\" is not a command; did you mean \"" + near + "\"?", "help " + near))
                .orElseGet(() -> new UsageError("\"" + name + "\" is not a command", "help"));
    }
}

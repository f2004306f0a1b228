package dev.secondsource.shell;

import java.util.Comparator;
import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;

/** A command as Spring Shell knows it. */
final class Registration extends AbstractCommand {
    private final ShellCommand command;
    private final Output output;

    Registration(ShellCommand command, Output output) {
        super(command.usage().name(), command.usage().summary(), command.usage().group().heading());
        this.command = command;
        this.output = output;
        setOptions(command.usage().options().stream().map(Registration::springOption).toList());
    }

    Usage usage() {
        return command.usage();
    }

    @Override
    public String getHelp() {
        return Help.of(command.usage(), output.display().width()).stripTrailing();
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        Outcome outcome = command.run(Reading.of(command.usage(), context.parsedInput()), output);
        return new ExitStatus(outcome.exitCode(), outcome.name());
    }

    private static CommandOption springOption(Option<?> option) {
        return CommandOption.with()
                .longName(option.name())
                .shortName(option.letter() == null ? ' ' : option.letter())
                .description(option.description())
                .required(option.required())
                .type(option.value().isFlag() ? boolean.class : Object.class)
                .build();
    }

    /** All commands, by name. */
    static List<Registration> in(CommandRegistry registry) {
        return registry.getCommands().stream()
                .filter(Registration.class::isInstance)
                .map(Registration.class::cast)
                .sorted(Comparator.comparing(AbstractCommand::getName))
                .toList();
    }
}

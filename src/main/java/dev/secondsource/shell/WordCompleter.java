package dev.secondsource.shell;

import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;

/**
 * Proposes the next word of a command's name, its options, and the values of options and arguments. Spring Shell's own
 * completer proposes nothing for arguments.
 */
final class WordCompleter implements Completer {
    private final CommandRegistry registry;

    WordCompleter(CommandRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        names(before, candidates);
        command(before).ifPresent(command -> words(command, before, line, candidates));
    }

    private void names(List<String> before, List<Candidate> candidates) {
        for (Registration command : Registration.in(registry)) {
            List<String> name = command.usage().nameWords();
            if (name.size() <= before.size() || !name.subList(0, before.size()).equals(before)) continue;
            boolean last = name.size() == before.size() + 1;
            String word = name.get(before.size());
            if (candidates.stream().noneMatch(candidate -> candidate.value().equals(word)))
                candidates.add(candidate(word, last ? command.getDescription() : "…"));
        }
    }

    private void words(Registration command, List<String> before, ParsedLine line, List<Candidate> candidates) {
        Usage usage = command.usage();
        List<String> typed = before.subList(usage.nameWords().size(), before.size());
        Optional<Option<?>> awaiting = typed.isEmpty() ? Optional.empty() : awaiting(usage, typed.get(typed.size() - 1));
        if (awaiting.isPresent()) {
            values(awaiting.get().value(), command, line, candidates);
            return;
        }
        for (Option<?> option : usage.options())
            if (option.repeatable() || typed.stream().noneMatch(option::isTyped))
                candidates.add(candidate(option.flag(), option.description()));
        argument(usage, typed).ifPresent(argument -> values(argument.value(), command, line, candidates));
    }

    private static void values(Value<?> value, Registration command, ParsedLine line, List<Candidate> candidates) {
        CompletionContext context =
                new CompletionContext(line.words(), line.wordIndex(), line.wordCursor(), command, null);
        for (CompletionProposal proposal : value.completion().apply(context))
            candidates.add(new Candidate(
                    proposal.value(), proposal.displayText(), null, proposal.description(), null, null, proposal.complete()));
    }

    private static Optional<Option<?>> awaiting(Usage usage, String previous) {
        return usage.options().stream()
                .filter(option -> !option.value().isFlag() && option.isTyped(previous))
                .findFirst();
    }

    /** The argument whose turn it is after the words typed. */
    private static Optional<Argument<?>> argument(Usage usage, List<String> typed) {
        int given = 0;
        for (int i = 0; i < typed.size(); i++) {
            boolean value = i > 0 && awaiting(usage, typed.get(i - 1)).isPresent();
            if (!value && !typed.get(i).startsWith("-")) given++;
        }
        List<Argument<?>> arguments = usage.arguments();
        if (given < arguments.size()) return Optional.of(arguments.get(given));
        return arguments.stream().reduce((first, second) -> second).filter(Argument::many);
    }

    private Optional<Registration> command(List<String> before) {
        for (int length = before.size(); length > 0; length--) {
            String name = String.join(" ", before.subList(0, length));
            if (registry.getCommandByName(name) instanceof Registration found) return Optional.of(found);
        }
        return Optional.empty();
    }

    private static Candidate candidate(String word, String description) {
        return new Candidate(word, word, null, description, null, null, true);
    }
}

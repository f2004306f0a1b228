package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One command a process. */
class OneShotIT {
    @TempDir
    Path state;

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version"})
    void writesDataToStandardOutputAndNothingElse(String word) throws Exception {
        Ended ended = Program.jar().runKeeping(state, word);

        assertThat(ended.data()).matches("secondsource \\d+\\.\\d+\\.\\d+ \\(Java \\d+\\)\n");
        assertThat(ended.notes()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void listsItsCommands(String word) throws Exception {
        Ended ended = Program.jar().runKeeping(state, word);

        assertThat(ended.data()).startsWith("Second Source decides").contains("\n  version ", "\n  help [COMMAND…] ");
        assertThat(ended.notes()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void explainsOneCommandEitherWay() throws Exception {
        Ended help = Program.jar().runKeeping(state, "help", "version");
        Ended option = Program.jar().runKeeping(state, "version", "--help");

        assertThat(help.data()).startsWith("secondsource version\n").contains("Examples\n");
        assertThat(option.data()).isEqualTo(help.data());
    }

    @Test
    void refusesAnUnknownCommandAndNamesTheNearest() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "versoin");

        assertThat(ended.notes().lines()).containsExactly(
                "secondsource: \"versoin\" is not a command; did you mean \"version\"?",
                "try: secondsource help version");
        assertThat(ended.data()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesAnUnknownOptionWithoutAStackTrace() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "version", "--verbos");

        assertThat(ended.notes().lines()).containsExactly(
                "secondsource: \"version\" has no option --verbos", "try: secondsource help version");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void endsQuietlyWhenTheReaderOfItsDataLeaves() throws Exception {
        Ended ended = Program.sh("{ $SECONDSOURCE help; echo \"code $?\" >&2; } | true", state);

        assertThat(ended.notes()).isEqualTo("code 0\n");
    }

    @Test
    void writesUtf8WhateverTheLocale() throws Exception {
        Ended ended = Program.sh("LC_ALL=C $SECONDSOURCE help", state);

        assertThat(ended.data()).contains("COMMAND …");
    }

    @Test
    void obeysNoSettingsFileOfSpringInTheWorkingDirectory(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("application.properties"), "spring.main.banner-mode=console\nlogging.level.root=debug\n");

        Ended ended = Program.jar().in(directory).runKeeping(state, "version");

        assertThat(ended.data().lines()).hasSize(1);
        assertThat(ended.notes()).isEmpty();
    }
}

package dev.secondsource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the shell, or one command of it. */
@SpringBootApplication
public class SecondSource {
    public static void main(String[] args) {
        SpringApplication.run(SecondSource.class, args);
    }
}

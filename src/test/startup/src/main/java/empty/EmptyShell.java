package empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Nothing but Spring Shell, as its documentation starts it. */
@SpringBootApplication
public class EmptyShell {
    public static void main(String[] args) {
        SpringApplication.run(EmptyShell.class, args);
    }
}

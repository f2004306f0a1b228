package dev.secondsource.architecture.sample.report;

import dev.secondsource.candidate.Candidate;

final class ReadsWhatARecordHas {
    private ReadsWhatARecordHas() {}

    static String designer(Candidate candidate) {
        return candidate.designer().id();
    }
}

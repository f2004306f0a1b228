package dev.secondsource.architecture.sample.report;

import dev.secondsource.candidate.Candidate;

final class ReadsMoreThanARecordHas {
    private ReadsMoreThanARecordHas() {}

    static String offer(Candidate candidate) {
        return candidate.supply().toString();
    }
}

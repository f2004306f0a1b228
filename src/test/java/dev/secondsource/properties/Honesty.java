package dev.secondsource.properties;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Node;
import dev.secondsource.explanation.Node.Kind;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.State;
import dev.secondsource.verdict.Reasoned;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is dishonest about an explanation, one line each; empty if nothing is. */
final class Honesty {
    private static final String NEAR_TIE = "CPF-03";
    private static final Pattern RULE = Pattern.compile("\\b[A-Z]{3}-\\d{2}\\b");
    private static final Pattern OFFER = Pattern.compile("\\b[a-z0-9-]+:[\\w.-]+:[\\w.-]+:[\\w-]+|\\b(?:own|unpriced):[\\w.-]+");
    private static final Pattern KEY = Pattern.compile("\\b(?:[a-z]{3,}|ranking|cost)\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)+\\b");
    private static final Pattern MEASUREMENT = Pattern.compile("\\b(?:measurement|claim) (\\S+)[:,]");

    private Honesty() {}

    /** Reasons that did not fire, and states that are not the rule's. */
    static List<String> phantoms(Explanation explanation, Decision decision) {
        List<String> phantoms = new ArrayList<>();
        for (Node answer : explanation.roots())
            for (Node verdict : answer.children())
                if (verdict.kind() == Kind.VERDICT) phantoms(verdict, Decided.candidate(decision, answer.name() + " <- " + verdict.name()), decision, phantoms);
        return phantoms;
    }

    private static void phantoms(Node verdict, Assessed candidate, Decision decision, List<String> phantoms) {
        var states = decision.states().ofSubject(candidate.candidate().id());
        for (Node reason : verdict.children()) {
            State said = switch (reason.kind()) {
                case FINDING, DEFEATED -> State.FIRED;
                case UNKNOWN -> State.UNKNOWN;
                default -> null;
            };
            if (said == null) continue;
            String rule = reason.name().split(" ")[0];
            if (states.get(rule) != said) phantoms.add(verdict.name() + ": " + rule + " is " + states.get(rule) + ", not " + said);
            if (candidate.findings().stream().noneMatch(f -> f.rule().equals(rule) && reason.text().endsWith(f.sentence()) && f.defeatedBy().isEmpty() == (reason.kind() != Kind.DEFEATED)))
                phantoms.add(verdict.name() + ": " + rule + " did not say \"" + reason.text() + "\"");
        }
        Matcher cited = RULE.matcher(verdict.text());
        while (cited.find()) if (states.get(cited.group()) != State.FIRED && states.get(cited.group()) != State.UNKNOWN) phantoms.add(verdict.name() + ": decided by " + cited.group() + ", which is " + states.get(cited.group()));
    }

    /** Ids in an explanation that are not in the record of the same decision. */
    static List<String> notOnRecord(Collection<Node> nodes, String record) {
        List<String> missing = new ArrayList<>();
        for (Node node : nodes) {
            for (Pattern id : List.of(RULE, OFFER, KEY, MEASUREMENT)) {
                Matcher found = id.matcher(node.name() + " " + node.text());
                while (found.find()) if (!record.contains(found.group(found.groupCount()))) missing.add(found.group(found.groupCount()));
            }
            if (node.kind() == Kind.THRESHOLD && !node.name().equals("limit") && !record.contains("\"key\":\"" + node.name() + "\"")) missing.add(node.name());
            if (node.kind() == Kind.EVIDENCE && !record.contains(subject(node))) missing.add(subject(node));
            missing.addAll(notOnRecord(node.children(), record));
        }
        return missing;
    }

    private static String subject(Node evidence) {
        String text = evidence.text().endsWith(", as above") ? evidence.text().substring(0, evidence.text().lastIndexOf(", as above")) : evidence.text();
        String subject = text.split(": ")[0];
        return subject.startsWith("price of ") ? subject.substring("price of ".length()) : subject;
    }

    /** Rules called decisive without which the verdict would be the same, and others without which it would not. */
    static List<String> wrongGrounds(List<Finding> findings, Reasoned verdict, KnowledgeBase knowledge) {
        List<String> wrong = new ArrayList<>();
        for (String rule : verdict.decidedBy()) {
            Verdict without = again(findings.stream().filter(f -> !f.rule().equals(rule)).toList(), knowledge);
            Verdict alone = again(findings.stream().filter(f -> f.rule().equals(rule)).toList(), knowledge);
            if (verdict.decisive().contains(rule) && without == verdict.verdict()) wrong.add(rule + " is called decisive, and without it the verdict is " + without + " too");
            if (verdict.decided().endsWith("each enough") && alone != verdict.verdict()) wrong.add(rule + " is called enough, and by it alone the verdict is " + alone);
        }
        return wrong;
    }

    /** What the cited findings alone would come to, if that is not the verdict. */
    static List<String> insufficient(List<Finding> findings, Reasoned verdict, KnowledgeBase knowledge) {
        Verdict alone = again(findings.stream().filter(f -> verdict.decidedBy().contains(f.rule())).toList(), knowledge);
        return alone == verdict.verdict() ? List.of() : List.of(verdict.decidedBy() + " alone make " + alone + ", not " + verdict.verdict());
    }

    private static Verdict again(List<Finding> findings, KnowledgeBase knowledge) {
        return Reasoned.of(knowledge.defeats().resolve(findings), knowledge.gates(), knowledge.defeats(), NEAR_TIE).verdict();
    }

    /** The strongest adverse finding of a winner, if a text leaves it out. */
    static List<String> undisclosed(Assessed winner, String text) {
        List<Finding> adverse = winner.findings().stream().filter(f -> f.state() == State.FIRED && f.defeatedBy().isEmpty() && f.effect() == Effect.AGAINST).toList();
        return adverse.stream().max(Comparator.comparing(Finding::severity)).filter(worst -> adverse.stream().filter(f -> f.severity() == worst.severity())
                .noneMatch(f -> squeezed(text).contains(squeezed(f.sentence())))).map(f -> List.of(winner.offer().id() + ": " + f.sentence())).orElse(List.of());
    }

    /** Line ends and indents apart. */
    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Others of one verdict with the winner that score so near it that their order means nothing. */
    static Set<Assessed> tied(Assessed winner, List<Assessed> candidates, Decision decision) {
        return candidates.stream().filter(c -> c != winner && c.cost() != null && c.verdict().verdict() == winner.verdict().verdict())
                .filter(c -> c.score().value().subtract(winner.score().value()).abs().compareTo(decision.policy().number("ranking.tie-score")) < 0)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** Ties with a winner that a text does not tell; the same chip from the same seller in another region is no other answer. */
    static List<String> untold(Assessed winner, WorkloadDecision workload, Decision decision, String squeezed) {
        Set<Assessed> others = tied(winner, workload.candidates(), decision).stream().filter(c -> !sold(c).equals(sold(winner))).collect(java.util.stream.Collectors.toSet());
        boolean told = workload.answer().contains("It is a tie with ") && squeezed.contains(squeezed(workload.answer()));
        return others.isEmpty() == !workload.answer().contains("It is a tie with ") && (others.isEmpty() || told) ? List.of() : List.of(workload.workload().id() + ": " + others.size() + " ties, told: " + told);
    }

    private static List<Object> sold(Assessed c) {
        return java.util.Arrays.asList(c.offer().accelerator(), c.offer().provider(), c.offer().pricing(), c.offer().termMonths());
    }

    /** Obstacles that are none, and an offer that may lead once they are gone but cannot. */
    static List<String> wrongObstacles(WhyNot why, KnowledgeBase knowledge) {
        Set<String> named = why.obstacles().stream().map(o -> o.finding().rule()).collect(java.util.stream.Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        why.obstacles().stream().filter(o -> !why.asked().findings().contains(o.finding())).forEach(o -> wrong.add(o.finding().rule() + " was not said"));
        Verdict without = again(why.asked().findings().stream().filter(f -> !named.contains(f.rule())).toList(), knowledge);
        List<Finding> woken = knowledge.defeats().resolve(why.asked().findings().stream().filter(f -> !named.contains(f.rule())).toList());
        boolean wakes = woken.stream().anyMatch(f -> f.stands() && why.asked().findings().stream().anyMatch(g -> g.rule().equals(f.rule()) && !g.defeatedBy().isEmpty()));
        if (!wakes && without.compareTo(Verdict.ACCEPT) < 0) wrong.add("without " + named + " it is still " + without);
        if (why.obstacles().isEmpty() && why.asked().verdict().verdict().compareTo(Verdict.ACCEPT) < 0) wrong.add("nothing stops it, and it is " + why.asked().verdict().verdict());
        return wrong;
    }
}

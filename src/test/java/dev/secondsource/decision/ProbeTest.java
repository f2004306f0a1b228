package dev.secondsource.decision;
import dev.secondsource.files.*;
import dev.secondsource.knowledge.*;
import dev.secondsource.market.*;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;
class ProbeTest {
    @Test void works() {
        long t0=System.nanoTime();
        Market market = MarketFiles.bundled().orThrow();
        long t1=System.nanoTime();
        var loaded = KnowledgeFiles.in(Path.of("rules"));
        loaded.problems().forEach(System.out::println);
        KnowledgeBase kb = loaded.orThrow();
        long t2=System.nanoTime();
        System.out.printf("market %d ms, rules %d ms%n",(t1-t0)/1000000,(t2-t1)/1000000);
        Map<String,Integer> fired = new TreeMap<>();
        for (String name : List.of("frontier-lab","fine-tuning-startup","enterprise-serving-70b","image-generation","sovereign-europe","university-hpc","regulated-bank","all-nvidia-incumbent","export-controlled-site")) {
            var read = ProfileFiles.read(Path.of("profiles/"+name+".yaml")).orThrow();
            long a=System.nanoTime();
            var checked = DecisionMaker.decide(read.profile(), market, kb, read.profile().asOf());
            checked.problems().forEach(System.out::println);
            Decision d = checked.orThrow();
            System.out.printf("%n== %s %d ms broken %s%n", name, (System.nanoTime()-a)/1000000, d.brokenRules());
            for (var w : d.workloads()) {
                System.out.println(w.workload().id()+": "+w.answer());
                Map<String,Integer> verdicts=new TreeMap<>();
                w.candidates().forEach(c->verdicts.merge(c.verdict().verdict().name(),1,Integer::sum));
                System.out.println("   "+verdicts+" incumbent "+w.incumbent()+" "+w.incumbentBasis());
                w.candidates().stream().limit(8).forEach(c -> System.out.printf("   %3d%s %-60s %-12s unit %s rho %s score %s %s %s%n", c.rank(), c.tiedWithBetter()?"=":" ", c.offer().id(), c.verdict().verdict(), c.cost()==null?"-":c.cost().perUnit(), c.candidate().comparison().rho(), c.score().value().setScale(3, java.math.RoundingMode.HALF_EVEN), c.verdict().decidedBy(), c.fit().accelerators()));
                w.changes().forEach(c->System.out.println("   ~ "+c));
                for (var c : w.candidates()) for (var f : c.findings()) if (f.state()==State.FIRED) fired.merge(f.rule(),1,Integer::sum);
            }
            System.out.println(d.allocation().status()+" "+d.allocation().perMonth()+" "+d.allocation().shares().stream().map(s->s.workload()+":"+s.offer()+"="+s.share().setScale(2, java.math.RoundingMode.HALF_EVEN)).toList()+" "+d.allocation().notes());
        }
        System.out.println(fired);
        System.out.println("never: "+kb.rules().stream().map(Rule::id).filter(i->!fired.containsKey(i)).toList());
    }
}

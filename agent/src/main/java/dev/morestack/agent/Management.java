package dev.morestack.agent;

import dev.morestack.agent.report.Snapshots;
import dev.morestack.runtime.Counters;
import dev.morestack.runtime.Profile;
import dev.morestack.runtime.Site;
import dev.morestack.runtime.ThreadRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** The counts for JMX. */
final class Management implements MorestackMXBean {

    private static final String NAME = "dev.morestack:type=Morestack";
    private static final int MOST_SITES = 20;

    private final Snapshots snapshots;

    private Management(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    static void register(Snapshots snapshots) {
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            Messages.say("jmx=true: this JVM has no module java.management");
            return;
        }
        try {
            StandardMBean bean =
                    new StandardMBean(new Management(snapshots), MorestackMXBean.class, true);
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, new ObjectName(NAME));
        } catch (JMException | RuntimeException | LinkageError e) {
            Messages.say("jmx=true: the bean could not be registered: " + e);
        }
    }

    @Override
    public long getSpills() {
        return Counters.SPILLS.sum();
    }

    @Override
    public long getBytesFrozen() {
        return Counters.BYTES_FROZEN.sum();
    }

    @Override
    public long getDeepestBytes() {
        ThreadRecord deepest = Profile.deepest(Profile.threads());
        return deepest == null ? 0 : deepest.deepestBytes();
    }

    @Override
    public Map<String, Long> getCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Counters counter : Counters.values()) {
            counts.put(counter.label(), counter.sum());
        }
        return counts;
    }

    @Override
    public Map<String, Long> getTopSites() {
        Map<String, Long> sites = new LinkedHashMap<>();
        for (Site site : Snapshots.busiest(Profile.sites(), MOST_SITES)) {
            sites.merge(site.method(), site.spills(), new Sum());
        }
        return sites;
    }

    @Override
    public void reset() {
        Profile.reset();
    }

    @Override
    public void report(String path) throws IOException {
        Report.write(path, snapshots);
    }

    /** The same method may spill in several recursions. */
    private static final class Sum implements java.util.function.BinaryOperator<Long> {
        @Override
        public Long apply(Long a, Long b) {
            return a + b;
        }
    }
}

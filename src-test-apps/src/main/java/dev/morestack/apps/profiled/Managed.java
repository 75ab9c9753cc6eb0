package dev.morestack.apps.profiled;

import dev.morestack.apps.Result;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;

/** Asks the agent's bean about itself. Arguments: the path of a report. */
public final class Managed {

    private Managed() {}

    public static void main(String[] args) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("dev.morestack:type=Morestack");
        Result.print("registered", server.isRegistered(name));
        if (!server.isRegistered(name)) {
            return;
        }
        Result.print("frames", descend(200_000));
        Result.print("spills", server.getAttribute(name, "Spills"));
        Result.print("bytes", server.getAttribute(name, "BytesFrozen"));
        Result.print("deepest", server.getAttribute(name, "DeepestBytes"));
        TabularData counts = (TabularData) server.getAttribute(name, "Counts");
        Result.print("counts", counts.size());
        Result.print("sites", sites((TabularData) server.getAttribute(name, "TopSites")));
        server.invoke(name, "report", new Object[] {args[0]}, new String[] {"java.lang.String"});
        server.invoke(name, "reset", new Object[0], new String[0]);
        Result.print("spills-after-reset", server.getAttribute(name, "Spills"));
    }

    private static String sites(TabularData table) {
        return table.keySet().toString().replace(" ", "");
    }

    private static int descend(int left) {
        return left == 0 ? 0 : 1 + descend(left - 1);
    }
}

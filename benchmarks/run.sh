#!/bin/sh
# Runs the benchmarks and writes a page to benchmarks/results. Options: --quick, --only=PATTERN
# With --profile first: what counting, sampling and recording cost. Option: --rounds=N
# With --server first: a server with a runaway request. Option: --seconds=N
# With --many first: virtual threads at scale. Options: --scale=PERCENT, --crowd=N
cd "$(dirname "$0")/.." || exit 1

classes=benchmarks/target/benchmarks.jar
agent=agent/target/morestack.jar

# The launcher builds the agent when it is out of date, but not the benchmarks.
if [ ! -f "$classes" ] || [ -n "$(find benchmarks/src/main -newer "$classes")" ]; then
    mvn -B -q -Dmaven.test.skip=true -pl benchmarks -am package || exit 1
fi

main=Benchmarks
case "$1" in
    --profile) main=ProfileCost; shift ;;
    --server) main=server.ServerExperiment; shift ;;
    --many) main=many.ManyThreads; shift ;;
esac

# The launcher finds a JVM. The agent is for the JVMs that JMH starts from this one, not for this.
exec ./morestack run --enabled=false -- \
    -cp "$classes" "dev.morestack.benchmarks.$main" "--agent=$agent" "$@"

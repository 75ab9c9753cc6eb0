#!/bin/sh
# Runs the benchmark suite and writes a page with charts to benchmarks/results. Options: --quick,
# --smoke, --only=PART,PART (start, cold, micro, regions, boundary, policies, programs, macro, depth),
# --note=TEXT for the page, --results=FOLDER
# With --profile first: what counting, sampling and recording cost. Option: --rounds=N
# With --server first: a server with a runaway request. Options: --seconds=N, --results=FOLDER
# With --many first: virtual threads at scale. Options: --scale=PERCENT, --crowd=N, --results=FOLDER
# --help shows the options of each.
cd "$(dirname "$0")/.." || exit 1

target=benchmarks/target
agent=agent/target/morestack.jar

# The launcher builds the agent when it is out of date, but not the benchmarks.
if [ ! -f $target/built ] ||
    [ -n "$(find benchmarks/src/main benchmarks/pom.xml -newer $target/built)" ]; then
    mvn -B -q -Dmaven.test.skip=true -pl benchmarks -am package || exit 1
    touch $target/built
fi

main=Benchmarks
case "$1" in
    --profile) main=ProfileCost; shift ;;
    --server) main=server.ServerExperiment; shift ;;
    --many) main=many.ManyThreads; shift ;;
esac

# The launcher finds a JVM. The agent is for the JVMs that are started from this one, not for this.
exec ./morestack run --enabled=false -- \
    -cp "$target/classes:$target/lib/*" "dev.morestack.benchmarks.$main" "--agent=$agent" "$@"

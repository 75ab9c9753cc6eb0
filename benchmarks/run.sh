#!/bin/sh
# Runs the benchmarks and writes a page with charts to benchmarks/results.
# Options: --quick, --only=PART,PART (start, cold, micro, boundary, programs, macro, depth),
# --note=TEXT for the page, --results=FOLDER
cd "$(dirname "$0")/.." || exit 1

classes=benchmarks/target/classes
agent=agent/target/morestack.jar

# The launcher builds the agent when it is out of date, but not the benchmarks.
if [ ! -d benchmarks/target/lib ] ||
    [ -n "$(find benchmarks/src/main benchmarks/pom.xml -newer benchmarks/target/lib)" ]; then
    mvn -B -q -Dmaven.test.skip=true -pl benchmarks -am package || exit 1
    touch benchmarks/target/lib
fi

# The launcher finds a JVM. The agent is for the JVMs that are measured, not for this.
exec ./morestack run --enabled=false -- \
    -cp "$classes:benchmarks/target/lib/*" dev.morestack.benchmarks.Benchmarks "--agent=$agent" "$@"

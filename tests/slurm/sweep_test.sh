#!/usr/bin/env bash
# A sweep on a cluster: its job array is submitted, a task is killed and the node drained in the
# middle of it, the merge names what is missing, and the array submitted again ends with the same
# bytes as a sweep without a cluster.
#
#     sweep_test.sh CORDON EXPERIMENT
#
# Exit code 77, and a loud line, where Slurm is not installed.
set -euo pipefail
PATH=$PATH:/usr/sbin
cordon=$(realpath "$1") experiment=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)

for program in slurmctld slurmd sbatch scontrol munged; do
  if ! command -v "$program" >/dev/null; then
    echo "SKIPPED: $program is not installed (slurm-wlm, slurm-wlm-basic-plugins, munge): NOTHING" \
      "OF SLURM HAS BEEN TESTED"
    exit 77
  fi
done

folder=$(mktemp -d)
out=$folder/results
say() { printf '%s\n' "$*"; }
fail() {
  say "FAILED: $*"
  cat "$out".sweep/*.log "$out".merge.log 2>/dev/null || true
  exit 1
}
clean_up() {
  "$here/loopback.sh" stop "$folder/cluster"
  rm -rf "$folder"
}
trap clean_up EXIT

# Waits until no job is left in the queue, or nothing but those that wait for a drained node.
wait_for_jobs() {
  for _ in $(seq 600); do
    if [[ -z $(squeue -h -o %T) ]]; then return; fi
    sleep 0.2
  done
  fail "jobs are still there: $(squeue)"
}

if ! environment=$("$here/loopback.sh" start "$folder/cluster"); then
  tail -n 5 "$folder"/cluster/*.log || true
  say "SKIPPED: Slurm is installed and does not start here: NOTHING OF SLURM HAS BEEN TESTED"
  exit 77
fi
eval "$environment"

say "undisturbed, without the cluster"
"$cordon" sweep "$experiment" --set replications=200 --out "$folder/plain" --quiet >/dev/null

say "submitted, with a task killed and the node drained"
"$cordon" sweep "$experiment" --set replications=200 --out "$out" --slurm --shards 5 --quiet
for _ in $(seq 200); do
  [[ -s $out.sweep/1-of-5.csv ]] && break
  sleep 0.05
done
task=$(squeue -h -r -t running -o '%i' | head -1)
[[ -n $task ]] || fail "no task is running"
scontrol update nodename=localhost state=drain reason=test
scancel --signal=KILL --full "$task"
sleep 2
[[ $(sinfo -h -o %T) == dra* ]] || fail "the node is not drained"
scontrol update nodename=localhost state=resume
wait_for_jobs
[[ ! -e $out ]] || fail "there are results although a task was killed"
grep -q 'of 5 shards are not complete' "$out.merge.log" || fail "the merge does not say what is missing"
sed -n 's/^cordon: //p' "$out.merge.log" | tail -1

say "submitted again"
again=$(sbatch --parsable "$out.sweep/array.sbatch")
sbatch --parsable --dependency=afterany:"$again" "$out.sweep/merge.sbatch" >/dev/null
wait_for_jobs
[[ -f $out/runs.csv ]] || fail "there are no results"
cmp "$folder/plain/runs.csv" "$out/runs.csv" || fail "the runs are not the same"
cmp "$folder/plain/summary.csv" "$out/summary.csv" || fail "the summary is not the same"
say "the same bytes"

#!/usr/bin/env bash
# A Slurm cluster of one node with two CPUs on the loopback interface, in a folder of its own: for
# any user, without systemd, and gone without a trace.
#
#     loopback.sh start FOLDER    prints the environment: eval "$(loopback.sh start FOLDER)"
#     loopback.sh stop FOLDER
#
# From Debian's packages slurm-wlm, slurm-wlm-basic-plugins and munge.
set -euo pipefail
PATH=$PATH:/usr/sbin

configuration() {
  local folder=$1 user
  user=$(id -un)
  cat <<END
ClusterName=local
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CryptoType=crypto/munge
AuthInfo=socket=$folder/munge.socket
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
ReturnToService=2
MinJobAge=600
KillWait=2
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
END
}

start() {
  local folder=$1
  mkdir -p "$folder/state" "$folder/spool" "$folder/munge"
  chmod 700 "$folder/munge"
  dd if=/dev/urandom of="$folder/munge/key" bs=128 count=1 status=none
  chmod 600 "$folder/munge/key"
  configuration "$folder" >"$folder/slurm.conf"
  export SLURM_CONF=$folder/slurm.conf
  munged --force --key-file="$folder/munge/key" --socket="$folder/munge.socket" \
    --pid-file="$folder/munge/munged.pid" --log-file="$folder/munge/munged.log" \
    --seed-file="$folder/munge/seed" >"$folder/munged.out" 2>&1
  slurmctld -c >"$folder/slurmctld.out" 2>&1
  slurmd -N localhost >"$folder/slurmd.out" 2>&1
  for _ in $(seq 100); do
    if [[ $(sinfo -h -o %T 2>/dev/null) == idle ]]; then
      printf 'export SLURM_CONF=%q\n' "$SLURM_CONF"
      return
    fi
    sleep 0.2
  done
  echo "loopback.sh: the node does not become idle; see $folder/*.log" >&2
  return 1
}

stop() {
  local folder=$1
  export SLURM_CONF=$folder/slurm.conf
  scontrol shutdown >/dev/null 2>&1 || true
  sleep 1
  for daemon in slurmctld.pid slurmd.pid munge/munged.pid; do
    if [[ -f $folder/$daemon ]]; then kill "$(<"$folder/$daemon")" 2>/dev/null || true; fi
  done
}

case "${1:-}" in
  start | stop) "$1" "$(realpath -m "${2:?expected a folder}")" ;;
  *)
    echo "usage: loopback.sh start|stop FOLDER" >&2
    exit 2
    ;;
esac

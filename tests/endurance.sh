#!/usr/bin/env bash
# The long form of the kill tests: eight writers work through the pages while PostgreSQL is ended 200 times and then serve 200
# times, and each must come back; prints a line a round and a summary. Takes about a quarter of an hour.
# Usage: tests/endurance.sh [ROUNDS]
set -euo pipefail

repo=$(dirname "$(dirname "$(readlink -f -- "${BASH_SOURCE[0]}")")")
rounds=${1:-200}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false # no build server may stay behind

"$repo/src/tracker" --install-postgres-only
dotnet build "$repo/tests/Tracker.Endurance" -c Release --nologo -v quiet

TMPDIR=$(mktemp -d)
export TMPDIR
chmod 711 "$TMPDIR" # root's database server runs under another account and must get through

sweep() {
  local pid_file pid
  while IFS= read -r -d '' pid_file; do # only there when the run was cut short
    pid=$(head -n 1 "$pid_file")
    [[ $(readlink "/proc/$pid/cwd") != "$(dirname "$pid_file")" ]] || kill -QUIT "$pid"
  done < <(find "$TMPDIR" -name postmaster.pid -print0)
  rm -rf "$TMPDIR"
}
trap sweep EXIT
trap 'exit 130' INT TERM

dotnet "$repo/tests/Tracker.Endurance/bin/Release/net10.0/Tracker.Endurance.dll" run "$rounds" "$rounds"

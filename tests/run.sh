#!/usr/bin/env bash
# Installs what the tests need, builds everything in Release and runs every test project of the solution.
# The last line is `N passed, N failed`; a skipped test, a crash or a failed build counts as failed.
# Arguments are passed on to dotnet test, such as: tests/run.sh --filter FullyQualifiedName~Extension
set -uo pipefail

# Started in the background of another script it would ignore Ctrl+C for ever, and with it everything it starts, where tests send it.
if [[ -z ${TRACKER_TESTS_HEAR_SIGNALS-} ]] && env --default-signal=INT true 2>/dev/null; then
  export TRACKER_TESTS_HEAR_SIGNALS=1
  exec env --default-signal=INT,QUIT "${BASH_SOURCE[0]}" "$@"
fi

repo=$(dirname "$(dirname "$(readlink -f -- "${BASH_SOURCE[0]}")")")
at_once=2 # test projects at the same time; more would make the timing of some tests meaningless on a small machine
longest=(Web Endurance Browser) # begun first, so that none of them is left to run alone in the end

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
# No build server or compiler may stay behind: the build has a compiler of its own, which is ended with it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

compiler=tracker-tests-$$
results=$(mktemp -d)
# All temporary folders of the tests lie here, so that whatever a killed test leaves is found and swept.
export TMPDIR=$results/tmp
mkdir "$TMPDIR"
chmod 711 "$results" "$TMPDIR" # root's database servers run under another account and must get through

end_compiler() {
  local process
  for process in /proc/[0-9]*; do
    ! tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -q -- "-pipename:$compiler " || kill "${process#/proc/}"
  done
}

sweep() {
  local job pid_file pid
  end_compiler
  for job in $(jobs -rp); do kill -INT -- "-$job"; done
  wait
  while IFS= read -r -d '' pid_file; do
    pid=$(head -n 1 "$pid_file")
    [[ $(readlink "/proc/$pid/cwd") != "$(dirname "$pid_file")" ]] || kill -QUIT "$pid" # PostgreSQL's immediate shutdown
  done < <(find "$TMPDIR" -name postmaster.pid -print0)
  grep -o " $TMPDIR/[^ ]*" /proc/mounts | xargs -r umount --lazy # a test's disk of memory
  rm -rf "$results"
}
trap sweep EXIT
trap 'exit 130' INT TERM
set -m # each project becomes a process group, which sweep can end as a whole

stop() {
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

install_what_is_missing() {
  local packages=()
  "$repo/src/tracker" --install-postgres-only || return
  command -v chromium chromium-browser google-chrome >/dev/null || packages+=(chromium)
  command -v fc-list >/dev/null || packages+=(fontconfig)
  [[ -n $(fc-list :lang=zh-cn 2>/dev/null) ]] || packages+=(fonts-wqy-zenhei)
  /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || packages+=(python3-aiosmtpd)
  /usr/bin/python3 -c 'import icalendar' 2>/dev/null || packages+=(python3-icalendar)
  [[ ${#packages[@]} -eq 0 ]] || "$repo/src/tracker" --apt-install "${packages[@]}"
}

build() {
  local code
  dotnet build Tracker.sln -c Release --nologo -v quiet -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" >"$results/build.log" 2>&1
  code=$?
  end_compiler
  [[ $code -eq 0 ]] || cat "$results/build.log"
  return $code
}

# The sum of one counter over one trx file, 0 without a file.
counter() {
  local found
  found=$(grep -ho "<Counters [^>]*" "$2" 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*')
  echo "${found:-0}"
}

# Runs one project and leaves its "passed failed" in a file of its own, for projects run side by side.
run_project() {
  local project=$1 name code passed total failed
  shift
  name=$(basename "$project" .csproj)
  dotnet test "$project" -c Release --no-build --nologo \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" >"$results/$name.log" 2>&1 </dev/null
  code=$?
  total=$(counter total "$results/$name.trx")
  passed=$(counter passed "$results/$name.trx")
  failed=$((total - passed))
  # A runner that died leaves no trx, or one in which all that was written passed; without a filter, no tests are no success.
  [[ $failed -gt 0 || ($code -eq 0 && ($total -gt 0 || $# -gt 0)) ]] || failed=1
  [[ $failed -eq 0 ]] || cat "$results/$name.log"
  echo "$name: $passed passed, $failed failed"
  echo "$passed $failed" >"$results/$name.sum"
}

cd "$repo" || exit
install_what_is_missing || stop "Not everything the tests need is installed."
build || stop "The build failed."

all=$(dotnet sln Tracker.sln list | grep -E '\.Tests\.csproj$')
mapfile -t projects < <({ for name in "${longest[@]}"; do grep "/Tracker.$name.Tests.csproj" <<<"$all"; done; echo "$all"; } | awk 'NF && !seen[$0]++')
[[ ${#projects[@]} -gt 0 ]] || stop "The solution has no test projects."
for project in "${projects[@]}"; do
  while [[ $(jobs -rp | wc -l) -ge $at_once ]]; do wait -n; done
  run_project "$project" "$@" &
done
wait

read -r passed failed < <(cat "$results"/*.sum | awk -v projects=${#projects[@]} \
  '{ passed += $1; failed += $2 } END { print passed + 0, failed + projects - NR }') # a project without a sum has failed
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]

#!/usr/bin/env bash
# The action's inputs turned into one call of epubforge; each becomes one argument, whatever it holds.
# In: INPUT_COMMAND, _PATH, _PROFILE, _FORMAT, _OUTPUT, _FAIL_ON, _EPUBCHECK, _ARGS; GITHUB_OUTPUT,
# RUNNER_TEMP. plan.sh has looked at them. epubforge itself writes GITHUB_STEP_SUMMARY.
# Out: `exit-code`, `report`
set -euo pipefail

lines=()
read_lines() { # read_lines TEXT: its lines, without the empty ones
  local line
  lines=()
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    if [ -n "$line" ]; then lines+=("$line"); fi
  done <<<"$1"
}

arguments=("$INPUT_COMMAND" "--format=$INPUT_FORMAT")
read_lines "$INPUT_PROFILE"
for line in ${lines[@]+"${lines[@]}"}; do arguments+=("--profile=$line"); done
if [ -n "$INPUT_FAIL_ON" ]; then arguments+=("--fail-on=$INPUT_FAIL_ON"); fi
if [ "$INPUT_EPUBCHECK" = true ]; then arguments+=(--epubcheck); fi

report=$INPUT_OUTPUT
case $INPUT_FORMAT in
text | github) ;;
junit) report=${report:-$RUNNER_TEMP/epubforge/report.xml} ;;
gitlab) report=${report:-$RUNNER_TEMP/epubforge/report.json} ;;
*) report=${report:-$RUNNER_TEMP/epubforge/report.$INPUT_FORMAT} ;;
esac
if [ -n "$report" ]; then
  mkdir -p -- "$(dirname -- "$report")"
  rm -f -- "$report" # one of an earlier run is not taken for this one's
  arguments+=("--output=$report")
fi

read_lines "$INPUT_ARGS"
arguments+=(${lines[@]+"${lines[@]}"} --)
read_lines "$INPUT_PATH"
arguments+=(${lines[@]+"${lines[@]}"})

code=0
epubforge "${arguments[@]}" || code=$?
if [ -n "$report" ] && ! [ -f "$report" ]; then report=; fi
printf 'exit-code=%s\nreport=%s\n' "$code" "$report" >>"$GITHUB_OUTPUT"
exit "$code"

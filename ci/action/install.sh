#!/usr/bin/env bash
# Installs epubforge in an environment of its own, and puts its one command on the path.
# In: INPUT_PYTHON, INPUT_REQUIREMENT as plan.sh makes it; RUNNER_TEMP, GITHUB_PATH
set -euo pipefail

home="$RUNNER_TEMP/epubforge"
own=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export PIP_CACHE_DIR="$home/pip" PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

# The action may stand in a job more than once.
wanted="$own $INPUT_PYTHON $INPUT_REQUIREMENT"
if [ -f "$home/installed" ] && [ "$(cat "$home/installed")" = "$wanted" ]; then exit 0; fi
mkdir -p "$PIP_CACHE_DIR" "$home/bin"
rm -f "$home/installed"

"$INPUT_PYTHON" -m venv --clear "$home/venv"
bin="$home/venv/bin"
if [ -d "$home/venv/Scripts" ]; then bin="$home/venv/Scripts"; fi # Windows

case $INPUT_REQUIREMENT in
own*) # what this action was taken from, with the versions that it was tested with
  "$bin/python" -m pip install --quiet --constraint "$own/constraints.txt" \
    "$own${INPUT_REQUIREMENT#own}"
  ;;
*) "$bin/python" -m pip install --quiet -- "$INPUT_REQUIREMENT" ;;
esac

# The command alone: the job's own python and pip stay the first on the path.
cp "$bin"/epubforge* "$home/bin/"
"$home/bin/epubforge" --version
printf '%s\n' "$home/bin" >>"$GITHUB_PATH"
printf '%s' "$wanted" >"$home/installed"

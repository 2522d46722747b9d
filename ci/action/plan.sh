#!/usr/bin/env bash
# The action's inputs, looked at before anything is installed, turned into what pip is to install.
# In: INPUT_COMMAND, _VERSION, _FORMAT, _OUTPUT, _EPUBCHECK, _EXTRAS, _CACHE; GITHUB_OUTPUT
# Out: `requirement`, and `key`, which changes with what pip would download
set -euo pipefail
export LC_ALL=C # the ranges below are ASCII's

refuse() { # in words of ours only: what a stranger wrote could command the runner
  printf '::error title=epubforge action::%s\n' "$1"
  exit 2
}

one_of() { # one_of NAME VALUE CHOICE…
  local name=$1 value=$2 choice
  shift 2
  for choice; do [ "$value" != "$choice" ] || return 0; done
  refuse "the input $name should be one of: $*"
}

one_of command "$INPUT_COMMAND" check build
one_of format "$INPUT_FORMAT" text json jsonl sarif junit github gitlab
one_of epubcheck "$INPUT_EPUBCHECK" true false
one_of cache "$INPUT_CACHE" true false
if [ "$INPUT_COMMAND $INPUT_EPUBCHECK" = 'build true' ]; then
  refuse 'epubcheck goes with the command check; give the action a step for each'
fi
case $INPUT_OUTPUT in *[[:cntrl:]]*) refuse 'the input output should be the name of one file' ;; esac
case $INPUT_EXTRAS in *[!a-z0-9,]*) refuse 'the input extras should be as in heif,scripts' ;; esac
case $INPUT_VERSION in
*[!0-9A-Za-z.]* | [!0-9]*) refuse 'the input version should be as in 1.2.0' ;;
esac

extras=$INPUT_EXTRAS
if [ "$INPUT_EPUBCHECK" = true ]; then extras="epubcheck${extras:+,$extras}"; fi
own=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ -n "$INPUT_VERSION" ]; then
  requirement="epubforge${extras:+[$extras]}==$INPUT_VERSION"
  key=$(printf '%s' "$requirement" | cksum)
else
  requirement="own${extras:+[$extras]}"
  key=$(printf '%s' "$extras" | cat - "$own/pyproject.toml" "$own/constraints.txt" | cksum)
fi
printf 'requirement=%s\nkey=%s\n' "$requirement" "${key// /-}" >>"$GITHUB_OUTPUT"

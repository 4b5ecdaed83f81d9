#!/usr/bin/env bash
# What the action runs: klarlint from npm, with annotations, a summary and, where it is asked for, SARIF.
set -uo pipefail

# Split at blanks, without letting the shell expand patterns: klarlint does that itself.
set -f
files=(${KLARLINT_FILES:-.})
options=(${KLARLINT_OPTIONS:-})
[ -n "${KLARLINT_SARIF:-}" ] && options+=(--output-file "sarif=$KLARLINT_SARIF")

npx --yes "klarlint@$KLARLINT_VERSION" --format github ${options[@]+"${options[@]}"} -- "${files[@]}"
code=$?
echo "exit-code=$code" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$code"

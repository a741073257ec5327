#!/usr/bin/env bash
# Writes the lock files anew from pyproject.toml: versions and hashes, for every system and Python from 3.11 on.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        "${@:2}" pyproject.toml -o ".ci/locks/$1"
}
lock core.txt
lock window.txt --extra window
lock test-core.txt --extra test
lock test.txt --extra window --extra test --extra test-window

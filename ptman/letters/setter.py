"""A process that sets documents beside others of its kind: facts and codes in, a line each; PDFs out, lengths first."""

import json
import sys

from ptman.letters import abreast, stored, typeset


def main() -> int:
    """Until no line is left, or nobody takes the answers any more."""
    for line in sys.stdin.buffer:
        facts, code = json.loads(line)
        pdf = typeset.pdf(stored.read(facts), code=code)
        sys.stdout.buffer.write(len(pdf).to_bytes(abreast.LENGTH, "big") + pdf)
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

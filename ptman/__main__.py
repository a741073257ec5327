"""`python -m ptman`: the command line, or the window where no command is given."""

import sys


def main() -> int:
    from ptman import cli

    return cli.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

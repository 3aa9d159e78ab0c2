"""What the command's exit codes mean, and the error that carries one."""

FINE, PROBLEMS, USAGE, MACHINE = range(4)

MEANING = """\
exit codes:
  0  fine
  1  it ran and found problems, or the product refused
  2  wrong usage
  3  the machine: disk, port, network, data folder
"""


class Halt(Exception):
    """Stop with one sentence for the person at the terminal."""

    def __init__(self, sentence: str, code: int = MACHINE) -> None:
        super().__init__(sentence)
        self.code = code

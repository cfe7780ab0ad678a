"""The library as answers.cpp speaks for it, and how its answers are held against those of others."""

import collections
import pathlib
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).parents[2] / "databases"))
from servers import skip  # noqa: E402, F401


def ask(program, questions):
    """The answers to questions, in their order."""
    done = subprocess.run([program], input="".join(f"{question}\n" for question in questions), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    answers = done.stdout.splitlines()
    assert len(answers) == len(questions)
    return answers


def numbers(answer):
    return list(map(int, answer.split()))


class Comparison:
    """Counts the answers of somebody else that differ, and why; what nobody can explain makes the test fail."""

    def __init__(self, who):
        self.who = who
        self.asked = 0
        self.explained = collections.Counter()
        self.unexplained = []

    def add(self, question, ours, theirs, why=None):
        """The reason is one only if it holds for this question; otherwise it is None."""
        self.asked += 1
        if ours == theirs:
            return
        if why:
            self.explained[why] += 1
        else:
            self.unexplained.append((question, ours, theirs))

    def conclude(self):
        differ = self.explained.total() + len(self.unexplained)
        reasons = "".join(f"; {count:,} {why}" for why, count in self.explained.items())
        print(f"{self.who}: {self.asked:,} answers, {differ:,} differ{reasons}")
        assert self.asked
        if self.unexplained:
            sys.exit("unexplained, with our answer and theirs:\n" + "\n".join(map(str, self.unexplained[:9])))

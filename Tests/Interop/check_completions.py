"""Types at real shells as a person does, TAB included, and holds what they run against what was meant.

    check_completions.py PREFIX FOLDER

PREFIX is where `make install-shell` has put its files; the command `patrol` is found by PATH. FOLDER holds the sample
roster one-department.
"""

import os
import pty
import select
import sys
import time

PROMPT = "ready>"
PATIENCE = 60


def shells(prefix):
    """The command of each shell, with our completions and nothing of the person's own."""
    share = os.path.join(prefix, "share")
    bash = os.path.join(share, "bash-completion/completions/patrol")
    zsh = os.path.join(share, "zsh/site-functions")
    fish = os.path.join(share, "fish/vendor_completions.d/patrol.fish")
    yield "bash", ["bash", "--noprofile", "--norc", "-i"], f"source {bash}; PS1='{PROMPT} '"
    yield (
        "zsh",
        ["zsh", "-f", "-i"],
        f"fpath=({zsh} $fpath); autoload -U compinit; compinit -u -D; PS1='{PROMPT} '",
    )
    # fish starts its prompt by itself, so it is told before.
    yield "fish", ["fish", "--no-config", "-i", "-C", f"source {fish}; function fish_prompt; echo '{PROMPT} '; end"], ""


# What is typed, and what the answer has only where every TAB was completed as meant.
LINES = [
    ("patrol expl\t rest-t\t", "RST002 rest-too-short"),
    ("patrol rul\t --form\t js\t", '"format_version"'),
    ("patrol validate one-dep\t --district yun\t --max-findings 0", "units missing"),
    ("patrol gaps one-dep\t --fr\t 2026-12-08 --to tomo\t --now 2026-12-07T12:00", "below minimum"),
    ("patrol export one-dep\t --department yunusobod-\t --day 2026-12-07\t --shift B\t --table -", "2026-12-07,mon,B"),
]


class Shell:
    def __init__(self, command, folder):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ["TERM"] = "dumb"
            os.environ["HOME"] = folder
            os.execvp(command[0], command)
        self.seen = ""

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, text):
        """Reads until the text has come since the last wait."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise SystemExit(f"'{text}' did not come; there was:\n{self.seen}")
            self.seen += os.read(self.terminal, 65536).decode("utf-8", "replace")
        self.seen = self.seen.split(text, 1)[1]

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def main():
    prefix, folder = (os.path.abspath(argument) for argument in sys.argv[1:3])
    for name, command, setting in shells(prefix):
        shell = Shell(command, folder)
        if setting:
            shell.type(setting + "\r")
            # Once as it is typed, once as the prompt.
            shell.wait(PROMPT)
        shell.wait(PROMPT)
        for typed, answer in LINES:
            shell.type(typed + "\r")
            shell.wait(answer)
            shell.wait(PROMPT)
        shell.close()
        print(f"{name}: {len(LINES)} lines completed")


main()

# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the functions of db/schema/functions: their text, whom they call, and what they can refuse."""
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "db" / "schema"
NAME = re.compile(r"^create function ((?:asp|desk)\.\w+)\s*\(", re.M)


def uncommented(text):
    return re.sub(r"--[^\n]*", "", text)


class Code:
    def __init__(self):
        self.files = {}  # path below functions/ -> text
        self.file_of = {}  # function -> path
        self.body = {}  # function -> its statement, without comments
        for path in sorted((SCHEMA / "functions").rglob("*.sql")):
            key = path.relative_to(SCHEMA / "functions").as_posix()
            self.files[key] = text = path.read_text(encoding="utf-8")
            starts = [(m.start(), m.group(1)) for m in NAME.finditer(text)]
            for i, (start, name) in enumerate(starts):
                end = starts[i + 1][0] if i + 1 < len(starts) else len(text)
                self.file_of[name] = key
                self.body[name] = uncommented(text[start:end])
        short = {name.split(".")[1]: name for name in self.body}
        self.calls = {
            name: {short[word] for word in re.findall(r"\b((?:f|op|tr)_\w+)\s*\(", body) if word in short} - {name}
            for name, body in self.body.items()
        }
        self.rules = self._rules()

    def _arguments(self, body):
        """What stands between the parentheses of each call that refuses, up to its first comma outside of any."""
        for match in re.finditer(r"\bf_refused?\(", body):
            depth, at = 1, match.end()
            while depth and at < len(body) and not (depth == 1 and body[at] == ","):
                depth += {"(": 1, ")": -1}.get(body[at], 0)
                at += 1
            yield body[match.end() : at]

    def _rules(self):
        named = set()
        for body in self.body.values():
            for argument in self._arguments(body):
                named |= set(re.findall(r"(?:^|then|else)\s*'([a-z]+(?:_[a-z]+)*)'", argument))
        # Functions that hand a rule to whoever refuses.
        for body in self.body.values():
            for helper in re.findall(r"\bv_(?:rule|fault|trouble)\s*:=\s*(?:coalesce\()?(f_\w+)\(", body):
                text = self.body.get("asp." + helper, "")
                named |= set(re.findall(r"(?:then|else|return)\s+'([a-z]+(?:_[a-z]+)+)'", text))
            named |= set(re.findall(r"\bv_rule\s*:=\s*'([a-z]+(?:_[a-z]+)*)'", body))
        return named

    def reachable(self, name, stop=()):
        seen, todo = set(), [name]
        while todo:
            one = todo.pop()
            if one not in seen and one not in stop:
                seen.add(one)
                todo += self.calls.get(one, ())
        return seen

    def refusals(self, name, stop=()):
        """Every rule that the function, or one it calls, can name."""
        found = set()
        for one in self.reachable(name, stop):
            found |= set(re.findall(r"'([a-z]+(?:_[a-z]+)*)'", self.body[one])) & self.rules
        return found

# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contracts at the top of the files of db/schema/functions, checked against the code and collected into db/CONTRACTS.md.

    contracts.py --check     every finding on a line; exit code 1 when there is one
    contracts.py --write     writes what can be: the refusals in each file, and the page
"""
import re
import sys
import textwrap

from sqlcode import SCHEMA, Code

PAGE = SCHEMA.parent / "CONTRACTS.md"
LABELS = ("Takes", "Answers", "Refuses", "Caps")
READER = re.compile(r"when '([a-z_]+)' then\s+return (?:jsonb_build_object\([^f]*)?(f_\w+)\(")
# Rules without a sentence of their own: the page of approvals says what changed; a kind of journal row, no rule; a
# console that asks in this order never meets it.
UNSPOKEN = {"facts_changed", "journal_search", "not_announced"}
DOOR = re.compile(r"^asp\.(f_read_|op_|f_dispatch$|f_masked_value$)")


class Contract:
    """One "-- Operation x" block: where it stands, what it is about, and its lines by label."""

    def __init__(self, path, kind, name):
        self.path, self.kind, self.name, self.parts = path, kind, name, {}

    def functions(self, code):
        """What carries it out; of a reading, both steps."""
        if self.kind == "Operation":
            return ["asp.op_" + self.name.replace(".", "_")]
        if self.kind == "Function":
            return [self.name]
        return [n for n in (code.readers[self.name], "asp.f_announce_" + self.name) if n in code.body]


def header_of(text):
    lines = text.split("\n")
    end = next(i for i, line in enumerate(lines) if not line.startswith("--"))
    return lines[3:end]


def contracts_of(path, text):
    found, label = [], None
    for line in header_of(text):
        begins = re.match(r"-- (Operation|Reading|Function) ([a-z_.]+)$", line)
        part = re.match(r"-- (%s): (.*)$" % "|".join(LABELS), line)
        if begins:
            found.append(Contract(path, *begins.groups()))
            label = None
        elif part and found:
            label = part.group(1)
            found[-1].parts[label] = part.group(2)
        elif label and line.startswith("--     "):
            found[-1].parts[label] += " " + line[7:]
        else:
            label = None
    return found


def purpose_of(text):
    words = []
    for line in header_of(text):
        if not line.startswith("-- "):
            break
        words.append(line[3:])
    return " ".join(words)


def rows_of(name, column=0):
    text = (SCHEMA / "rules" / (name + ".sql")).read_text(encoding="utf-8")
    return [re.findall(r"'((?:[^']|'')*)'|\b(true|false)\b", row)[column][0] for row in re.findall(r"^    \((.*)\)[,]?$", text, re.M)]


def stated(contract):
    text = contract.parts.get("Refuses", "")
    return sorted(rule for rule in text.split(", ") if rule)


def reached(code, contract):
    stop = {n for n in code.body if DOOR.match(n)} if contract.kind == "Function" else ()
    return sorted(set().union(*(code.refusals(n, stop) for n in contract.functions(code))))


def findings(code, contracts):
    for path, text in code.files.items():
        if not purpose_of(text):
            yield f"functions/{path}: no sentence at the top says what it is for"
    names = [n for text in code.files.values() for n in re.findall(r"^create function ((?:asp|desk)\.\w+)", text, re.M)]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield f"{name} is made more than once"
    known = {n.split(".")[1] for n in code.body} | set(re.findall(r"create function asp\.(\w+)", "".join(
        p.read_text(encoding="utf-8") for p in (SCHEMA / "baseline").glob("*.sql"))))
    for name, body in code.body.items():
        for called in set(re.findall(r"\b((?:f|op|tr)_[a-z_0-9]+)\s*\(", body)) - known:
            yield f"{name} calls {called}, which no file makes"
    by_kind = lambda kind: {c.name for c in contracts if c.kind == kind}
    kinds, dispatched = set(rows_of("operation_kinds")), set(
        re.findall(r"when '([a-z_.]+)' then return op_", code.body["asp.f_dispatch"]))
    functions = {n[7:].replace("_", ".", 1) for n in code.body if n.startswith("asp.op_")}
    for what, names in (("a row in rules/operation_kinds.sql", kinds), ("a line in door/dispatch.sql", dispatched),
                        ("a function asp.op_…", functions), ("a contract", by_kind("Operation"))):
        for kind in sorted((kinds | dispatched | functions | by_kind("Operation")) - names):
            yield f"operation {kind} has no {what[2:] if what.startswith('a ') else what}"
    readings = set(rows_of("reading_kinds"))
    for what in sorted(readings ^ by_kind("Reading")):
        yield f"reading {what} has no row in rules/reading_kinds.sql, or no contract"
    for what in sorted(readings ^ set(code.readers)):
        yield f"reading {what} has no row in rules/reading_kinds.sql, or no line in reading/answer.sql"
    open_to = {n for n in code.body if n.startswith("desk.")}
    for name in sorted(open_to ^ by_kind("Function")):
        yield f"{name} has no contract, or is no function"
    for name in sorted(open_to):
        if f"grant execute on function {name}(" not in code.files[code.file_of[name]]:
            yield f"{name} is granted to nobody in its file"
    for contract in contracts:
        if stated(contract) != reached(code, contract):
            yield (f"functions/{contract.path}: {contract.name} states {stated(contract)}, the code refuses {reached(code, contract)}")
    words = "".join(p.read_text(encoding="utf-8") for p in (SCHEMA.parents[1] / "ui" / "common").glob("rule*.cpp"))
    for rule in sorted({rule for c in contracts for rule in stated(c)} - UNSPOKEN):
        if f'"{rule}"' not in words:
            yield f"rule {rule} has no sentence in ui/common/rulesentences.cpp"
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(code, contracts):
        yield "db/CONTRACTS.md is not what the files say: tests/db/schema/contracts.py --write"


def page(code, contracts):
    out = ["# Contracts of the database", "",
           "Made from the tops of the files in `schema/functions` by `tests/db/schema/contracts.py --write`; a test keeps it true. Edit those files, not this page.",
           "What holds for all of them (status, refusals, reading in two steps): [schema/functions/README.md](schema/functions/README.md).", ""]
    for kind, title in (("Operation", "Operations (`desk.operate`)"), ("Reading", "Readings (`desk.announce`, `desk.answer`)"),
                        ("Function", "Functions log-ins may call")):
        out += ["## " + title, ""]
        for c in sorted((c for c in contracts if c.kind == kind), key=lambda c: c.name):
            out.append(f"**`{c.name}`** ([{c.path}](schema/functions/{c.path})): {purpose_of(code.files[c.path])}")
            out += [f"- {label}: {c.parts[label]}" for label in LABELS if label in c.parts]
            out.append("")
    return "\n".join(out)


def write(code):
    for path, text in code.files.items():
        lines = text.split("\n")
        for contract in contracts_of(path, text):
            start = lines.index(f"-- {contract.kind} {contract.name}")
            end = start + 1
            while end < len(lines) and re.match(r"-- (\S|    )", lines[end]) and not re.match(r"-- (Operation|Reading|Function) ", lines[end]):
                end += 1
            block, skipping = [], False
            for line in lines[start + 1 : end]:
                skipping = line.startswith("-- Refuses: ") or (skipping and line.startswith("--     "))
                if not skipping:
                    block.append(line)
            rules = reached(code, contract)
            caps = next((i for i, line in enumerate(block) if line.startswith("-- Caps: ")), len(block))
            if rules:
                block[caps:caps] = ["-- " + l for l in textwrap.wrap("Refuses: " + ", ".join(rules), width=118, subsequent_indent="    ")]
            lines[start + 1 : end] = block
        (SCHEMA / "functions" / path).write_text("\n".join(lines), encoding="utf-8")


def main():
    code = Code()
    code.readers = {what: "asp." + name for what, name in READER.findall(code.body["desk.answer"])}
    if "--write" in sys.argv:
        write(code)
        fresh = Code()
        fresh.readers = code.readers
        code = fresh
    contracts = [c for path, text in code.files.items() for c in contracts_of(path, text)]
    if "--write" in sys.argv:
        PAGE.write_text(page(code, contracts), encoding="utf-8")
    problems = list(findings(code, contracts))
    print("\n".join(problems) or f"{len(code.body)} functions in {len(code.files)} files, {len(contracts)} contracts: as stated")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database holds, row by row, so that two moments can be compared: which rows came, which went. Reads with psql as the
server's superuser, over the socket."""
import collections
import os
import subprocess

# Counters of reads move with every keystroke, who has what open and cached figures come and go: none says anything of the case.
IGNORED = {"read_meter", "presence", "queue_figures"}


class Database:
    def __init__(self, uri):
        self.uri = uri

    @classmethod
    def of_private_folder(cls, folder):
        lines = open(os.path.join(folder, "data", "postmaster.pid")).read().split("\n")
        return cls(f"postgresql:///asp?host={lines[4]}&port={lines[3]}&user=postgres")

    def query(self, sql):
        run = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.uri, "-c", sql],
                             capture_output=True, text=True, check=False)
        if run.returncode:
            raise RuntimeError("psql: " + run.stderr.strip())
        return [line for line in run.stdout.split("\n") if line]

    def one(self, sql):
        rows = self.query(sql)
        return rows[0] if rows else ""

    def tables(self):
        return [t for t in self.query("select tablename from pg_tables where schemaname = 'asp' order by 1") if t not in IGNORED]

    def snapshot(self):
        return {t: collections.Counter(self.query(f"select md5(r::text) from asp.{t} r")) for t in self.tables()}

    def tables_holding(self, secret):
        """Tables, of any schema of ours, where the secret can be read in some row."""
        literal = "'" + secret.replace("'", "''") + "'"
        return [t for t in self.query("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('asp', 'desk')")
                if self.one(f"select count(*) from {t} r where strpos(r::text, {literal}) > 0") != "0"]


def changes(before, after):
    """table → (rows that came, rows that went); a changed row counts in both."""
    found = {}
    for table in after:
        came = sum((after[table] - before.get(table, collections.Counter())).values())
        went = sum((before.get(table, collections.Counter()) - after[table]).values())
        if came or went:
            found[table] = (came, went)
    return found

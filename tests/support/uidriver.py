#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drives the console as a screen reader and a keyboard would: what is on screen is read through AT-SPI, keys are real key
events of the X server (xdotool). Run under gui_session.sh with the system's python3, which has the bindings."""
import os
import subprocess
import time
import warnings

warnings.filterwarnings("ignore", category=DeprecationWarning)
import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

BUTTONS = ("push button", "button", "toggle button", "check box", "radio button")
FIELDS = ("text", "entry", "password text", "paragraph")


class NotSeen(AssertionError):
    pass


def _text(node):
    try:
        if node.get_text_iface():
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    except Exception:
        pass
    return node.get_name() or ""


class Announcements:
    """What a screen reader is told while it lasts: what takes the focus, and what is announced wherever that is.
    `with Announcements() as heard: …`"""
    EVENTS = ("object:announcement", "object:state-changed:showing", "object:state-changed:focused")

    def __enter__(self):
        self.seen = []
        self.listener = Atspi.EventListener.new(self._on_event)
        for event in self.EVENTS:
            self.listener.register(event)
        return self

    def __exit__(self, *_):
        for event in self.EVENTS:
            self.listener.deregister(event)

    def _on_event(self, event):
        try:
            told = event.type.endswith(":focused") or event.source.get_role_name() in ("notification", "alert")
            if event.detail1 and told:
                self.seen.append(event.source.get_name())
        except Exception:
            pass  # gone meanwhile

    def wait(self, words, timeout=5):
        end = time.monotonic() + timeout
        while time.monotonic() < end and not any(words in one for one in self.seen):
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)
        return any(words in one for one in self.seen)


class Console:
    """One running console."""

    def __init__(self, command, log):
        self.log = open(log, "ab")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        self.root = None

    # What is on screen -------------------------------------------------------------------------------------------

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def nodes(self):
        """Every object that is showing, in order."""
        if self.process.poll() is not None:
            raise NotSeen(f"the console ended with code {self.process.returncode}")
        if self.root is None:
            self.root = self._find_root()
        if self.root is None:
            return
        stack = [self.root]
        while stack:
            node = stack.pop()
            try:
                states = node.get_state_set()
                if node is not self.root and not states.contains(Atspi.StateType.SHOWING) \
                        and node.get_role_name() != "application":
                    continue
                yield node
                if states.contains(Atspi.StateType.MANAGES_DESCENDANTS):
                    continue
                stack.extend(child for child in
                             (node.get_child_at_index(i) for i in reversed(range(node.get_child_count()))) if child)
            except Exception:
                continue  # gone during the walk

    def find(self, name=None, roles=None, contains=None, description=None):
        for node in self.nodes():
            try:
                if roles and node.get_role_name() not in roles:
                    continue
                if name is not None and (node.get_name() or "") != name:
                    continue
                if contains is not None and contains not in _text(node) and contains not in (node.get_name() or ""):
                    continue
                if description is not None and description not in (node.get_description() or ""):
                    continue
                return node
            except Exception:
                continue
        return None

    def wait(self, what, condition, timeout=20):
        """Until condition() answers something; what is said when it never does."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            found = condition()
            if found:
                return found
            time.sleep(0.05)
        raise NotSeen(f"not seen in {timeout} s: {what}")

    def see(self, text, timeout=20):
        return self.wait(f"« {text} »", lambda: self.find(contains=text), timeout)

    def gone(self, text, timeout=20):
        return self.wait(f"the end of « {text} »", lambda: self.find(contains=text) is None, timeout)

    def button(self, name, timeout=20, description=None):
        return self.wait(f"button « {name} »", lambda: self.find(name=name, roles=BUTTONS, description=description), timeout)

    def field(self, name, timeout=20):
        return self.wait(f"field « {name} »", lambda: self.find(name=name, roles=FIELDS), timeout)

    def text_of(self, node):
        return _text(node)

    def texts(self):
        return [t for t in (_text(node) for node in self.nodes()) if t]

    def tree(self):
        lines = []
        for node in self.nodes():
            try:
                lines.append(f"{node.get_role_name()} « {node.get_name()} » {(_text(node) or '')[:80]!r} — {node.get_description()}")
            except Exception:
                pass
        return "\n".join(lines)

    # What a person does ------------------------------------------------------------------------------------------

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        """Plain ASCII only: anything else is set through the accessibility interface."""
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "15", text], check=True)

    def press(self, node):
        for i in range(Atspi.Action.get_n_actions(node)):
            if Atspi.Action.get_action_name(node, i) in ("Press", "Toggle"):
                return Atspi.Action.do_action(node, i)
        raise NotSeen(f"« {node.get_name()} » cannot be pressed")

    def set_text(self, node, text):
        if not Atspi.EditableText.set_text_contents(node, text):
            raise NotSeen(f"« {node.get_name()} » takes no text")

    def focused_combo(self):
        return next((n for n in self.nodes() if n.get_role_name() == "combo box"
                     and n.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

    def pick(self, label, most=40):
        """In the combo box that has the focus: arrow keys until it shows `label`. Its name is what it shows."""
        box = self.wait("a combo box with the focus", self.focused_combo)
        self.key("Home")
        for _ in range(most):
            shown = box.get_name()
            if shown == label:
                return
            self.key("Down")
            try:
                self.wait("another line", lambda: box.get_name() != shown, 1)
            except NotSeen:
                break
        raise NotSeen(f"no line « {label} », last « {box.get_name()} »")

    def focus(self, node):
        Atspi.Component.grab_focus(node)
        self.wait("the focus", lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED))

    def activate(self):
        """Brings this console's window to the front: keys go there."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        if not found:
            raise NotSeen("the console has no window")
        subprocess.run(["xdotool", "windowactivate", "--sync", found[-1]], check=True)

    def click_cell(self, table, row, column, modifier=None):
        """A real click: a table takes the focus from nobody else."""
        self.activate()
        box = Atspi.Component.get_extents(Atspi.Table.get_accessible_at(table, row, column), Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2)], check=True)
        subprocess.run(["xdotool"] + (["keydown", modifier] if modifier else []) + ["click", "1"]
                       + (["keyup", modifier] if modifier else []), check=True)
        time.sleep(0.2)

    def cell(self, table, row, column):
        try:
            cell = Atspi.Table.get_accessible_at(table, row, column)
            return (cell.get_name() or "") if cell else ""
        except Exception:
            return ""

    def rows(self, table, most=40):
        """The words of the first rows of a table, each cell apart."""
        try:
            rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
        except Exception:
            return []
        return [[self.cell(table, r, c) for c in range(columns)] for r in range(min(rows, most))]

    def is_enabled(self, node):
        return node.get_state_set().contains(Atspi.StateType.ENABLED)

    def shot(self, file):
        subprocess.run(["import", "-window", "root", file], check=True, env={**os.environ, "LC_ALL": "C"})

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.log.close()

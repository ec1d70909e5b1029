-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Texts that go to everybody hold no invisible characters.

-- Shown on every console: lines of plain text, nothing invisible.
create function asp.f_is_plain(p_text text) returns boolean language sql immutable
    return p_text !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]';

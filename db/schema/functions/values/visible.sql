-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Texts typed by outsiders, without what is invisible or turns the direction of its neighbours.

-- A text as it looks: line ends become line feeds, other control characters a space, and what cannot be seen or turns the
-- direction of its neighbours goes, so that the letters stand as they were typed. Everything else stays, HTML too: it is
-- shown as plain text.
create function asp.f_visible(p_text text) returns text language sql immutable parallel safe
    return btrim(regexp_replace(regexp_replace(regexp_replace(p_text,
        '\r\n|[\r\u000b\u000c\u0085\u2028\u2029]', E'\n', 'g'),
        '[\u0001-\u0009\u000e-\u001f\u007f-\u009f]', ' ', 'g'),
        '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]',
        '', 'g'), E' \n');

create function asp.f_visible_line(p_text text) returns text language sql immutable parallel safe
    return btrim(regexp_replace(f_visible(p_text), '\n+', ' ', 'g'));

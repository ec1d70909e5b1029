-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What desk.announce takes: for supervisors only, the cap that counts it (settings <cap>.par_minute and .par_heure), and whether it is
-- journalled. What is not is counted only, and masked.

insert into asp.reading_kind as k (what, supervisor, cap, journalled) values
    ('approvals', false, 'supervision', true),
    ('changes', true, 'supervision', true),
    ('check_status', false, 'repetition', false),
    ('journal_export', true, 'export', true),
    ('journal_page', true, 'journal', true),
    ('mails_page', true, 'supervision', true),
    ('open_file', false, 'lecture', true),
    ('overview', true, 'supervision', true),
    ('queue_counts', false, 'files', false),
    ('queue_export', false, 'file_export', true),
    ('queue_page', false, 'files', false),
    ('rehearse', false, 'repetition', true),
    ('reveal', false, 'devoilement', true),
    ('suggest', false, 'suggestion', false),
    ('ticket', false, 'demande', true),
    ('watch', true, 'supervision', true),
    ('watched_accounts', true, 'supervision', true)
on conflict (what) do update
    set supervisor = excluded.supervisor, cap = excluded.cap, journalled = excluded.journalled
    where (k.supervisor, k.cap, k.journalled) is distinct from (excluded.supervisor, excluded.cap, excluded.journalled);

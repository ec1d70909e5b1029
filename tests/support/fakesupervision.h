// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/supervisionstore.h"
#include "tests/support/fakestores.h"

namespace desk::test {

/// What the pages of oversight read, one list of owed answers for each function.
class FakeSupervisionStore : public SupervisionStore {
public:
    QFuture<Result<QList<ApprovalRequest>>> approvals(Approvals which) override
    {
        asked << which;
        return which == Approvals::Waiting ? waiting.ask() : which == Approvals::Mine ? mine.ask() : decided.ask();
    }
    QFuture<Result<QList<AccessChange>>> changes(Changes) override { return changeLists.ask(); }
    QFuture<Result<WatchReport>> watch() override { return reports.ask(); }
    QFuture<Result<QList<PostedNotice>>> notices(bool all) override
    {
        noticesAll << all;
        return noticeLists.ask();
    }
    QFuture<Result<SettingsSheet>> settingsPage() override { return settingsSheets.ask(); }
    QFuture<Result<MailsPage>> mailsPage(MailList which, qint64 before, int limit) override
    {
        mailQuestions << MailQuestion{which, before, limit};
        return mails.ask();
    }
    QFuture<Result<JournalPage>> journalPage(const JournalFilter &filter, qint64 before, int) override
    {
        filters << filter;
        befores << before;
        return journals.ask();
    }
    QFuture<Result<JournalExport>> journalExport(const JournalFilter &filter) override
    {
        exported << filter;
        return exports.ask();
    }
    QFuture<Result<JournalState>> journalState() override { return states.ask(); }

    struct MailQuestion {
        MailList which;
        qint64 before;
        int limit;
    };
    QList<Approvals> asked;
    QList<bool> noticesAll;
    QList<MailQuestion> mailQuestions;
    QList<JournalFilter> filters, exported;
    QList<qint64> befores;
    Owed<QList<ApprovalRequest>> waiting, mine, decided;
    Owed<QList<AccessChange>> changeLists;
    Owed<WatchReport> reports;
    Owed<QList<PostedNotice>> noticeLists;
    Owed<SettingsSheet> settingsSheets;
    Owed<MailsPage> mails;
    Owed<JournalPage> journals;
    Owed<JournalExport> exports;
    Owed<JournalState> states;
};

} // namespace desk::test

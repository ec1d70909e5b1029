// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the window with diagnosis and script, in many situations of a call, light and dark, into the folder given: for
// eyes, not for a verdict. With QT_SCALE_FACTOR it draws what is left of the same small screen at 150 or 200 %.
#include "tests/gui/scripts/everynode.h"
#include "tests/gui/scripts/scriptstage.h"
#include "tests/unit/scripts/branches.h"
#include "ui/scripts/diagnosissection.h"
#include "ui/scripts/scriptpanel.h"
#include "ui/scripts/stepsection.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <functional>

using namespace desk;
using namespace desk::test;
using namespace Qt::StringLiterals;

namespace {

using Then = std::function<void(ScriptStage &)>;

/// A caller, the script walked, the answers given; then what else the agent does.
struct Situation {
    const char *name;
    CallerFile file;
    const char *script = ""; ///< "": only the diagnosis
    const char *answers = "";
    Then then = {};
    int account = 0;
};

CallerFile several()
{
    using namespace situations;
    return file({awaitingConfirmation(), locked(colleague()), neverConnected(colleague(13, u"sonia.roux"_s))});
}

CallerFile elsewhere()
{
    using namespace situations;
    return file({withHabilitation(HabilitationState::None), asProfile(Profile::Tiers, colleague())});
}

/// Contradicts the last check on the way.
void contradict(ScriptStage &stage)
{
    const QList<int> found = stage.panel->state().found;
    if (!found.isEmpty())
        stage.scripts.overrule(found.last(), {});
}

void press(ScriptStage &stage, Qt::Key key)
{
    QTest::keyClick(&stage.window, key);
}

QList<Situation> accessSituations()
{
    using namespace situations;
    const auto a = [](ScriptStage &stage) { press(stage, Qt::Key_A); };
    const auto d = [](ScriptStage &stage) { press(stage, Qt::Key_D); };
    return {
        {"verrouille-diagnostic", withTicket(u"habilitation"_s, file({locked(neverConnected()), colleague()}))},
        {"verrouille", file({locked()}), "compte_verrouille"},
        {"verrouille-autres", file({locked(selfServiceBegun(3))}), "compte_verrouille", "", a},
        {"deja-fait", file({locked()}), "compte_verrouille", "!faite suite !retour !retour"},
        {"contredit", file({locked(), colleague()}), "compte_verrouille", "", contradict},
        {"valeur-manquante", file(), "compte_verrouille", "", contradict},
        {"confirmation-non-partie", file({withMail(MailKind::Habilitation, MailState::Queued)}), "edl_38"},
        {"confirmation-attendue", file({awaitingConfirmation()}), "edl_38"},
        {"autre-compte", elsewhere(), "edl_38"},
        {"autre-compte-creer", elsewhere(), "edl_38", "fausse !faite"},
        {"jamais-connecte", file({neverConnected()}), "edl_38"},
        {"chemin-long", file({neverConnected()}), "edl_38",
         "autre_page refuse adresse refuse ancien refuse identique !faite"},
        {"rejete", file({withMail(MailKind::MotDePasse, MailState::Bounced)}), "edl_36"},
        {"libre-service", file({selfServiceBegun(0.3)}), "mot_de_passe_perdu"},
        {"incident", withNotice(false, file({neverConnected()})), "edl_38"},
        {"plusieurs-comptes", several()},
        {"autre-compte-en-route", several(), "edl_38", "attend", d},
        {"direccte", file({asProfile(Profile::Direccte, neverConnected(account(11, u"ud.correze"_s)))}), "edl_40"},
        {"direccte-fin", file({asProfile(Profile::Direccte, neverConnected(account(11, u"ud.correze"_s)))}), "edl_40",
         "identifiant non"},
    };
}

QList<Situation> otherSituations()
{
    using namespace situations;
    return {
        {"siret-inconnu", unknownSiret(), "recuperation", "", {}, nonePicked},
        {"siret-inconnu-diagnostic", unknownSiret(), "", "", {}, nonePicked},
        {"dap-invalidee", withDap(DapState::Invalidee), "edl_52"},
        {"fin-retour", file(), "edl_41", "oui oui oui"},
        {"fin", file({locked()}), "compte_verrouille", "attendre"},
        {"a-demander", file({account(), colleague()}), "edl_40", "", contradict},
        {"impossible", file({beingDeleted()}), "edl_37", "suite identique"},
        {"sain", file()},
        {"rien-ouvert", CallerFile(), "edl_38"},
    };
}

struct Artist {
    QString folder, look;
    QSize size;

    void shoot(ScriptStage &stage, const QString &name) const
    {
        stage.settle();
        stage.window.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, look));
    }
    void draw(const Situation &situation) const
    {
        ScriptStage stage(size);
        if (!situation.file.asked.isEmpty() || !situation.file.establishment.siret.isEmpty())
            stage.open(situation.file, situation.account);
        if (*situation.script)
            stage.start(QString::fromLatin1(situation.script));
        stage.answer(QString::fromLatin1(situation.answers));
        if (situation.then)
            situation.then(stage);
        if (*situation.script && !stage.panel->state().walking)
            qWarning("%s: no walk", situation.name);
        shoot(stage, QString::fromLatin1(situation.name));
    }
};

/// The step that needs the most height of all, over a caller's file.
PanelState longestStep(ScriptStage &stage)
{
    PanelState longest;
    int most = 0;
    for (const NodeState &node : everyNode(QStringLiteral(DESK_SCRIPT_FOLDER))) {
        stage.panel->showState(node.state);
        const int wanted = stage.panel->stepSection()->wantedHeight();
        if (wanted > most) {
            most = wanted;
            longest = node.state;
        }
    }
    qInfo("longest: %s / %s, %d pixels", qPrintable(longest.title), qPrintable(longest.step.nodeId), most);
    return longest;
}

void drawLongest(const Artist &artist)
{
    ScriptStage stage(artist.size);
    stage.open(situations::file({situations::locked()}));
    stage.start(u"compte_verrouille"_s);
    const PanelState longest = longestStep(stage);
    stage.panel->showState(PanelState());
    stage.panel->showState(longest);
    artist.shoot(stage, u"la-plus-longue"_s);
    QTest::keyClick(&stage.window, Qt::Key_PageDown);
    artist.shoot(stage, u"la-plus-longue-suite"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans"_s));
    const QStringList arguments = app.arguments();
    const double scale = app.devicePixelRatio();
    Artist artist{arguments.value(1, u"."_s), {}, smallestScreen / scale};
    for (const bool dark : {false, true}) {
        applyTheme(app, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        artist.look = u"%1%2"_s.arg(scale > 1 ? QString::number(qRound(scale * 100)) + u'-' : QString(),
                                    dark ? u"dark"_s : u"light"_s);
        for (const Situation &situation : accessSituations() + otherSituations()) {
            if (arguments.size() < 3 || arguments.contains(QString::fromLatin1(situation.name)))
                artist.draw(situation);
        }
        if (arguments.size() < 3 || arguments.contains(u"la-plus-longue"_s))
            drawLongest(artist);
    }
    return 0;
}

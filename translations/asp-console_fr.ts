<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>Oversight</name>
    <message numerus="yes">
        <source>%n courriel(s) en route</source>
        <translation>
            <numerusform>%n courriel en route</numerusform>
            <numerusform>%n courriels en route</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::Breadcrumb</name>
    <message numerus="yes">
        <source>%n étape(s) masquée(s)</source>
        <translation>
            <numerusform>%n étape masquée</numerusform>
            <numerusform>%n étapes masquées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DecisionBar</name>
    <message numerus="yes">
        <source>Annuler le changement malgré %n opération(s) plus récente(s)</source>
        <translation>
            <numerusform>Annuler le changement malgré %n opération plus récente</numerusform>
            <numerusform>Annuler le changement malgré %n opérations plus récentes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::MainWindow</name>
    <message numerus="yes">
        <source>%n demande(s) en attente</source>
        <translation>
            <numerusform>%n demande en attente</numerusform>
            <numerusform>%n demandes en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::NoticeArea</name>
    <message numerus="yes">
        <source>et %n autre(s)</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ScriptLibraryPage</name>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>et %n autre(s)</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::StatusLine</name>
    <message numerus="yes">
        <source>%n courriel(s) en attente</source>
        <translation>
            <numerusform>%n courriel en attente</numerusform>
            <numerusform>%n courriels en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refusé(s) ou revenu(s)</source>
        <translation>
            <numerusform>%n refusé ou revenu</numerusform>
            <numerusform>%n refusés ou revenus</numerusform>
        </translation>
    </message>
</context>
</TS>

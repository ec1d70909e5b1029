<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
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
</context>
</TS>

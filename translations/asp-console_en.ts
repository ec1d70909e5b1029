<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AccessSheet</name>
    <message>
        <source>Utiliser le compte %1</source>
        <translation>Use account %1</translation>
    </message>
    <message>
        <source>Laisser à %1 son accès à l’établissement</source>
        <translation>Let %1 keep access to the establishment</translation>
    </message>
    <message>
        <source>Les courriels et l’approbation seront annoncés ici.</source>
        <translation>Mails and approval will be told here.</translation>
    </message>
</context>
<context>
    <name>AccessText</name>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source>l’identifiant</source>
        <translation>the identifiant</translation>
    </message>
    <message>
        <source>le mot de passe</source>
        <translation>the password</translation>
    </message>
    <message>
        <source>la confirmation d’habilitation</source>
        <translation>the confirmation of the habilitation</translation>
    </message>
    <message>
        <source>Vers %1&#xa0;: %2.</source>
        <translation>To %1: %2.</translation>
    </message>
    <message>
        <source>Avis de changement à %1.</source>
        <translation>Notice of the change to %1.</translation>
    </message>
    <message>
        <source>Cette personne</source>
        <translation>This person</translation>
    </message>
    <message>
        <source>%1 reçoit un compte habilité sur %2.</source>
        <translation>%1 gets an account habilitated on %2.</translation>
    </message>
    <message>
        <source>Le compte %1 est habilité aussi sur %2.</source>
        <translation>Account %1 is habilitated on %2 as well.</translation>
    </message>
    <message>
        <source>%1 devient référent de %2.</source>
        <translation>%1 becomes the referent of %2.</translation>
    </message>
    <message>
        <source>%1 garde son accès, sans être référent.</source>
        <translation>%1 keeps their access, no longer as referent.</translation>
    </message>
    <message>
        <source>%1 perd son accès à cet établissement.</source>
        <translation>%1 loses their access to this establishment.</translation>
    </message>
    <message>
        <source>l’adresse n’est pas d’un domaine connu de l’établissement</source>
        <translation>the address is not of a domain known for the establishment</translation>
    </message>
    <message>
        <source>aucune demande ouverte ne vient de cette personne</source>
        <translation>no open request comes from this person</translation>
    </message>
    <message>
        <source>c’est le second changement en trente jours</source>
        <translation>it is the second change in thirty days</translation>
    </message>
    <message>
        <source>L’appelant reste à vérifier&#xa0;: la suite sera annoncée ici.</source>
        <translation>The caller is still to be checked: what follows will be told here.</translation>
    </message>
    <message>
        <source>Ce sera refusé. %1</source>
        <translation>It will be refused. %1</translation>
    </message>
    <message>
        <source>Rien ne change tout de suite&#xa0;: une autre personne doit d’abord approuver.</source>
        <translation>Nothing changes at once: another person must approve first.</translation>
    </message>
    <message>
        <source>Rien ne change tout de suite&#xa0;: une autre personne doit d’abord approuver, car %1.</source>
        <translation>Nothing changes at once: another person must approve first, because %1.</translation>
    </message>
    <message>
        <source>Opposition possible %1.</source>
        <translation>Objection possible %1.</translation>
    </message>
    <message>
        <source>Effet immédiat, sans approbation.</source>
        <translation>Takes effect at once, without approval.</translation>
    </message>
    <message>
        <source>Création de compte envoyée pour approbation à %1, réponse possible %2</source>
        <translation>Account creation sent for approval at %1, answer possible %2</translation>
    </message>
    <message>
        <source>Changement de référent envoyé pour approbation à %1, réponse possible %2</source>
        <translation>Change of referent sent for approval at %1, answer possible %2</translation>
    </message>
    <message>
        <source>Compte %1 habilité à %2</source>
        <translation>Account %1 habilitated at %2</translation>
    </message>
    <message>
        <source>Référent changé à %1&#xa0;: %2</source>
        <translation>Referent changed at %1: %2</translation>
    </message>
    <message>
        <source>, opposition possible %1</source>
        <translation>, objection possible %1</translation>
    </message>
    <message>
        <source>«&#xa0;Votre demande est enregistrée. Par sécurité, une autre personne doit l’approuver&#xa0;: cela prend au plus %1 heures. L’ancienne adresse et l’établissement en seront prévenus. Vos courriels partiront ensuite&#xa0;; regardez aussi dans les indésirables.&#xa0;»</source>
        <translation>“Your request is recorded. For safety, another person must approve it: that takes %1 hours at most. The previous address and the establishment will be told. Your mails will leave then; look in the spam folder too.”</translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>Déverrouiller aussi</source>
        <translation>Unlock as well</translation>
    </message>
</context>
<context>
    <name>AccountState</name>
    <message>
        <source>◷ Habilitation demandée</source>
        <translation>◷ Authorisation requested</translation>
    </message>
    <message>
        <source>◷ Confirmation à venir</source>
        <translation>◷ Confirmation to come</translation>
    </message>
    <message>
        <source>✗ Habilitation retirée le %1</source>
        <translation>✗ Authorisation withdrawn on %1</translation>
    </message>
    <message>
        <source>✗ Habilitation retirée</source>
        <translation>✗ Authorisation withdrawn</translation>
    </message>
    <message>
        <source>◷ Connexion dès le %1</source>
        <translation>◷ Can log in from %1</translation>
    </message>
    <message>
        <source>✓ Habilité depuis le %1</source>
        <translation>✓ Authorised since %1</translation>
    </message>
    <message>
        <source>✓ Habilité</source>
        <translation>✓ Authorised</translation>
    </message>
    <message>
        <source>Utilise aussi %1</source>
        <translation>Also uses %1</translation>
    </message>
    <message>
        <source>✗ En cours de suppression</source>
        <translation>✗ Being deleted</translation>
    </message>
    <message>
        <source>✗ Désactivé le %1</source>
        <translation>✗ Disabled on %1</translation>
    </message>
    <message>
        <source>Verrouillé jusqu’à %1</source>
        <translation>Locked until %1</translation>
    </message>
    <message>
        <source>◷ Mot de passe annulé</source>
        <translation>◷ Password voided</translation>
    </message>
    <message>
        <source>✗ Courriel rejeté</source>
        <translation>✗ Mail bounced</translation>
    </message>
    <message>
        <source>✓ Déverrouillé depuis %1</source>
        <translation>✓ Unlocked since %1</translation>
    </message>
    <message>
        <source>◷ Jamais connecté</source>
        <translation>◷ Never logged in</translation>
    </message>
    <message>
        <source>◷ 1 mot de passe erroné</source>
        <translation>◷ 1 wrong password</translation>
    </message>
    <message>
        <source>◷ %1 mots de passe erronés</source>
        <translation>◷ %1 wrong passwords</translation>
    </message>
    <message>
        <source>◷ Mot de passe temporaire</source>
        <translation>◷ Temporary password</translation>
    </message>
    <message>
        <source>✓ En ordre</source>
        <translation>✓ In order</translation>
    </message>
    <message>
        <source>En suppression</source>
        <translation>Being deleted</translation>
    </message>
    <message>
        <source>Désactivé</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>Pas verrouillé</source>
        <translation>Not locked</translation>
    </message>
    <message>
        <source>Pas habilité</source>
        <translation>Not authorised</translation>
    </message>
    <message>
        <source>Droit retiré</source>
        <translation>Right withdrawn</translation>
    </message>
    <message>
        <source>Sans date</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>référent</source>
        <translation>referent</translation>
    </message>
    <message>
        <source>%1 établissements</source>
        <translation>%1 establishments</translation>
    </message>
    <message>
        <source>non prévu</source>
        <translation>not foreseen</translation>
    </message>
    <message>
        <source>celui de %1 sert ici</source>
        <translation>the one from %1 applies here</translation>
    </message>
    <message>
        <source>pas encore envoyé</source>
        <translation>not sent yet</translation>
    </message>
    <message>
        <source>◷ en attente %1</source>
        <translation>◷ waiting %1</translation>
    </message>
    <message>
        <source>◷ envoi en cours</source>
        <translation>◷ being sent</translation>
    </message>
    <message>
        <source>◷ envoyé %1</source>
        <translation>◷ sent %1</translation>
    </message>
    <message>
        <source>✓ remis %1</source>
        <translation>✓ delivered %1</translation>
    </message>
    <message>
        <source>✗ rejeté %1</source>
        <translation>✗ bounced %1</translation>
    </message>
    <message>
        <source>✗ refusé %1</source>
        <translation>✗ refused %1</translation>
    </message>
    <message>
        <source>✗ annulé %1</source>
        <translation>✗ cancelled %1</translation>
    </message>
    <message>
        <source>connecté en %1</source>
        <translation>logged in in %1</translation>
    </message>
    <message>
        <source>connecté le %1</source>
        <translation>logged in on %1</translation>
    </message>
    <message>
        <source>Ouvrez d’abord l’établissement</source>
        <translation>Open the establishment</translation>
    </message>
    <message>
        <source>Hors connexion</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>En attente d’approbation</source>
        <translation>Waiting for approval</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Cette demande sera à vous.</source>
        <translation>This ticket will be yours.</translation>
    </message>
    <message>
        <source>%1 demandes seront à vous.</source>
        <translation>%1 tickets will be yours.</translation>
    </message>
    <message>
        <source>Une demande changera d’agent.</source>
        <translation>One ticket will change agent.</translation>
    </message>
    <message>
        <source>%1 demandes changeront d’agent.</source>
        <translation>%1 tickets will change agent.</translation>
    </message>
    <message>
        <source>Une demande passera à %1.</source>
        <translation>One ticket will go to %1.</translation>
    </message>
    <message>
        <source>%1 demandes passeront à %2.</source>
        <translation>%1 tickets will go to %2.</translation>
    </message>
    <message>
        <source>Une demande changera de file.</source>
        <translation>One ticket will change queue.</translation>
    </message>
    <message>
        <source>%1 demandes changeront de file.</source>
        <translation>%1 tickets will change queue.</translation>
    </message>
    <message>
        <source>Une demande passera dans la file «&#xa0;%1&#xa0;»&#xa0;; son échéance sera recalculée.</source>
        <translation>One ticket will move to the queue “%1”; its due time will be recalculated.</translation>
    </message>
    <message>
        <source>%1 demandes passeront dans la file «&#xa0;%2&#xa0;»&#xa0;; leur échéance sera recalculée.</source>
        <translation>%1 tickets will move to the queue “%2”; their due times will be recalculated.</translation>
    </message>
    <message>
        <source>%1 demandes n’en feront plus qu’une, la plus ancienne&#xa0;: chaque demandeur recevra la réponse à celle-ci.</source>
        <translation>%1 tickets will become one, the oldest: each requester will receive the answer to it.</translation>
    </message>
    <message>
        <source>%1 demandes n’en feront plus que %2&#xa0;: la plus ancienne de chaque établissement et motif est gardée, et chaque demandeur recevra la réponse à celle-ci.</source>
        <translation>%1 tickets will become %2: the oldest of each establishment and motif is kept, and each requester will receive the answer to it.</translation>
    </message>
    <message>
        <source>Une demande sera close et son demandeur recevra cette réponse par courriel.</source>
        <translation>One ticket will be closed and its requester will receive this answer by e-mail.</translation>
    </message>
    <message>
        <source>%1 demandes seront closes et leurs demandeurs recevront cette réponse par courriel.</source>
        <translation>%1 tickets will be closed and their requesters will receive this answer by e-mail.</translation>
    </message>
    <message>
        <source>L’une est le doublon d’une autre&#xa0;: elle y est fusionnée, avec un seul courriel par adresse.</source>
        <translation>One is the duplicate of another: it is merged into it, with a single e-mail per address.</translation>
    </message>
    <message>
        <source>%1 sont les doublons d’une autre&#xa0;: elles y sont fusionnées, avec un seul courriel par adresse.</source>
        <translation>%1 are duplicates of another: they are merged into it, with a single e-mail per address.</translation>
    </message>
    <message>
        <source>une déjà close</source>
        <translation>one already closed</translation>
    </message>
    <message>
        <source>%1 déjà closes</source>
        <translation>%1 already closed</translation>
    </message>
    <message>
        <source>%1 prises par d’autres agents</source>
        <translation>%1 taken by other agents</translation>
    </message>
    <message>
        <source>une prise par %1</source>
        <translation>one taken by %1</translation>
    </message>
    <message>
        <source>%1 prises par %2</source>
        <translation>%1 taken by %2</translation>
    </message>
    <message>
        <source>une déjà à vous</source>
        <translation>one already yours</translation>
    </message>
    <message>
        <source>%1 déjà à vous</source>
        <translation>%1 already yours</translation>
    </message>
    <message>
        <source>une déjà à cette personne</source>
        <translation>one already with this person</translation>
    </message>
    <message>
        <source>%1 déjà à cette personne</source>
        <translation>%1 already with this person</translation>
    </message>
    <message>
        <source>une déjà de ce motif</source>
        <translation>one already of this motif</translation>
    </message>
    <message>
        <source>%1 déjà de ce motif</source>
        <translation>%1 already of this motif</translation>
    </message>
    <message>
        <source>une sans doublon dans la sélection</source>
        <translation>one with no duplicate in the selection</translation>
    </message>
    <message>
        <source>%1 sans doublon dans la sélection</source>
        <translation>%1 with no duplicate in the selection</translation>
    </message>
    <message>
        <source>une au-delà de ce qui se fusionne en une fois</source>
        <translation>one beyond what can be merged at once</translation>
    </message>
    <message>
        <source>%1 au-delà de ce qui se fusionne en une fois</source>
        <translation>%1 beyond what can be merged at once</translation>
    </message>
    <message>
        <source>une avec un doublon ouvert hors de la sélection</source>
        <translation>one with an open duplicate outside the selection</translation>
    </message>
    <message>
        <source>%1 avec un doublon ouvert hors de la sélection</source>
        <translation>%1 with an open duplicate outside the selection</translation>
    </message>
    <message>
        <source>Prendre une demande</source>
        <translation>Take one ticket</translation>
    </message>
    <message>
        <source>Prendre %1 demandes</source>
        <translation>Take %1 tickets</translation>
    </message>
    <message>
        <source>Attribuer une demande</source>
        <translation>Assign one ticket</translation>
    </message>
    <message>
        <source>Attribuer %1 demandes</source>
        <translation>Assign %1 tickets</translation>
    </message>
    <message>
        <source>Changer le motif d’une demande</source>
        <translation>Change the motif of one ticket</translation>
    </message>
    <message>
        <source>Changer le motif de %1 demandes</source>
        <translation>Change the motif of %1 tickets</translation>
    </message>
    <message>
        <source>Fusionner une demande</source>
        <translation>Merge one ticket</translation>
    </message>
    <message>
        <source>Fusionner %1 demandes</source>
        <translation>Merge %1 tickets</translation>
    </message>
    <message>
        <source>Clore une demande</source>
        <translation>Close one ticket</translation>
    </message>
    <message>
        <source>Clore %1 demandes</source>
        <translation>Close %1 tickets</translation>
    </message>
    <message>
        <source>Rien à faire pour cette sélection.</source>
        <translation>Nothing to do for this selection.</translation>
    </message>
    <message>
        <source>Une laissée de côté&#xa0;: %1.</source>
        <translation>One left out: %1.</translation>
    </message>
    <message>
        <source>%1 laissées de côté&#xa0;: %2.</source>
        <translation>%1 left out: %2.</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>une refusée</source>
        <translation>one refused</translation>
    </message>
    <message>
        <source>%1 refusées</source>
        <translation>%1 refused</translation>
    </message>
    <message>
        <source>Aucune sélectionnée</source>
        <translation>None selected</translation>
    </message>
    <message>
        <source>1 sélectionnée</source>
        <translation>1 selected</translation>
    </message>
    <message>
        <source>%1 sélectionnées</source>
        <translation>%1 selected</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Rechercher un appelant</source>
        <translation>Search for a caller</translation>
    </message>
    <message>
        <source>1 à 9</source>
        <translation>1 to 9</translation>
    </message>
    <message>
        <source>Répondre au script (pavé numérique et &amp; é &quot; &apos; ( - è _ ç compris), hors d’un champ de saisie</source>
        <translation>Answer the script (keypad and &amp; é &quot; &apos; ( - è _ ç included), outside text fields</translation>
    </message>
    <message>
        <source>Alt+1 à Alt+9</source>
        <translation>Alt+1 to Alt+9</translation>
    </message>
    <message>
        <source>Répondre au script, depuis n’importe où</source>
        <translation>Answer the script, from anywhere</translation>
    </message>
    <message>
        <source>Ctrl+1 à Ctrl+9</source>
        <translation>Ctrl+1 to Ctrl+9</translation>
    </message>
    <message>
        <source>Ouvrir le script proposé sous ce numéro</source>
        <translation>Open the script proposed under that number</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Montrer les autres scripts</source>
        <translation>Show the other scripts</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Faire le diagnostic d’un autre compte</source>
        <translation>Diagnose another account</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Recommencer le script</source>
        <translation>Restart the script</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Contredire un constat</source>
        <translation>Contradict a finding</translation>
    </message>
    <message>
        <source>⌫</source>
        <translation>⌫</translation>
    </message>
    <message>
        <source>Revenir à l’étape précédente</source>
        <translation>Go back one step</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Accepter l’appel ou le dossier proposé</source>
        <translation>Accept the call or file on offer</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Revenir à la file, depuis le dossier d’une demande</source>
        <translation>Go back to the queue, from the file of a ticket</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Relire le dossier ou la page</source>
        <translation>Read the file or the page again</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Ouvrir le dossier d’une demande qui vient d’être décidée</source>
        <translation>Open the file of a request that has just been decided</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Ouvrir un appel à la main</source>
        <translation>Open a call by hand</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Ouvrir ou refermer la note de l’appel</source>
        <translation>Open or close the call note</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Terminer l’appel ; F9 ou Entrée confirme</source>
        <translation>End the call; F9 or Enter confirms</translation>
    </message>
    <message>
        <source>Alt+T</source>
        <translation>Alt+T</translation>
    </message>
    <message>
        <source>Aller à la demande sur laquelle on travaille</source>
        <translation>Go to the ticket being worked on</translation>
    </message>
    <message>
        <source>Alt+S</source>
        <translation>Alt+S</translation>
    </message>
    <message>
        <source>Aller au script de cette demande</source>
        <translation>Go to the script for that ticket</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Confirmer, depuis un texte de plusieurs lignes</source>
        <translation>Confirm, from a text of several lines</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Refermer ce qui est ouvert, sans rien perdre</source>
        <translation>Close what is open, without losing anything</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copier la ligne, le tableau ou la phrase à dire</source>
        <translation>Copy the row, the table or the sentence to say</translation>
    </message>
    <message>
        <source>Ctrl+Page suiv.</source>
        <translation>Ctrl+Page Down</translation>
    </message>
    <message>
        <source>Page suivante (Appel, Scripts, …)</source>
        <translation>Next page (Call, Scripts, …)</translation>
    </message>
    <message>
        <source>Ctrl+Page préc.</source>
        <translation>Ctrl+Page Up</translation>
    </message>
    <message>
        <source>Page précédente</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Verrouiller la console (hors appel)</source>
        <translation>Lock the console (not in a call)</translation>
    </message>
    <message>
        <source>Ctrl+?</source>
        <translation>Ctrl+?</translation>
    </message>
    <message>
        <source>Cette liste</source>
        <translation>This list</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Un commentaire a été ajouté, rien d’autre n’a changé.</source>
        <translation>A comment was added, nothing else has changed.</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>son adresse</source>
        <translation>their address</translation>
    </message>
    <message>
        <source>Il change aussi pour %1.</source>
        <translation>It changes for %1 as well.</translation>
    </message>
    <message>
        <source>Le verrou est levé en même temps.</source>
        <translation>The lock is lifted at the same time.</translation>
    </message>
    <message>
        <source>Le compte reste verrouillé jusqu’à %1.</source>
        <translation>The account stays locked until %1.</translation>
    </message>
    <message>
        <source>1 caractère de trop.</source>
        <translation>1 character too many.</translation>
    </message>
    <message>
        <source>%1 caractères de trop.</source>
        <translation>%1 characters too many.</translation>
    </message>
    <message>
        <source>Mot de passe réinitialisé et compte déverrouillé à %1, deux courriels en route</source>
        <translation>Password reset and account unlocked at %1, two mails on their way</translation>
    </message>
    <message>
        <source> (déjà enregistré, rien n’a été fait deux fois)</source>
        <translation> (already recorded, nothing was done twice)</translation>
    </message>
    <message>
        <source> · fait pour l’appel en cours</source>
        <translation> · done for the current call</translation>
    </message>
    <message>
        <source> avec un doublon</source>
        <translation> with one duplicate</translation>
    </message>
    <message>
        <source> avec %1 doublons</source>
        <translation> with %1 duplicates</translation>
    </message>
    <message>
        <source>, sans courriel&#xa0;: l’adresse du demandeur n’est pas valable</source>
        <translation>, without an e-mail: the requester’s address is not valid</translation>
    </message>
    <message>
        <source>, réponse en route</source>
        <translation>, answer on its way</translation>
    </message>
    <message>
        <source>, une réponse en route vers chacune des %1 adresses</source>
        <translation>, an answer on its way to each of the %1 addresses</translation>
    </message>
</context>
<context>
    <name>DemoSteps</name>
    <message>
        <source>Recherche de PostgreSQL sur ce poste…</source>
        <translation>Looking for PostgreSQL on this computer…</translation>
    </message>
    <message>
        <source>Création du dossier de démonstration…</source>
        <translation>Creating the demonstration folder…</translation>
    </message>
    <message>
        <source>Démarrage du serveur…</source>
        <translation>Starting the server…</translation>
    </message>
    <message>
        <source>Préparation de la base…</source>
        <translation>Preparing the database…</translation>
    </message>
    <message>
        <source>Remplissage avec des entreprises inventées…</source>
        <translation>Filling it with invented companies…</translation>
    </message>
    <message>
        <source>Démarrage du relais de courriels…</source>
        <translation>Starting the mail relay…</translation>
    </message>
    <message>
        <source>Ouverture de la session…</source>
        <translation>Logging in…</translation>
    </message>
</context>
<context>
    <name>Dictated</name>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>avant-hier</source>
        <translation>the day before yesterday</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Cette version de la console est trop ancienne pour la base&#xa0;: elle ne peut pas s’y connecter. Rien n’a été modifié. Installez la version fournie par votre service informatique, puis reconnectez-vous.</source>
        <translation>This version of the console is too old for the database and cannot connect to it. Nothing was changed. Install the version your IT department provides, then log in again.</translation>
    </message>
    <message>
        <source>Le schéma de cette base (version %1) n’est pas de ceux que cette console connaît. Rien n’a été modifié. L’administrateur de la base doit passer les migrations, ou vous fournir la console qui lui correspond.</source>
        <translation>The schema of this database (version %1) is not one this console knows. Nothing was changed. The database administrator must run the migrations, or give you the console that matches it.</translation>
    </message>
    <message>
        <source>Cette saisie n’est pas utilisable&#xa0;: rien n’a été envoyé, votre texte est conservé. Corrigez-la, puis recommencez.</source>
        <translation>This input cannot be used: nothing was sent, your text is kept. Correct it, then try again.</translation>
    </message>
    <message>
        <source>Ce que vous demandez n’existe pas ou n’existe plus dans la base. Rien n’a été modifié. Rouvrez le dossier avec F5.</source>
        <translation>What you ask for does not exist, or no longer exists, in the database. Nothing was changed. Read the file again with F5.</translation>
    </message>
    <message>
        <source>La base a refusé cette demande&#xa0;: rien n’a été modifié, votre texte est conservé. Rouvrez le dossier avec F5&#xa0;; si le refus revient, prévenez un superviseur.</source>
        <translation>The database refused this request: nothing was changed, your text is kept. Read the file again with F5; if it is refused again, tell a supervisor.</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre vient de modifier cette fiche&#xa0;: rien n’a été écrasé et votre texte est conservé. Relisez ce qui a changé, puis confirmez de nouveau.</source>
        <translation>Someone else has just changed this record: nothing was overwritten and your text is kept. Read what has changed, then confirm again.</translation>
    </message>
    <message>
        <source>Votre compte n’a pas le droit de faire cela&#xa0;: rien n’a été modifié. Si ce droit vous est nécessaire, demandez-le à un superviseur.</source>
        <translation>Your account has no right to do this: nothing was changed. If you need this right, ask a supervisor for it.</translation>
    </message>
    <message>
        <source>Le plafond horaire de consultations ou d’opérations est atteint&#xa0;: rien n’a été modifié. Patientez quelques minutes ou demandez à un superviseur de le lever.</source>
        <translation>The hourly ceiling of look-ups or operations is reached: nothing was changed. Wait a few minutes, or ask a supervisor to lift it.</translation>
    </message>
    <message>
        <source>La base centrale ne répond plus. Le dossier ouvert, vos notes et les scripts restent utilisables&#xa0;; votre texte est conservé. La console se reconnecte seule et vérifiera si l’opération a abouti.</source>
        <translation>The central database no longer answers. The open file, your notes and the scripts can still be used; your text is kept. The console reconnects by itself and will check whether the operation went through.</translation>
    </message>
    <message>
        <source>La base n’a pas répondu dans le délai prévu. Votre texte est conservé. La console vérifie si la demande a abouti&#xa0;: elle n’est jamais envoyée deux fois.</source>
        <translation>The database did not answer in time. Your text is kept. The console checks whether the request went through: it is never sent twice.</translation>
    </message>
    <message>
        <source>La base n’accepte aucune écriture pour le moment (maintenance ou serveur de secours). Rien n’a été modifié, votre texte est conservé. Poursuivez avec le script et réessayez dans quelques minutes.</source>
        <translation>The database accepts no writes at the moment (maintenance or standby server). Nothing was changed, your text is kept. Go on with the script and try again in a few minutes.</translation>
    </message>
    <message>
        <source>Cette fiche est occupée par une autre opération depuis trop longtemps. Rien n’a été modifié, votre texte est conservé. Réessayez dans un instant.</source>
        <translation>Another operation has held this record for too long. Nothing was changed, your text is kept. Try again in a moment.</translation>
    </message>
    <message>
        <source>Le serveur n’a plus d’espace disque&#xa0;: rien n’a été modifié, votre texte est conservé. Prévenez l’administrateur de la base.</source>
        <translation>The server has no disk space left: nothing was changed, your text is kept. Tell the database administrator.</translation>
    </message>
    <message>
        <source>Demande remplacée par une plus récente.</source>
        <translation>Request replaced by a newer one.</translation>
    </message>
    <message>
        <source>Une erreur inattendue s’est produite&#xa0;: rien n’a été confirmé, votre texte est conservé. Réessayez&#xa0;; si elle revient, transmettez le journal de la console à votre service informatique.</source>
        <translation>An unexpected error occurred: nothing was confirmed, your text is kept. Try again; if it comes back, send the console’s log to your IT department.</translation>
    </message>
    <message>
        <source>Identifiant ou mot de passe refusé par la base&#xa0;: ils sont erronés, ou le mot de passe a expiré (le serveur ne dit pas lequel). Vérifiez le verrouillage des majuscules et recommencez&#xa0;; si le refus revient, demandez à l’administrateur de la base s’il faut le prolonger.</source>
        <translation>Log-in or password refused by the database: they are wrong, or the password has expired (the server does not say which). Check caps lock and try again; if the refusal comes back, ask the database administrator whether it has to be extended.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>hier %1</source>
        <translation>yesterday %1</translation>
    </message>
    <message>
        <source>demain %1</source>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 j</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>il reste %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>en retard de %1</source>
        <translation>late by %1</translation>
    </message>
    <message>
        <source>Il est %1 chez l’appelant</source>
        <translation>It is %1 where the caller is</translation>
    </message>
    <message>
        <source>établissement</source>
        <translation>establishment</translation>
    </message>
    <message>
        <source>tiers déclarant</source>
        <translation>third-party filer</translation>
    </message>
    <message>
        <source>unité départementale</source>
        <translation>departmental unit</translation>
    </message>
    <message>
        <source>DIRECCTE</source>
        <translation>DIRECCTE</translation>
    </message>
    <message>
        <source>DGEFP</source>
        <translation>DGEFP</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Habilitation</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Autre courriel</source>
        <translation>Other mail</translation>
    </message>
    <message>
        <source>Provisoire</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>En attente d’instruction UD</source>
        <translation>Waiting for the departmental unit</translation>
    </message>
    <message>
        <source>En cours d’instruction</source>
        <translation>Being examined</translation>
    </message>
    <message>
        <source>Validée</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Invalidée</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>à prendre</source>
        <translation>to be taken</translation>
    </message>
    <message>
        <source>prise en charge</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>en attente</source>
        <translation>on hold</translation>
    </message>
    <message>
        <source>close</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>fusionnée</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>jusqu’à %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>le %1</source>
        <translation>on %1</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2</translation>
    </message>
</context>
<context>
    <name>JournalCsv</name>
    <message>
        <source>Journal d’Assistance AP</source>
        <translation>Journal of Assistance AP</translation>
    </message>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Identifiant de l’agent</source>
        <translation>Agent&apos;s log-in</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Opération</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Demande</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Appel</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Écrivez quelques mots.</source>
        <translation>Write a few words.</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Déblocage du compte</source>
        <translation>Account unlock</translation>
    </message>
    <message>
        <source>Déverrouiller</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Déverrouiller %1</source>
        <translation>Unlock %1</translation>
    </message>
    <message>
        <source>Le verrou qui devait durer jusqu’à %1 est levé tout de suite et les erreurs sont effacées&#xa0;; %2 se connecte avec son mot de passe actuel. Aucun courriel ne part.</source>
        <translation>The lock that was to last until %1 is lifted at once and the errors are cleared; %2 logs in with the current password. No mail is sent.</translation>
    </message>
    <message>
        <source>Déverrouillé à %1</source>
        <translation>Unlocked at %1</translation>
    </message>
    <message>
        <source>Réinitialisation du mot de passe</source>
        <translation>Password reset</translation>
    </message>
    <message>
        <source>Mot de passe…</source>
        <translation>Password…</translation>
    </message>
    <message>
        <source>Réinitialiser le mot de passe de %1</source>
        <translation>Reset the password of %1</translation>
    </message>
    <message>
        <source>L’ancien mot de passe de %1 cesse de fonctionner tout de suite&#xa0;; deux courriels partent vers %2, l’identifiant et le nouveau mot de passe. Sans retour possible.</source>
        <translation>The old password of %1 stops working at once; two mails go to %2, the user name and the new password. This cannot be undone.</translation>
    </message>
    <message>
        <source>Mot de passe réinitialisé à %1, deux courriels en route</source>
        <translation>Password reset at %1, two mails on their way</translation>
    </message>
    <message>
        <source>Renvoi de la confirmation d’habilitation</source>
        <translation>Authorisation confirmation sent again</translation>
    </message>
    <message>
        <source>Renvoyer…</source>
        <translation>Send again…</translation>
    </message>
    <message>
        <source>Renvoyer la confirmation à %1</source>
        <translation>Send the confirmation to %1 again</translation>
    </message>
    <message>
        <source>Le courriel de confirmation d’habilitation repart vers %1&#xa0;; il redonne la date à partir de laquelle %2 peut se connecter. Rien d’autre ne change.</source>
        <translation>The authorisation mail goes out again to %1; it repeats the date from which %2 can log in. Nothing else changes.</translation>
    </message>
    <message>
        <source>Confirmation renvoyée à %1</source>
        <translation>Confirmation sent again at %1</translation>
    </message>
    <message>
        <source>Vérification de l’appelant</source>
        <translation>Check of the caller</translation>
    </message>
    <message>
        <source>Vérifier l’appelant</source>
        <translation>Check the caller</translation>
    </message>
    <message>
        <source>La base compare et ne dit pas ce qui était faux. Réussie, la vérification vaut pour cet appel et pour les opérations qui la demandent.</source>
        <translation>The database compares and does not say what was wrong. Once passed, the check holds for this call and the operations that need it.</translation>
    </message>
    <message>
        <source>Création d’un compte</source>
        <translation>Creation of an account</translation>
    </message>
    <message>
        <source>Créer un compte pour %1</source>
        <translation>Create an account for %1</translation>
    </message>
    <message>
        <source>Changement de référent</source>
        <translation>Change of referent</translation>
    </message>
    <message>
        <source>Changer le référent de %1</source>
        <translation>Change the referent of %1</translation>
    </message>
    <message>
        <source>Retrait d’une demande d’approbation</source>
        <translation>Withdrawal of a request for approval</translation>
    </message>
    <message>
        <source>Retirer la demande d’approbation</source>
        <translation>Withdraw the request for approval</translation>
    </message>
    <message>
        <source>La demande n’attend plus d’approbation&#xa0;; rien ne change pour l’établissement.</source>
        <translation>The request no longer waits for approval; nothing changes for the establishment.</translation>
    </message>
    <message>
        <source>Demande d’approbation retirée à %1</source>
        <translation>Request for approval withdrawn at %1</translation>
    </message>
    <message>
        <source>Pourquoi la retirer</source>
        <translation>Why withdraw it</translation>
    </message>
    <message>
        <source>Opposition à un changement</source>
        <translation>Objection to a change</translation>
    </message>
    <message>
        <source>Enregistrer une opposition</source>
        <translation>Record an objection</translation>
    </message>
    <message>
        <source>Les superviseurs voient l’opposition tout de suite et décident. Rien ne change d’ici là.</source>
        <translation>The supervisors see the objection at once and decide. Nothing changes until then.</translation>
    </message>
    <message>
        <source>Opposition enregistrée à %1, les superviseurs sont prévenus</source>
        <translation>Objection recorded at %1, the supervisors are told</translation>
    </message>
    <message>
        <source>Qui s’oppose, et pourquoi</source>
        <translation>Who objects, and why</translation>
    </message>
    <message>
        <source>Ouverture d’une demande</source>
        <translation>Ticket opened</translation>
    </message>
    <message>
        <source>Nouvelle demande d’assistance</source>
        <translation>New support ticket</translation>
    </message>
    <message>
        <source>Ouverte à %1</source>
        <translation>Opened at %1</translation>
    </message>
    <message>
        <source>Prise en charge d’une demande</source>
        <translation>Ticket taken</translation>
    </message>
    <message>
        <source>Prendre</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Prendre la demande %1</source>
        <translation>Take ticket %1</translation>
    </message>
    <message>
        <source>La demande vous est attribuée&#xa0;: les autres agents voient que vous vous en occupez.</source>
        <translation>The ticket becomes yours: other agents see that you are dealing with it.</translation>
    </message>
    <message>
        <source>Prise en charge par vous à %1</source>
        <translation>Taken by you at %1</translation>
    </message>
    <message>
        <source>Commentaire sur une demande</source>
        <translation>Comment on a ticket</translation>
    </message>
    <message>
        <source>Commenter…</source>
        <translation>Comment…</translation>
    </message>
    <message>
        <source>Commenter la demande %1</source>
        <translation>Comment on ticket %1</translation>
    </message>
    <message>
        <source>Le commentaire s’ajoute à l’historique de la demande&#xa0;; le demandeur ne le reçoit pas.</source>
        <translation>The comment is added to the ticket’s history; the requester does not receive it.</translation>
    </message>
    <message>
        <source>Commentaire ajouté à %1</source>
        <translation>Comment added at %1</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Remise d’une demande à la file</source>
        <translation>Ticket handed back to the queue</translation>
    </message>
    <message>
        <source>Rendre…</source>
        <translation>Hand back…</translation>
    </message>
    <message>
        <source>Rendre la demande %1</source>
        <translation>Hand back ticket %1</translation>
    </message>
    <message>
        <source>La demande n’est plus chez vous&#xa0;: elle revient dans la file, à prendre.</source>
        <translation>The ticket is no longer yours: it goes back to the queue, to be taken.</translation>
    </message>
    <message>
        <source>Rendue à %1, elle attend quelqu’un</source>
        <translation>Handed back at %1, it is waiting for someone</translation>
    </message>
    <message>
        <source>Commentaire (facultatif)</source>
        <translation>Comment (optional)</translation>
    </message>
    <message>
        <source>Reprise d’une demande à quelqu’un</source>
        <translation>Ticket taken over from someone</translation>
    </message>
    <message>
        <source>Reprendre à quelqu’un…</source>
        <translation>Take over from someone…</translation>
    </message>
    <message>
        <source>Reprendre à quelqu’un la demande %1</source>
        <translation>Take over ticket %1</translation>
    </message>
    <message>
        <source>La demande est chez %1. Elle passe chez vous&#xa0;; %1 le verra dans l’historique, avec votre raison.</source>
        <translation>The ticket is with %1. It becomes yours; %1 will see this in the history, with your reason.</translation>
    </message>
    <message>
        <source>Reprise par vous à %1</source>
        <translation>Taken over by you at %1</translation>
    </message>
    <message>
        <source>Raison de la reprise</source>
        <translation>Reason for taking over</translation>
    </message>
    <message>
        <source>Attribution d’une demande</source>
        <translation>Ticket assigned</translation>
    </message>
    <message>
        <source>Attribuer…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Attribuer la demande %1</source>
        <translation>Assign ticket %1</translation>
    </message>
    <message>
        <source>La demande est chez %1&#xa0;: elle passe chez la personne choisie, qui la trouve parmi les siennes.</source>
        <translation>The ticket is with %1: it goes to the person chosen, who finds it among their own.</translation>
    </message>
    <message>
        <source>Attribuée à %1</source>
        <translation>Assigned at %1</translation>
    </message>
    <message>
        <source>Mise en attente d’une demande</source>
        <translation>Ticket put on hold</translation>
    </message>
    <message>
        <source>Mettre en attente…</source>
        <translation>Put on hold…</translation>
    </message>
    <message>
        <source>Mettre en attente la demande %1</source>
        <translation>Put ticket %1 on hold</translation>
    </message>
    <message>
        <source>Le délai s’arrête %1&#xa0;; la demande revient alors parmi celles à traiter. Le demandeur n’en est pas prévenu.</source>
        <translation>The time limit is suspended %1; the ticket then comes back among those to be dealt with. The requester is not told.</translation>
    </message>
    <message>
        <source>Mise en attente à %1</source>
        <translation>Put on hold at %1</translation>
    </message>
    <message>
        <source>Fin d’attente d’une demande</source>
        <translation>Ticket resumed</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Reprendre la demande %1</source>
        <translation>Resume ticket %1</translation>
    </message>
    <message>
        <source>La demande sort de l’attente&#xa0;: elle est de nouveau à traiter, et son délai recommence à courir.</source>
        <translation>The ticket is no longer on hold: it is to be dealt with again, and its time limit starts running again.</translation>
    </message>
    <message>
        <source>Reprise à %1, le délai court de nouveau</source>
        <translation>Resumed at %1, the time limit is running again</translation>
    </message>
    <message>
        <source>Changement de motif d’une demande</source>
        <translation>Motif of a ticket changed</translation>
    </message>
    <message>
        <source>Changer de motif…</source>
        <translation>Change motif…</translation>
    </message>
    <message>
        <source>Changer le motif de la demande %1</source>
        <translation>Change the motif of ticket %1</translation>
    </message>
    <message>
        <source>La demande change de file, et son échéance est recalculée avec le délai du nouveau motif. Le demandeur n’en est pas prévenu.</source>
        <translation>The ticket changes queue, and its due time is worked out again with the time limit of the new motif. The requester is not told.</translation>
    </message>
    <message>
        <source>Motif changé à %1</source>
        <translation>Motif changed at %1</translation>
    </message>
    <message>
        <source>Transfert d’une demande</source>
        <translation>Ticket transferred</translation>
    </message>
    <message>
        <source>Transférer…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>Transférer la demande %1</source>
        <translation>Transfer ticket %1</translation>
    </message>
    <message>
        <source>Transférée à %1</source>
        <translation>Transferred at %1</translation>
    </message>
    <message>
        <source>Fusion de demandes</source>
        <translation>Tickets merged</translation>
    </message>
    <message>
        <source>Fusionner les doublons…</source>
        <translation>Merge duplicates…</translation>
    </message>
    <message>
        <source>Fusionner avec la demande %1</source>
        <translation>Merge with ticket %1</translation>
    </message>
    <message>
        <source>Les demandes cochées rejoignent %1&#xa0;: elles quittent la file sans courriel, et la réponse donnée à %1 vaudra pour toutes. Chacune peut être rouverte seule.</source>
        <translation>The ticked tickets join %1: they leave the queue without an e-mail, and the answer given to %1 will hold for all of them. Each can be reopened on its own.</translation>
    </message>
    <message>
        <source>Fusionnée à %1</source>
        <translation>Merged at %1</translation>
    </message>
    <message>
        <source>Clôture d’une demande</source>
        <translation>Ticket closed</translation>
    </message>
    <message>
        <source>Clore…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Clore la demande %1</source>
        <translation>Close ticket %1</translation>
    </message>
    <message>
        <source>Close à %1</source>
        <translation>Closed at %1</translation>
    </message>
    <message>
        <source>Réouverture d’une demande</source>
        <translation>Ticket reopened</translation>
    </message>
    <message>
        <source>Rouvrir…</source>
        <translation>Reopen…</translation>
    </message>
    <message>
        <source>Rouvrir la demande %1</source>
        <translation>Reopen ticket %1</translation>
    </message>
    <message>
        <source>La demande redevient ouverte et sans responsable, sa réponse n’est plus définitive&#xa0;; rien n’est envoyé au demandeur.</source>
        <translation>The ticket is open again and belongs to nobody, its answer is no longer final; nothing is sent to the requester.</translation>
    </message>
    <message>
        <source>Rouverte à %1</source>
        <translation>Reopened at %1</translation>
    </message>
    <message>
        <source>Raison de la réouverture</source>
        <translation>Reason for reopening</translation>
    </message>
    <message>
        <source>Fin d’appel</source>
        <translation>End of call</translation>
    </message>
    <message>
        <source>Approbation</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Refus d’approbation</source>
        <translation>Refusal of approval</translation>
    </message>
    <message>
        <source>Annulation d’un changement</source>
        <translation>Undoing of a change</translation>
    </message>
    <message>
        <source>Levée de plafond</source>
        <translation>Ceiling lifted</translation>
    </message>
    <message>
        <source>Publication d’un avis</source>
        <translation>Notice posted</translation>
    </message>
    <message>
        <source>Fin d’un avis</source>
        <translation>Notice ended</translation>
    </message>
    <message>
        <source>Changement de réglage</source>
        <translation>Setting changed</translation>
    </message>
    <message>
        <source>Changement des messageries partagées</source>
        <translation>Shared mail providers changed</translation>
    </message>
    <message>
        <source>Nouvel envoi d’un courriel</source>
        <translation>Mail sent again</translation>
    </message>
    <message>
        <source>Enregistrement d’une vue</source>
        <translation>View saved</translation>
    </message>
    <message>
        <source>Suppression d’une vue</source>
        <translation>View deleted</translation>
    </message>
    <message>
        <source>Choix de la vue d’ouverture</source>
        <translation>Opening view chosen</translation>
    </message>
    <message>
        <source>Déblocage depuis la surveillance</source>
        <translation>Unlocked from the watch page</translation>
    </message>
    <message>
        <source>Renvoi d’un courriel depuis la surveillance</source>
        <translation>E-mail sent again from the watch page</translation>
    </message>
    <message>
        <source>Script suivi</source>
        <translation>Script followed</translation>
    </message>
</context>
<context>
    <name>Oversight</name>
    <message>
        <source>Nouveau référent</source>
        <translation>New referent</translation>
    </message>
    <message>
        <source>Nouvel accès</source>
        <translation>New access</translation>
    </message>
    <message>
        <source>expirée</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>✓ approuvée</source>
        <translation>✓ approved</translation>
    </message>
    <message>
        <source>✗ refusée</source>
        <translation>✗ refused</translation>
    </message>
    <message>
        <source>retirée</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>↺ annulé</source>
        <translation>↺ undone</translation>
    </message>
    <message>
        <source>! opposition</source>
        <translation>! objection</translation>
    </message>
    <message>
        <source>◷ encore %1</source>
        <translation>◷ %1 left</translation>
    </message>
    <message>
        <source>définitif</source>
        <translation>final</translation>
    </message>
    <message>
        <source>expire dans %1</source>
        <translation>expires in %1</translation>
    </message>
    <message>
        <source>L’adresse n’appartient à aucun domaine connu de l’établissement.</source>
        <translation>The address belongs to no known domain of the establishment.</translation>
    </message>
    <message>
        <source>Aucune demande d’habilitation ouverte n’a été envoyée par la personne elle-même depuis l’extranet.</source>
        <translation>The person has sent no open habilitation ticket from the extranet themselves.</translation>
    </message>
    <message>
        <source>L’accès de cet établissement a déjà changé dans les 30 derniers jours.</source>
        <translation>The access of this establishment has already changed in the last 30 days.</translation>
    </message>
    <message>
        <source>Le référent de l’établissement a changé depuis que la demande a été faite.</source>
        <translation>The establishment&apos;s referent has changed since the request was made.</translation>
    </message>
    <message>
        <source>téléphone du compte</source>
        <translation>phone of the account</translation>
    </message>
    <message>
        <source>adresse électronique du compte</source>
        <translation>e-mail address of the account</translation>
    </message>
    <message>
        <source>identifiant</source>
        <translation>identifier</translation>
    </message>
    <message>
        <source>jour de la dernière connexion</source>
        <translation>day of the last log-in</translation>
    </message>
    <message>
        <source>téléphone de l’établissement</source>
        <translation>phone of the establishment</translation>
    </message>
    <message>
        <source>adresse électronique de l’établissement</source>
        <translation>e-mail address of the establishment</translation>
    </message>
    <message>
        <source>rue de l’établissement</source>
        <translation>street of the establishment</translation>
    </message>
    <message>
        <source>effectif de l’établissement</source>
        <translation>headcount of the establishment</translation>
    </message>
    <message>
        <source>effectif de l’entreprise</source>
        <translation>headcount of the company</translation>
    </message>
    <message>
        <source>Changement de référent</source>
        <translation>Change of referent</translation>
    </message>
    <message>
        <source>Approbation</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Refus d’une demande</source>
        <translation>Refusal of a request</translation>
    </message>
    <message>
        <source>Retrait d’une demande</source>
        <translation>Withdrawal of a request</translation>
    </message>
    <message>
        <source>Opposition</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>Annulation d’un changement</source>
        <translation>Undoing of a change</translation>
    </message>
    <message>
        <source>Plafond relevé</source>
        <translation>Ceiling lifted</translation>
    </message>
    <message>
        <source>Avis publié</source>
        <translation>Notice posted</translation>
    </message>
    <message>
        <source>Avis retiré</source>
        <translation>Notice ended</translation>
    </message>
    <message>
        <source>Règle modifiée</source>
        <translation>Setting changed</translation>
    </message>
    <message>
        <source>Fournisseur d’adresses modifié</source>
        <translation>Mail provider changed</translation>
    </message>
    <message>
        <source>Courriel renvoyé</source>
        <translation>Mail sent again</translation>
    </message>
    <message>
        <source>L’ancien référent garde son accès, sans être référent.</source>
        <translation>The old referent keeps their access, without being referent.</translation>
    </message>
    <message>
        <source>L’accès de l’ancien référent est retiré tout de suite.</source>
        <translation>The old referent&apos;s access is revoked at once.</translation>
    </message>
    <message>
        <source>L’ancienne adresse et celle de l’établissement sont prévenues. Toutes les règles sont vérifiées de nouveau.</source>
        <translation>The old address and the establishment&apos;s are told. All rules are checked again.</translation>
    </message>
    <message>
        <source>l’accès de %1 est retiré</source>
        <translation>the access of %1 is revoked</translation>
    </message>
    <message>
        <source>%1 redevient référent</source>
        <translation>%1 is referent again</translation>
    </message>
    <message>
        <source>les courriels qui attendent sont annulés</source>
        <translation>waiting mails are cancelled</translation>
    </message>
    <message>
        <source>un compte créé pour l’occasion est désactivé</source>
        <translation>an account made for it is disabled</translation>
    </message>
    <message>
        <source>Approuvée à %1</source>
        <translation>Approved at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n courriel(s) en route</source>
        <translation>
            <numerusform>%n mail on its way</numerusform>
            <numerusform>%n mails on their way</numerusform>
        </translation>
    </message>
    <message>
        <source>Votre demande pour %1 a été approuvée par %2.</source>
        <translation>Your request for %1 was approved by %2.</translation>
    </message>
    <message>
        <source>Votre demande pour %1 a été refusée par %2.</source>
        <translation>Your request for %1 was refused by %2.</translation>
    </message>
    <message>
        <source>Mots de passe réinitialisés</source>
        <translation>Passwords reset</translation>
    </message>
    <message>
        <source>Changements de référent</source>
        <translation>Changes of referent</translation>
    </message>
    <message>
        <source>Accès créés</source>
        <translation>Access created</translation>
    </message>
    <message>
        <source>Dossier ouvert</source>
        <translation>File opened</translation>
    </message>
    <message>
        <source>Valeur affichée</source>
        <translation>Value shown</translation>
    </message>
    <message>
        <source>Recherche</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Opération</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Refus</source>
        <translation>Refusal</translation>
    </message>
    <message>
        <source>Lecture des approbations</source>
        <translation>Approvals read</translation>
    </message>
    <message>
        <source>Lecture des changements</source>
        <translation>Changes read</translation>
    </message>
    <message>
        <source>Lecture de la surveillance</source>
        <translation>Watch read</translation>
    </message>
    <message>
        <source>Lecture des courriels</source>
        <translation>Mails read</translation>
    </message>
    <message>
        <source>Mot de passe remplacé par le relais</source>
        <translation>Password replaced by the relay</translation>
    </message>
    <message>
        <source>Export du journal</source>
        <translation>Journal exported</translation>
    </message>
    <message>
        <source>Lecture du journal</source>
        <translation>Journal searched</translation>
    </message>
    <message>
        <source>plafond horaire atteint</source>
        <translation>hourly ceiling reached</translation>
    </message>
    <message>
        <source>trop de consultations</source>
        <translation>too many look-ups</translation>
    </message>
    <message>
        <source>sa propre demande</source>
        <translation>their own request</translation>
    </message>
    <message>
        <source>son propre plafond</source>
        <translation>their own ceiling</translation>
    </message>
    <message>
        <source>réservé aux superviseurs</source>
        <translation>for supervisors only</translation>
    </message>
    <message>
        <source>appel d’un autre agent</source>
        <translation>another agent&apos;s call</translation>
    </message>
    <message>
        <source>dossier pas ouvert dans l’appel</source>
        <translation>file not opened in the call</translation>
    </message>
    <message>
        <source>compte pas verrouillé</source>
        <translation>account not locked</translation>
    </message>
    <message>
        <source>ni appel ni demande</source>
        <translation>neither call nor ticket</translation>
    </message>
    <message>
        <source>demande d’un autre agent</source>
        <translation>another agent&apos;s ticket</translation>
    </message>
    <message>
        <source>modifié par quelqu’un d’autre</source>
        <translation>changed by someone else</translation>
    </message>
    <message>
        <source>Avis de changement</source>
        <translation>Notice of change</translation>
    </message>
    <message>
        <source>Réponse à une demande</source>
        <translation>Answer to a ticket</translation>
    </message>
    <message>
        <source>✓ renvoyé</source>
        <translation>✓ sent again</translation>
    </message>
    <message>
        <source>◷ nouvel essai prévu</source>
        <translation>◷ to be tried again</translation>
    </message>
    <message>
        <source>◷ en attente</source>
        <translation>◷ waiting</translation>
    </message>
    <message>
        <source>◷ envoi en cours</source>
        <translation>◷ being sent</translation>
    </message>
    <message>
        <source>✓ envoyé</source>
        <translation>✓ sent</translation>
    </message>
    <message>
        <source>✓ remis</source>
        <translation>✓ delivered</translation>
    </message>
    <message>
        <source>✗ revenu</source>
        <translation>✗ bounced</translation>
    </message>
    <message>
        <source>✗ refusé</source>
        <translation>✗ refused</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>Renvoyer envoie le même courriel à %1.</source>
        <translation>Sending again sends the same mail to %1.</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1&#xa0;h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1&#xa0;j</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>L’adresse est en «&#xa0;%1 », qui n’est pas un domaine connu de l’établissement.</source>
        <translation>The address is at “%1”, which is no known domain of the establishment.</translation>
    </message>
    <message>
        <source>Règle «&#xa0;%1&#xa0;» de la base.</source>
        <translation>Rule “%1” of the database.</translation>
    </message>
    <message>
        <source>Approuver habilite %1 sur l’établissement&#xa0;; la confirmation part vers %2.</source>
        <translation>Approving gives %1 access to the establishment; the confirmation goes to %2.</translation>
    </message>
    <message>
        <source>Approuver crée le compte de %1 et l’habilite sur l’établissement&#xa0;; l’identifiant, le mot de passe et la confirmation partent vers %2.</source>
        <translation>Approving creates the account of %1 and gives it access to the establishment; the identifier, the password and the confirmation go to %2.</translation>
    </message>
    <message>
        <source>&#xa0;; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>&#xa0;: accès ouvert pour %1</source>
        <translation>: access opened for %1</translation>
    </message>
    <message>
        <source>Votre demande pour %1 a été refusée par %2&#xa0;: «&#xa0;%3&#xa0;»</source>
        <translation>Your request for %1 was refused by %2: “%3”</translation>
    </message>
    <message>
        <source>Votre demande pour %1 a expiré sans décision&#xa0;: refaites-la si elle est toujours utile.</source>
        <translation>Your request for %1 expired without a decision: make it again if it is still of use.</translation>
    </message>
    <message>
        <source>Renvoyer crée un nouveau mot de passe et l’envoie à %1&#xa0;: le précédent ne vaut plus.</source>
        <translation>Sending again makes a new password and sends it to %1: the one before is void.</translation>
    </message>
    <message>
        <source>Vérification de l’appelant</source>
        <translation>Caller check</translation>
    </message>
    <message>
        <source>Aperçu d’une opération</source>
        <translation>Rehearsal of an operation</translation>
    </message>
    <message>
        <source>Appel ouvert</source>
        <translation>Call opened</translation>
    </message>
    <message>
        <source>Conflit</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>Changement de son mot de passe</source>
        <translation>Own password changed</translation>
    </message>
    <message>
        <source>Durée de conservation changée</source>
        <translation>Retention changed</translation>
    </message>
    <message>
        <source>Données de démonstration créées</source>
        <translation>Demonstration data made</translation>
    </message>
    <message>
        <source>Purge du journal</source>
        <translation>Journal purged</translation>
    </message>
    <message>
        <source>liste</source>
        <translation>list</translation>
    </message>
    <message>
        <source>demandes</source>
        <translation>requests</translation>
    </message>
    <message>
        <source>depuis</source>
        <translation>from</translation>
    </message>
    <message>
        <source>jusqu’au</source>
        <translation>until</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>valeur</source>
        <translation>value</translation>
    </message>
    <message>
        <source>courriel n°</source>
        <translation>mail no.</translation>
    </message>
    <message>
        <source>lignes</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>établissements</source>
        <translation>establishments</translation>
    </message>
    <message>
        <source>en attente</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>les siennes</source>
        <translation>one’s own</translation>
    </message>
    <message>
        <source>décidées</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>open</translation>
    </message>
    <message>
        <source>tous</source>
        <translation>all</translation>
    </message>
    <message>
        <source>refusés ou revenus</source>
        <translation>refused or bounced</translation>
    </message>
    <message>
        <source>envoyés</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>courriel du compte</source>
        <translation>e-mail of the account</translation>
    </message>
    <message>
        <source>appelant pas encore vérifié</source>
        <translation>caller not checked yet</translation>
    </message>
    <message>
        <source>trop d’essais de vérification</source>
        <translation>too many tries of the check</translation>
    </message>
    <message>
        <source>Lecture de la vue d’ensemble</source>
        <translation>Overview read</translation>
    </message>
    <message>
        <source>Export de la vue d’ensemble</source>
        <translation>Overview exported</translation>
    </message>
    <message>
        <source>Lecture des comptes à surveiller</source>
        <translation>Accounts to watch read</translation>
    </message>
    <message>
        <source>Export des comptes à surveiller</source>
        <translation>Accounts to watch exported</translation>
    </message>
    <message>
        <source>Lecture d’une file</source>
        <translation>Queue read</translation>
    </message>
    <message>
        <source>Lecture des files</source>
        <translation>Queues read</translation>
    </message>
    <message>
        <source>Export d’une file</source>
        <translation>Queue exported</translation>
    </message>
    <message>
        <source>Demande lue</source>
        <translation>Ticket read</translation>
    </message>
    <message>
        <source>verrouillés</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>jamais connectés</source>
        <translation>never logged in</translation>
    </message>
    <message>
        <source>courriels revenus</source>
        <translation>bounced e-mails</translation>
    </message>
    <message>
        <source>réinitialisations répétées</source>
        <translation>repeated resets</translation>
    </message>
    <message>
        <source>plusieurs comptes</source>
        <translation>several accounts</translation>
    </message>
</context>
<context>
    <name>OverviewCharts</name>
    <message>
        <source>reçues</source>
        <translation>received</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>closes (tirets)</source>
        <translation>closed (dashed)</translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message>
        <source>ici</source>
        <translation>here</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>away</translation>
    </message>
    <message>
        <source>Encours</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>En retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Bientôt en retard</source>
        <translation>Late soon</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Reçues aujourd’hui</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>Closes aujourd’hui</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>Closes aujourd’hui hors délai</source>
        <translation>Closed late today</translation>
    </message>
    <message>
        <source>Reçues</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Présence</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>En charge</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>Première échéance</source>
        <translation>First due time</translation>
    </message>
    <message>
        <source>En cours</source>
        <translation>Working on</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Comptes à surveiller : %1</source>
        <translation>Accounts to watch: %1</translation>
    </message>
    <message>
        <source>%1 (les %2 premiers)</source>
        <translation>%1 (the first %2)</translation>
    </message>
    <message>
        <source>Encours par motif et ancienneté</source>
        <translation>Backlog by motif and age</translation>
    </message>
    <message>
        <source>Aujourd’hui, par heure</source>
        <translation>Today, by hour</translation>
    </message>
    <message>
        <source>Trente jours</source>
        <translation>Thirty days</translation>
    </message>
    <message>
        <source>Vue d’ensemble d’Assistance AP</source>
        <translation>Assistance AP overview</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Qui fait quoi</source>
        <translation>Who is doing what</translation>
    </message>
    <message>
        <source>Vue d’ensemble</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>dont hors délai</source>
        <translation>of which late</translation>
    </message>
    <message>
        <source>Encours par motif</source>
        <translation>Backlog by motif</translation>
    </message>
    <message>
        <source>Aucune demande ouverte.</source>
        <translation>No open ticket.</translation>
    </message>
    <message>
        <source>Personne n’est connecté et personne n’a de demande.</source>
        <translation>Nobody is logged in and nobody has a ticket.</translation>
    </message>
</context>
<context>
    <name>OverviewTexts</name>
    <message>
        <source>moins d’un jour</source>
        <translation>less than one day</translation>
    </message>
    <message>
        <source>1 à 2 j</source>
        <translation>1 to 2 d</translation>
    </message>
    <message>
        <source>2 à 5 j</source>
        <translation>2 to 5 d</translation>
    </message>
    <message>
        <source>5 à 10 j</source>
        <translation>5 to 10 d</translation>
    </message>
    <message>
        <source>plus de 10 j</source>
        <translation>more than 10 d</translation>
    </message>
    <message>
        <source>Verrouillés</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Jamais connectés</source>
        <translation>Never logged in</translation>
    </message>
    <message>
        <source>Habilitation en attente</source>
        <translation>Habilitation pending</translation>
    </message>
    <message>
        <source>Courriels revenus</source>
        <translation>Bounced e-mails</translation>
    </message>
    <message>
        <source>Réinitialisations répétées</source>
        <translation>Repeated resets</translation>
    </message>
    <message>
        <source>Plusieurs comptes</source>
        <translation>Several accounts</translation>
    </message>
    <message>
        <source>Aucun compte n’est verrouillé en ce moment.</source>
        <translation>No account is locked at the moment.</translation>
    </message>
    <message>
        <source>Tous ceux qui ont un accès depuis plus de deux jours se sont connectés.</source>
        <translation>Everyone who has had access for more than two days has logged in.</translation>
    </message>
    <message>
        <source>Aucune habilitation n’attend trop longtemps.</source>
        <translation>No habilitation has been waiting too long.</translation>
    </message>
    <message>
        <source>Aucun courriel revenu ou refusé cette semaine sans avoir été renvoyé.</source>
        <translation>No e-mail bounced or refused this week that has not been sent again.</translation>
    </message>
    <message>
        <source>Aucun compte réinitialisé plusieurs fois cette semaine.</source>
        <translation>No account reset several times this week.</translation>
    </message>
    <message>
        <source>Aucun SIRET n’a reçu beaucoup de comptes ce mois-ci.</source>
        <translation>No SIRET received many accounts this month.</translation>
    </message>
    <message>
        <source>%1 : %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Aucune demande ouverte.</source>
        <translation>No open ticket.</translation>
    </message>
    <message>
        <source>%1 demandes ouvertes. %2.</source>
        <translation>%1 open tickets. %2.</translation>
    </message>
    <message>
        <source>Aujourd’hui : %1 reçues, %2 closes.</source>
        <translation>Today: %1 received, %2 closed.</translation>
    </message>
    <message>
        <source>Heure la plus chargée : %1, avec %2 reçues.</source>
        <translation>Busiest hour: %1, with %2 received.</translation>
    </message>
    <message>
        <source>Trente jours : %1 reçues, %2 closes, soit %3 par jour en moyenne contre %4.</source>
        <translation>Thirty days: %1 received, %2 closed, that is %3 per day on average against %4.</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>✓ débloqué depuis</source>
        <translation>✓ unlocked since</translation>
    </message>
    <message>
        <source>! jamais connecté</source>
        <translation>! never logged in</translation>
    </message>
    <message>
        <source>◷ confirmation à venir</source>
        <translation>◷ confirmation to come</translation>
    </message>
    <message>
        <source>◷ demandée</source>
        <translation>◷ requested</translation>
    </message>
    <message>
        <source>✗ non remis</source>
        <translation>✗ not delivered</translation>
    </message>
    <message>
        <source>! %1 fois en 7 jours</source>
        <translation>! %1 times in 7 days</translation>
    </message>
    <message>
        <source>%1 comptes</source>
        <translation>%1 accounts</translation>
    </message>
    <message>
        <source>%1 échecs</source>
        <translation>%1 failures</translation>
    </message>
    <message>
        <source>par %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>sans établissement</source>
        <translation>no establishment</translation>
    </message>
    <message>
        <source>pas de compte seul</source>
        <translation>no single account</translation>
    </message>
    <message>
        <source>pas verrouillé</source>
        <translation>not locked</translation>
    </message>
    <message>
        <source>pas d’habilitation</source>
        <translation>no habilitation</translation>
    </message>
    <message>
        <source>rien à confirmer encore</source>
        <translation>nothing to confirm yet</translation>
    </message>
    <message>
        <source>aucun courriel revenu</source>
        <translation>no bounced e-mail</translation>
    </message>
    <message>
        <source>Débloquer %1 : la personne peut se reconnecter tout de suite.</source>
        <translation>Unlock %1: the person can log in again straight away.</translation>
    </message>
    <message>
        <source>Renvoyer la confirmation d’habilitation à %1, à l’adresse de son compte.</source>
        <translation>Send the habilitation confirmation to %1 again, to the address of their account.</translation>
    </message>
    <message>
        <source>Renvoyer crée un nouveau mot de passe et l’envoie : le précédent ne vaut plus.</source>
        <translation>Sending again creates a new password and sends it: the previous one is no longer valid.</translation>
    </message>
    <message>
        <source>Renvoyer envoie le même courriel.</source>
        <translation>Sending again sends the same e-mail.</translation>
    </message>
</context>
<context>
    <name>OwnNews</name>
    <message>
        <source>Il a expiré le %1 à %2&#xa0;: cette session continue, mais la prochaine connexion sera refusée. Demandez dès maintenant sa prolongation à l’administrateur de la base.</source>
        <translation>It expired on %1 at %2: this session goes on, but the next connection will be refused. Ask the database administrator to extend it now.</translation>
    </message>
    <message>
        <source>Il expire le %1 à %2&#xa0;: ensuite, la connexion sera refusée. Demandez sa prolongation à l’administrateur de la base&#xa0;; en changer dans les Réglages ne repousse pas cette date.</source>
        <translation>It expires on %1 at %2: after that, connecting will be refused. Ask the database administrator to extend it; changing it in the Settings does not move this date.</translation>
    </message>
    <message>
        <source>Le trousseau du système est verrouillé&#xa0;: les brouillons scellés sur ce poste restent fermés, et intacts, pour cette session.</source>
        <translation>The system’s keychain is locked: the drafts sealed on this computer stay closed, and intact, for this session.</translation>
    </message>
    <message>
        <source>Le trousseau du système n’est pas utilisable&#xa0;: rien ne peut être scellé sur ce poste.</source>
        <translation>The system’s keychain cannot be used: nothing can be sealed on this computer.</translation>
    </message>
    <message>
        <source>La clé des brouillons gardée dans le trousseau n’est pas utilisable&#xa0;; elle n’a pas été remplacée. Prévenez votre service informatique.</source>
        <translation>The key of the drafts kept in the keychain cannot be used; it was not replaced. Tell your IT department.</translation>
    </message>
    <message>
        <source>Le fichier des brouillons de ce poste n’est pas utilisable. Prévenez votre service informatique.</source>
        <translation>This computer’s file of drafts cannot be used. Tell your IT department.</translation>
    </message>
    <message>
        <source>Vos brouillons sont gardés dans la base&#xa0;; une opération dont la réponse se perd n’est suivie que tant que la console reste ouverte.</source>
        <translation>Your drafts are kept in the database; an operation whose answer gets lost is followed only while the console stays open.</translation>
    </message>
    <message>
        <source>Vos brouillons ne sont gardés que tant que la console reste ouverte.</source>
        <translation>Your drafts are kept only while the console stays open.</translation>
    </message>
    <message>
        <source>Votre mot de passe</source>
        <translation>Your password</translation>
    </message>
    <message>
        <source>Brouillons</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Brouillons de ce poste</source>
        <translation>Drafts on this computer</translation>
    </message>
    <message>
        <source>Des textes scellés sur ce poste ne s’ouvrent plus (autre clé, ou fichier modifié)&#xa0;: ils sont mis de côté pour 7 jours, au nombre de %1. Le reste est intact&#xa0;; prévenez votre service informatique.</source>
        <translation>Texts sealed on this computer no longer open (another key, or an altered file): they are set aside for 7 days, %1 in number. The rest is intact; tell your IT department.</translation>
    </message>
</context>
<context>
    <name>PagePdf</name>
    <message>
        <source>page %1 sur %2</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>Établi par %1 le %2 (heure de Paris)</source>
        <translation>Prepared by %1 on %2 (Paris time)</translation>
    </message>
</context>
<context>
    <name>PanelText</name>
    <message>
        <source>Revenir au diagnostic</source>
        <translation>Back to the diagnosis</translation>
    </message>
    <message>
        <source>Issue&#xa0;: %1</source>
        <translation>Outcome: %1</translation>
    </message>
    <message>
        <source>À dire&#xa0;: %1</source>
        <translation>To say: %1</translation>
    </message>
    <message>
        <source>À faire&#xa0;: %1</source>
        <translation>To do: %1</translation>
    </message>
    <message>
        <source>Reprendre depuis le début</source>
        <translation>Begin again from the start</translation>
    </message>
    <message>
        <source>les %1 comptes</source>
        <translation>the %1 accounts</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>%1 j</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Reçue il y a %1 à %2</source>
        <translation>Received %1 to %2 ago</translation>
    </message>
    <message>
        <source>Reçue il y a plus de %1</source>
        <translation>Received more than %1 ago</translation>
    </message>
    <message>
        <source>Reçue depuis moins de %1</source>
        <translation>Received less than %1 ago</translation>
    </message>
    <message>
        <source>Closes depuis moins de %1</source>
        <translation>Closed less than %1 ago</translation>
    </message>
    <message>
        <source>Closes comprises, depuis moins de %1</source>
        <translation>Including those closed less than %1 ago</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Ouvertes et closes</source>
        <translation>Open and closed</translation>
    </message>
    <message>
        <source>Ouvertes</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Dép. %1</source>
        <translation>Dept. %1</translation>
    </message>
    <message>
        <source>Agent : %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Profil : %1</source>
        <translation>Profile: %1</translation>
    </message>
    <message>
        <source>Reçue par : %1</source>
        <translation>Received via: %1</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Reçue par</source>
        <translation>Received via</translation>
    </message>
    <message>
        <source>Ancienneté</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due time</translation>
    </message>
    <message>
        <source>Doublons probables</source>
        <translation>Probable duplicates</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Demandeur</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Ouvertes ou closes</source>
        <translation>Open or closed</translation>
    </message>
    <message>
        <source>En retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>À rendre dans %1 h</source>
        <translation>Due within %1 h</translation>
    </message>
    <message>
        <source>Toute échéance</source>
        <translation>Any due time</translation>
    </message>
    <message>
        <source>SIRET %1</source>
        <translation>SIRET %1</translation>
    </message>
    <message>
        <source>Établissement : %1</source>
        <translation>Establishment: %1</translation>
    </message>
    <message>
        <source>Demandeur : %1</source>
        <translation>Requester: %1</translation>
    </message>
    <message>
        <source>Nouvelle</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Prise</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>À reprendre</source>
        <translation>To resume</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Fusionnée</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>inconnu</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>moi</source>
        <translation>me</translation>
    </message>
    <message>
        <source>personne</source>
        <translation>nobody</translation>
    </message>
</context>
<context>
    <name>QueueSheet</name>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>extranet</source>
        <translation>extranet</translation>
    </message>
    <message>
        <source>Filtre</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Reçue le</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due time</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>SIRET connu</source>
        <translation>Known SIRET</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Demandeur</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mise en attente</source>
        <translation>Reason for the hold</translation>
    </message>
    <message>
        <source>Jusqu’au</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Origine</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Doublons</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Close le</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Filtre&#xa0;: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>1 demande affichée</source>
        <translation>1 ticket shown</translation>
    </message>
    <message>
        <source>%1 demandes affichées</source>
        <translation>%1 tickets shown</translation>
    </message>
    <message>
        <source>Aucune demande.</source>
        <translation>No ticket.</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due time</translation>
    </message>
    <message>
        <source>Reçue</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Demandeur</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Close le</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Nouvelle</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Prise</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Fusionnée</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>à reprendre</source>
        <translation>to resume</translation>
    </message>
    <message>
        <source>doublon ?</source>
        <translation>duplicate?</translation>
    </message>
    <message>
        <source>✎ %1 écrit</source>
        <translation>✎ %1 is writing</translation>
    </message>
    <message>
        <source>%1 y écrit</source>
        <translation>%1 is writing in it</translation>
    </message>
    <message>
        <source>%1 l’a sous les yeux</source>
        <translation>%1 has it on screen</translation>
    </message>
    <message>
        <source>%1 l’a ouverte, sans y toucher</source>
        <translation>%1 has it open, without touching it</translation>
    </message>
    <message>
        <source>l’extranet</source>
        <translation>the extranet</translation>
    </message>
    <message>
        <source>un agent</source>
        <translation>an agent</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Aucun appel ni demande ne justifie cette opération&#xa0;: rien n’a été modifié. Ouvrez d’abord le dossier de l’appelant, puis recommencez.</source>
        <translation>No call or ticket justifies this operation: nothing was changed. Open the caller’s file first, then try again.</translation>
    </message>
    <message>
        <source>Cet appel est celui d’un autre agent&#xa0;: rien n’a été modifié. Terminez-le ici et rouvrez le dossier pour commencer le vôtre.</source>
        <translation>This call belongs to another agent: nothing was changed. End it here and open the file again to start your own.</translation>
    </message>
    <message>
        <source>Cet appel est déjà terminé&#xa0;: rien n’a été modifié, votre texte est conservé. Rouvrez le dossier pour commencer un nouvel appel.</source>
        <translation>This call is over already: nothing was changed, your text is kept. Open the file again to start a new call.</translation>
    </message>
    <message>
        <source>Cette issue d’appel n’est plus dans la liste&#xa0;: l’appel reste ouvert et votre note est conservée. Choisissez-en une autre.</source>
        <translation>This call outcome is no longer in the list: the call stays open and your note is kept. Choose another one.</translation>
    </message>
    <message>
        <source>Choisissez l’issue de l’appel pour le terminer&#xa0;; votre note est conservée.</source>
        <translation>Choose the outcome of the call to end it; your note is kept.</translation>
    </message>
    <message>
        <source>Ce compte n’existe plus&#xa0;: rien n’a été modifié. Rouvrez le dossier avec F5.</source>
        <translation>This account no longer exists: nothing was changed. Read the file again with F5.</translation>
    </message>
    <message>
        <source>Ce compte n’est pas verrouillé&#xa0;: il n’y avait rien à débloquer et rien n’a été modifié. Si l’appelant ne peut pas se connecter, suivez le script «&#xa0;Mot de passe&#xa0;».</source>
        <translation>This account is not locked: there was nothing to unlock and nothing was changed. If the caller cannot log in, follow the password script.</translation>
    </message>
    <message>
        <source>Ce compte est en cours de suppression&#xa0;: rien n’a été modifié. Expliquez à l’appelant qu’il devra demander une nouvelle habilitation.</source>
        <translation>This account is being deleted: nothing was changed. Explain to the caller that a new authorisation must be requested.</translation>
    </message>
    <message>
        <source>Ce compte est désactivé&#xa0;: rien n’a été modifié. Transmettez la demande à un superviseur.</source>
        <translation>This account is disabled: nothing was changed. Pass the request on to a supervisor.</translation>
    </message>
    <message>
        <source>Ce compte n’a aucune habilitation active&#xa0;: rien n’a été modifié. Suivez d’abord le script d’habilitation.</source>
        <translation>This account has no active authorisation: nothing was changed. Follow the authorisation script first.</translation>
    </message>
    <message>
        <source>Cette habilitation n’est pas active&#xa0;: rien n’a été modifié. Rouvrez le dossier avec F5 pour voir où elle en est.</source>
        <translation>This authorisation is not active: nothing was changed. Read the file again with F5 to see where it stands.</translation>
    </message>
    <message>
        <source>Cette habilitation n’attend aucune confirmation&#xa0;: aucun courriel n’a été renvoyé.</source>
        <translation>This authorisation awaits no confirmation: no mail was sent again.</translation>
    </message>
    <message>
        <source>Ce profil ne reçoit pas ses identifiants par courriel&#xa0;: rien n’a été modifié. Adressez l’appelant à son administrateur.</source>
        <translation>This profile does not get its credentials by mail: nothing was changed. Refer the caller to their administrator.</translation>
    </message>
    <message>
        <source>Choisissez un motif&#xa0;: l’opération n’a pas été faite.</source>
        <translation>Choose a reason: the operation was not carried out.</translation>
    </message>
    <message>
        <source>Ce motif demande une précision&#xa0;: l’opération n’a pas été faite. Écrivez quelques mots, puis confirmez.</source>
        <translation>This reason needs details: the operation was not carried out. Write a few words, then confirm.</translation>
    </message>
    <message>
        <source>Ce motif n’est plus dans la liste&#xa0;: l’opération n’a pas été faite. Choisissez-en un autre.</source>
        <translation>This reason is no longer in the list: the operation was not carried out. Choose another one.</translation>
    </message>
    <message>
        <source>Vous avez atteint le plafond d’opérations de l’heure&#xa0;: rien n’a été modifié, votre texte est conservé. Un superviseur peut le lever&#xa0;; sinon, réessayez plus tard.</source>
        <translation>You have reached this hour’s ceiling of operations: nothing was changed, your text is kept. A supervisor can lift it; otherwise, try again later.</translation>
    </message>
    <message>
        <source>Cette demande n’existe pas&#xa0;: rien n’a été modifié. Vérifiez son numéro.</source>
        <translation>This ticket does not exist: nothing was changed. Check its number.</translation>
    </message>
    <message>
        <source>Cette demande est déjà close&#xa0;: rien n’a été modifié, votre texte est conservé. Rouvrez-la si elle doit être complétée.</source>
        <translation>This ticket is closed already: nothing was changed, your text is kept. Reopen it if it must be completed.</translation>
    </message>
    <message>
        <source>Cette demande n’est pas close&#xa0;: il n’y a rien à rouvrir et rien n’a été modifié.</source>
        <translation>This ticket is not closed: there is nothing to reopen and nothing was changed.</translation>
    </message>
    <message>
        <source>Cette demande est prise en charge par un autre agent&#xa0;: rien n’a été modifié, votre texte est conservé. Voyez avec lui ou avec un superviseur.</source>
        <translation>Another agent has taken this ticket: nothing was changed, your text is kept. Ask them or a supervisor.</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre vient de modifier cette demande&#xa0;: rien n’a été écrasé et votre texte est conservé. Relisez ce qui a changé, puis confirmez de nouveau.</source>
        <translation>Someone else has just changed this ticket: nothing was overwritten and your text is kept. Read what has changed, then confirm again.</translation>
    </message>
    <message>
        <source>Choisissez une issue&#xa0;: la demande n’a pas été close, votre réponse est conservée.</source>
        <translation>Choose an outcome: the ticket was not closed, your answer is kept.</translation>
    </message>
    <message>
        <source>Cette issue demande une précision&#xa0;: écrivez quelques mots, puis confirmez. Rien n’a été modifié.</source>
        <translation>This outcome needs details: write a few words, then confirm. Nothing was changed.</translation>
    </message>
    <message>
        <source>La réponse au demandeur est vide&#xa0;: la demande n’a pas été close. Rédigez-la, puis confirmez.</source>
        <translation>The answer to the requester is empty: the ticket was not closed. Write it, then confirm.</translation>
    </message>
    <message>
        <source>La réponse dépasse 4 000 caractères&#xa0;: la demande n’a pas été close et votre texte est conservé. Raccourcissez-le.</source>
        <translation>The answer exceeds 4,000 characters: the ticket was not closed and your text is kept. Shorten it.</translation>
    </message>
    <message>
        <source>Il reste un passage à compléter entre crochets dans la réponse&#xa0;: elle n’a pas été envoyée. Complétez-le ou retirez-le.</source>
        <translation>A passage in brackets is still to be filled in the answer: it was not sent. Fill it in or remove it.</translation>
    </message>
    <message>
        <source>Ce motif de demande n’est plus dans la liste&#xa0;: la demande n’a pas été ouverte. Choisissez-en un autre.</source>
        <translation>This ticket reason is no longer in the list: the ticket was not opened. Choose another one.</translation>
    </message>
    <message>
        <source>La description dépasse 1 000 caractères&#xa0;: la demande n’a pas été ouverte et votre texte est conservé. Raccourcissez-le.</source>
        <translation>The description exceeds 1,000 characters: the ticket was not opened and your text is kept. Shorten it.</translation>
    </message>
    <message>
        <source>Une demande ne peut pas être le doublon d’elle-même&#xa0;: rien n’a été modifié.</source>
        <translation>A ticket cannot be its own duplicate: nothing was changed.</translation>
    </message>
    <message>
        <source>Ce SIRET n’est pas valide&#xa0;: rien n’a été envoyé. Faites répéter les 14 chiffres.</source>
        <translation>This SIRET is not valid: nothing was sent. Have the 14 digits repeated.</translation>
    </message>
    <message>
        <source>Cette adresse électronique n’est pas valide&#xa0;: rien n’a été envoyé. Faites-la épeler.</source>
        <translation>This e-mail address is not valid: nothing was sent. Have it spelt out.</translation>
    </message>
    <message>
        <source>Ce numéro de téléphone n’est pas valide&#xa0;: rien n’a été envoyé. Faites-le répéter.</source>
        <translation>This phone number is not valid: nothing was sent. Have it repeated.</translation>
    </message>
    <message>
        <source>Le texte est vide&#xa0;: rien n’a été enregistré. Écrivez quelques mots, puis confirmez.</source>
        <translation>The text is empty: nothing was saved. Write a few words, then confirm.</translation>
    </message>
    <message>
        <source>Le texte est trop long&#xa0;: il n’a pas été enregistré dans la base, mais il est conservé ici. Raccourcissez-le.</source>
        <translation>The text is too long: it was not saved in the database, but it is kept here. Shorten it.</translation>
    </message>
    <message>
        <source>La note dépasse 10 000 caractères&#xa0;: elle est conservée sur ce poste, mais pas encore dans la base. Raccourcissez-la.</source>
        <translation>The note exceeds 10,000 characters: it is kept on this computer, but not in the database yet. Shorten it.</translation>
    </message>
    <message>
        <source>La base n’a pas compris cette demande&#xa0;: rien n’a été modifié, votre texte est conservé. Prévenez votre service informatique.</source>
        <translation>The database did not understand this request: nothing was changed, your text is kept. Tell your IT department.</translation>
    </message>
    <message>
        <source>Cette base ne connaît pas cette opération&#xa0;: rien n’a été modifié. Elle est sans doute plus ancienne que la console&#xa0;; prévenez votre service informatique.</source>
        <translation>This database does not know this operation: nothing was changed. It is probably older than the console; tell your IT department.</translation>
    </message>
    <message>
        <source>Cette opération porte l’identifiant d’une autre&#xa0;: rien n’a été modifié. Fermez la feuille et recommencez.</source>
        <translation>This operation carries the identifier of another one: nothing was changed. Close the sheet and start again.</translation>
    </message>
    <message>
        <source>Vous avez atteint le plafond horaire de consultations&#xa0;: aucun dossier n’a été ouvert. Patientez quelques minutes ou demandez à un superviseur de le lever.</source>
        <translation>You have reached the hourly ceiling of look-ups: no file was opened. Wait a few minutes, or ask a supervisor to lift it.</translation>
    </message>
    <message>
        <source>Cette valeur n’existe pas ou n’existe plus dans la base. Rouvrez le dossier avec F5.</source>
        <translation>This value does not exist, or no longer exists, in the database. Read the file again with F5.</translation>
    </message>
    <message>
        <source>Ce compte existe sur le serveur, mais n’a aucun rôle dans Assistance AP. Demandez à l’administrateur de la base de lui donner le rôle d’agent ou de superviseur.</source>
        <translation>This account exists on the server, but has no role in Assistance AP. Ask the database administrator to give it the agent or supervisor role.</translation>
    </message>
    <message>
        <source>Aucun mot de passe n’a été trouvé dans le trousseau (il est peut-être verrouillé). Saisissez-le pour vous connecter.</source>
        <translation>No password was found in the keychain (it may be locked). Type it to log in.</translation>
    </message>
    <message>
        <source>L’adresse contient un mot de passe&#xa0;: elle est refusée, car il resterait lisible dans l’historique du poste. Retirez-le&#xa0;; la console le demandera.</source>
        <translation>The address holds a password: it is refused, since it would stay readable in this computer’s history. Remove it; the console will ask for it.</translation>
    </message>
    <message>
        <source>Ce nom d’hôte est inconnu&#xa0;: rien n’a été envoyé. Vérifiez son orthographe ou votre connexion au réseau.</source>
        <translation>This host name is unknown: nothing was sent. Check its spelling or your network connection.</translation>
    </message>
    <message>
        <source>Cette base n’existe pas sur le serveur. Vérifiez son nom auprès de son administrateur.</source>
        <translation>This database does not exist on the server. Check its name with its administrator.</translation>
    </message>
    <message>
        <source>Cette base existe, mais n’est pas celle d’Assistance AP ou n’a pas encore été préparée. Son administrateur doit lancer «&#xa0;asp-dbadmin migrate&#xa0;».</source>
        <translation>This database exists, but is not that of Assistance AP or has not been prepared yet. Its administrator must run “asp-dbadmin migrate”.</translation>
    </message>
    <message>
        <source>La connexion chiffrée a échoué&#xa0;: rien n’a été envoyé. Vérifiez le fichier d’autorité et le choix de TLS avec l’administrateur de la base.</source>
        <translation>The encrypted connection failed: nothing was sent. Check the authority file and the TLS choice with the database administrator.</translation>
    </message>
    <message>
        <source>Le trousseau du système n’est pas utilisable&#xa0;: la connexion est établie, mais le mot de passe n’a pas été retenu et vous sera demandé à chaque démarrage.</source>
        <translation>The system keychain cannot be used: you are connected, but the password was not kept and will be asked for at each start.</translation>
    </message>
    <message>
        <source>Cette adresse de base n’est pas comprise. Elle s’écrit postgresql://hôte/base ou private:DOSSIER.</source>
        <translation>This database address is not understood. It is written postgresql://host/database or private:FOLDER.</translation>
    </message>
    <message>
        <source>L’hôte manque ou n’est pas compris dans cette adresse. Elle s’écrit postgresql://hôte/base.</source>
        <translation>The host is missing or not understood in this address. It is written postgresql://host/database.</translation>
    </message>
    <message>
        <source>Le port de cette adresse n’est pas un nombre de 1 à 65535, ou il n’y en a pas un par hôte.</source>
        <translation>The port of this address is not a number from 1 to 65535, or there is not one for each host.</translation>
    </message>
    <message>
        <source>Le nom de la base manque dans cette adresse. Elle s’écrit postgresql://hôte/base.</source>
        <translation>The name of the database is missing in this address. It is written postgresql://host/database.</translation>
    </message>
    <message>
        <source>Une option de cette adresse n’est pas comprise. Retirez-la ou demandez l’adresse exacte à l’administrateur de la base.</source>
        <translation>An option of this address is not understood. Remove it, or ask the database administrator for the exact address.</translation>
    </message>
    <message>
        <source>La valeur de sslmode de cette adresse n’est pas connue&#xa0;: disable, prefer, require ou verify-full.</source>
        <translation>The sslmode of this address is not known: disable, prefer, require or verify-full.</translation>
    </message>
    <message>
        <source>Cette adresse contient des caractères mal codés. Recopiez-la, ou remplissez les champs un par un.</source>
        <translation>This address holds badly encoded characters. Copy it again, or fill in the fields one by one.</translation>
    </message>
    <message>
        <source>Cette adresse est trop longue pour en être une. Remplissez les champs un par un.</source>
        <translation>This address is too long to be one. Fill in the fields one by one.</translation>
    </message>
    <message>
        <source>Les programmes de PostgreSQL ne sont pas installés sur ce poste&#xa0;: la démonstration n’a pas démarré, rien n’a été modifié. Installez PostgreSQL 15 ou une version plus récente, puis recommencez.</source>
        <translation>PostgreSQL’s programs are not installed on this computer: the demonstration did not start, nothing was changed. Install PostgreSQL 15 or later, then try again.</translation>
    </message>
    <message>
        <source>Une autre console utilise déjà cette démonstration. Fermez-la, puis recommencez.</source>
        <translation>Another console is using this demonstration already. Close it, then try again.</translation>
    </message>
    <message>
        <source>Le dossier de la démonstration est abîmé&#xa0;: le serveur n’a pas démarré et rien n’y a été modifié. Mettez-le de côté, puis recommencez&#xa0;: un dossier neuf sera créé.</source>
        <translation>The demonstration folder is damaged: the server did not start and nothing in it was changed. Put it aside, then try again: a new folder will be made.</translation>
    </message>
    <message>
        <source>Impossible d’écrire dans le dossier de la démonstration. Vérifiez ses droits et la place libre, puis recommencez.</source>
        <translation>The demonstration folder cannot be written to. Check its permissions and the free space, then try again.</translation>
    </message>
    <message>
        <source>La base de démonstration n’a pas pu être créée&#xa0;; il n’en reste rien. Vérifiez la place libre sur le disque, puis recommencez.</source>
        <translation>The demonstration database could not be created; nothing of it remains. Check the free disk space, then try again.</translation>
    </message>
    <message>
        <source>Le serveur de démonstration n’a pas démarré. Recommencez&#xa0;; si l’échec revient, transmettez son journal à votre service informatique.</source>
        <translation>The demonstration server did not start. Try again; if it fails again, send its log to your IT department.</translation>
    </message>
    <message>
        <source>Lancée en administrateur, la console ne peut pas démarrer PostgreSQL&#xa0;: il refuse ce compte et l’utilisateur «&#xa0;postgres&#xa0;» n’existe pas. Relancez-la sous un compte ordinaire.</source>
        <translation>Run as administrator, the console cannot start PostgreSQL: it refuses that account and there is no user “postgres”. Start the console again under an ordinary account.</translation>
    </message>
    <message>
        <source>Les rôles d’Assistance AP n’existent pas sur ce serveur. Son administrateur doit lancer «&#xa0;asp-dbadmin roles&#xa0;».</source>
        <translation>The roles of Assistance AP do not exist on this server. Its administrator must run “asp-dbadmin roles”.</translation>
    </message>
    <message>
        <source>Ce compte n’a pas le droit de préparer cette base. Demandez-le à l’administrateur du serveur.</source>
        <translation>This account has no right to prepare this database. Ask the server’s administrator to do it.</translation>
    </message>
    <message>
        <source>Cette base a été préparée par une version plus récente de la console. Rien n’a été modifié. Installez cette version.</source>
        <translation>This database was prepared by a newer version of the console. Nothing was changed. Install that version.</translation>
    </message>
    <message>
        <source>Cette base a été préparée par une autre version de la console que celle-ci. Rien n’a été modifié&#xa0;; prévenez votre service informatique.</source>
        <translation>This database was prepared by another version of the console than this one. Nothing was changed; tell your IT department.</translation>
    </message>
    <message>
        <source>La connexion à la base manquait&#xa0;: l’opération n’a pas été faite, votre texte est conservé. Recommencez dès que la connexion est revenue.</source>
        <translation>The database could not be reached: the operation was not carried out, your text is kept. Try again once the connection is back.</translation>
    </message>
    <message>
        <source>La base répond, mais ne dit pas si l’opération a abouti. Votre texte est conservé&#xa0;; rouvrez le dossier avec F5 et vérifiez avant de recommencer.</source>
        <translation>The database answers, but does not say whether the operation went through. Your text is kept; read the file again with F5 and check before trying again.</translation>
    </message>
    <message>
        <source>Seul un serveur de secours répond&#xa0;: il n’accepte aucune écriture. Réessayez dans quelques minutes.</source>
        <translation>Only a standby server answers: it accepts no writes. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>Cette demande est prise en charge par %1&#xa0;: rien n’a été modifié, votre texte est conservé. Voyez avec cette personne ou avec un superviseur.</source>
        <translation>%1 has taken this ticket: nothing was changed, your text is kept. Ask that person or a supervisor.</translation>
    </message>
    <message>
        <source>Nouvel essai possible dans %1.</source>
        <translation>You can try again in %1.</translation>
    </message>
    <message>
        <source>Ce qu’il faut&#xa0;: %1</source>
        <translation>What is needed: %1</translation>
    </message>
    <message>
        <source>Dossier&#xa0;: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>Le serveur indiqué refuse la connexion&#xa0;: il est arrêté, ou ce n’est pas le bon port. Rien n’a été envoyé. Vérifiez l’hôte et le port, puis réessayez.</source>
        <translation>The server refuses the connection: it is stopped, or the port is wrong. Nothing was sent. Check host and port, then try again.</translation>
    </message>
    <message>
        <source>Le serveur indiqué ne répond pas. Rien n’a été envoyé. Vérifiez le réseau et l’hôte, puis réessayez.</source>
        <translation>The server does not answer. Nothing was sent. Check the network and the host, then try again.</translation>
    </message>
    <message>
        <source>La base démarre ou s’arrête. Attendez un instant, puis réessayez.</source>
        <translation>The database is starting or stopping. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>La base a atteint son nombre de connexions. Réessayez dans un instant&#xa0;; si cela dure, prévenez l’administrateur de la base.</source>
        <translation>The database has reached its number of connections. Try again in a moment; if it lasts, tell the database administrator.</translation>
    </message>
    <message>
        <source>Aucun des serveurs indiqués n’accepte d’écriture pour le moment&#xa0;: bascule en cours ou maintenance. Réessayez dans quelques minutes.</source>
        <translation>None of the servers accepts writes at the moment: failover under way, or maintenance. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>Ce brouillon est trop long pour être gardé dans la base&#xa0;: il reste affiché ici. Raccourcissez-le ou confirmez-le sans tarder.</source>
        <translation>This draft is too long to be kept in the database: it stays on screen here. Shorten it or confirm it without delay.</translation>
    </message>
    <message>
        <source>Vos brouillons remplissent la place que la base leur donne&#xa0;: celui-ci reste affiché ici. Terminez ou effacez les plus anciens.</source>
        <translation>Your drafts fill the room the database gives them: this one stays on screen here. Finish or delete the oldest.</translation>
    </message>
    <message>
        <source>Le certificat du serveur est au nom d’un autre hôte&#xa0;: rien n’a été envoyé. Écrivez l’hôte exactement comme dans le certificat, ou demandez le bon nom à l’administrateur de la base.</source>
        <translation>The server’s certificate names another host: nothing was sent. Write the host exactly as in the certificate, or ask the database administrator for the right name.</translation>
    </message>
    <message>
        <source>Le certificat du serveur a expiré (ou n’est pas encore valable)&#xa0;: rien n’a été envoyé. Vérifiez l’heure de ce poste, puis prévenez l’administrateur de la base.</source>
        <translation>The server’s certificate has expired (or is not valid yet): nothing was sent. Check this computer’s clock, then tell the database administrator.</translation>
    </message>
    <message>
        <source>Le certificat du serveur n’est pas signé par l’autorité choisie&#xa0;: rien n’a été envoyé. Vérifiez le fichier d’autorité avec l’administrateur de la base&#xa0;; ne choisissez pas «&#xa0;non vérifié&#xa0;» pour contourner ce refus.</source>
        <translation>The server’s certificate is not signed by the chosen authority: nothing was sent. Check the authority file with the database administrator; do not choose “not verified” to get around this refusal.</translation>
    </message>
    <message>
        <source>Le certificat du serveur n’a pas pu être vérifié&#xa0;: autorité inconnue ou certificat expiré. Rien n’a été envoyé. Vérifiez le fichier d’autorité avec l’administrateur de la base.</source>
        <translation>The server’s certificate could not be verified: unknown authority or expired certificate. Nothing was sent. Check the authority file with the database administrator.</translation>
    </message>
    <message>
        <source>Le fichier d’autorité n’a pas été trouvé ou n’est pas lisible&#xa0;: rien n’a été envoyé. Choisissez celui que donne l’administrateur de la base.</source>
        <translation>The authority file was not found or cannot be read: nothing was sent. Choose the one the database administrator gives out.</translation>
    </message>
    <message>
        <source>Ce serveur ne propose pas de connexion chiffrée, alors qu’elle est exigée ici&#xa0;: rien n’a été envoyé. Prévenez l’administrateur de la base.</source>
        <translation>This server offers no encrypted connection, while one is required here: nothing was sent. Tell the database administrator.</translation>
    </message>
    <message>
        <source>Ce serveur n’admet que des connexions chiffrées. Choisissez «&#xa0;Exigé, serveur vérifié&#xa0;» pour TLS, puis recommencez.</source>
        <translation>This server admits encrypted connections only. Choose “Required, server verified” for TLS, then try again.</translation>
    </message>
    <message>
        <source>Le certificat de ce poste (sslcert, sslkey) n’a pas pu servir&#xa0;: fichier absent, clé lisible par d’autres, ou refusé par le serveur. Prévenez votre service informatique.</source>
        <translation>This computer’s certificate (sslcert, sslkey) could not be used: file missing, key readable by others, or refused by the server. Tell your IT department.</translation>
    </message>
    <message>
        <source>Ce serveur demande un certificat de ce poste, et aucun n’est installé. Prévenez votre service informatique.</source>
        <translation>This server asks for a certificate of this computer, and none is installed. Tell your IT department.</translation>
    </message>
    <message>
        <source>Le serveur n’admet pas cet identifiant depuis ce poste ou sur cette base. Vérifiez l’identifiant et la base, puis prévenez l’administrateur de la base.</source>
        <translation>The server does not admit this log-in from this computer or to this database. Check the log-in and the database, then tell the database administrator.</translation>
    </message>
    <message>
        <source>Le serveur n’a pas prouvé qu’il connaît votre compte&#xa0;: le mot de passe ne lui a pas été envoyé. S’il vérifie les mots de passe dans un annuaire, choisissez «&#xa0;Exigé, serveur vérifié&#xa0;»&#xa0;; sinon, quelqu’un s’interpose peut-être&#xa0;: prévenez votre service informatique.</source>
        <translation>The server did not prove that it knows your account: the password was not sent to it. If it checks passwords in a directory, choose “Required, server verified”; otherwise somebody may be in between: tell your IT department.</translation>
    </message>
    <message>
        <source>Le mot de passe actuel n’est pas le bon, ou il a expiré&#xa0;: rien n’a été changé. Saisissez-le de nouveau.</source>
        <translation>The current password is not the right one, or it has expired: nothing was changed. Type it again.</translation>
    </message>
    <message>
        <source>Les mots de passe de cette base sont tenus ailleurs (annuaire, Kerberos, certificat)&#xa0;: rien n’a été changé. Changez le vôtre là où vous le faites d’habitude pour votre poste.</source>
        <translation>This database’s passwords are kept elsewhere (directory, Kerberos, certificate): nothing was changed. Change yours where you usually do for your computer.</translation>
    </message>
    <message>
        <source>Un mot de passe ne se change que sur une connexion chiffrée&#xa0;: rien n’a été changé. Reconnectez-vous avec TLS, ou demandez-le à l’administrateur de la base.</source>
        <translation>A password is changed over an encrypted connection only: nothing was changed. Connect again with TLS, or ask the database administrator.</translation>
    </message>
    <message>
        <source>Le serveur n’a pas demandé de mot de passe&#xa0;: il n’a donc rien vérifié. Changez d’utilisateur pour vous reconnecter.</source>
        <translation>The server asked for no password, so it checked nothing. Change user to connect again.</translation>
    </message>
    <message>
        <source>La connexion s’est coupée pendant le changement&#xa0;: l’ancien ou le nouveau mot de passe est le bon. Essayez le nouveau, puis l’ancien, à la prochaine connexion.</source>
        <translation>The connection broke during the change: either the old or the new password is the right one. Try the new one, then the old one, when you next connect.</translation>
    </message>
    <message>
        <source>L’appelant n’est pas encore vérifié&#xa0;: rien n’a été modifié, votre saisie est conservée. Vérifiez-le ci-dessus, puis confirmez.</source>
        <translation>The caller has not been checked yet: nothing was changed, what you typed is kept. Check the caller above, then confirm.</translation>
    </message>
    <message>
        <source>Il faut deux renseignements différents&#xa0;: rien n’a été comparé, aucun essai n’est compté.</source>
        <translation>Two different facts are needed: nothing was compared, no try is counted.</translation>
    </message>
    <message>
        <source>Ce renseignement n’est plus dans la liste&#xa0;: rien n’a été comparé. Choisissez-en un autre.</source>
        <translation>This fact is no longer on the list: nothing was compared. Choose another.</translation>
    </message>
    <message>
        <source>Ce renseignement a été affiché pendant l’appel&#xa0;: il ne prouve plus rien. Choisissez-en un autre&#xa0;; aucun essai n’est compté.</source>
        <translation>This fact was shown during the call: it proves nothing any more. Choose another; no try is counted.</translation>
    </message>
    <message>
        <source>Ce renseignement n’est pas au dossier&#xa0;: rien n’a été comparé, aucun essai n’est compté. Choisissez-en un autre.</source>
        <translation>This fact is not on file: nothing was compared, no try is counted. Choose another.</translation>
    </message>
    <message>
        <source>Trop d’essais sans succès&#xa0;: l’appelant ne peut plus être vérifié maintenant. Rien n’a été modifié. Expliquez-le lui, puis terminez l’appel avec «&#xa0;Vérification de l’appelant non concluante&#xa0;».</source>
        <translation>Too many tries without success: the caller cannot be checked now. Nothing was changed. Explain it to them, then end the call as “Vérification de l’appelant non concluante”.</translation>
    </message>
    <message>
        <source>Ce dossier n’a pas été ouvert pendant l’appel&#xa0;: rien n’a été modifié. Rouvrez-le avec F5, puis recommencez.</source>
        <translation>This file was not opened during the call: nothing was changed. Open it again with F5, then try again.</translation>
    </message>
    <message>
        <source>Cet établissement n’existe pas dans la base&#xa0;: rien n’a été modifié. L’inscription se fait d’abord sur l’extranet.</source>
        <translation>This establishment is not in the database: nothing was changed. It must register on the extranet first.</translation>
    </message>
    <message>
        <source>Ce compte est déjà habilité sur cet établissement&#xa0;: rien n’a été modifié. Un nouveau mot de passe suffit peut-être.</source>
        <translation>This account is habilitated on this establishment already: nothing was changed. A new password may be enough.</translation>
    </message>
    <message>
        <source>Ce compte est déjà le référent de cet établissement&#xa0;: rien n’a été modifié. Choisissez une autre personne.</source>
        <translation>This account is the referent of this establishment already: nothing was changed. Choose another person.</translation>
    </message>
    <message>
        <source>Cette adresse est déjà celle d’un compte&#xa0;: aucun autre n’a été créé, votre saisie est conservée. Utilisez ce compte, ou faites répéter l’adresse.</source>
        <translation>This address belongs to an account already: no other was created, what you typed is kept. Use that account, or have the address repeated.</translation>
    </message>
    <message>
        <source>Un renseignement sur la personne n’est pas accepté&#xa0;: rien n’a été modifié, votre saisie est conservée. Corrigez-le, puis confirmez.</source>
        <translation>Something about the person is not accepted: nothing was changed, what you typed is kept. Correct it, then confirm.</translation>
    </message>
    <message>
        <source>Une demande du même genre attend déjà une approbation pour cet établissement&#xa0;: rien n’a été ajouté. Attendez la décision, ou retirez la première demande.</source>
        <translation>A request of the same kind waits for approval for this establishment already: nothing was added. Wait for the decision, or withdraw the first request.</translation>
    </message>
    <message>
        <source>Cette opération est réservée aux superviseurs&#xa0;: rien n’a été modifié. Transmettez-leur la demande.</source>
        <translation>This operation is for supervisors: nothing was changed. Hand the request over to them.</translation>
    </message>
    <message>
        <source>Cette opération est réservée aux agents&#xa0;: rien n’a été modifié.</source>
        <translation>This operation is for agents: nothing was changed.</translation>
    </message>
    <message>
        <source>Aucun appel ne justifie cette opération&#xa0;: rien n’a été modifié. Ouvrez d’abord le dossier de l’appelant, puis recommencez.</source>
        <translation>No call justifies this operation: nothing was changed. Open the caller’s file first, then try again.</translation>
    </message>
    <message>
        <source>Aucune demande prise en charge par vous ne justifie cette opération&#xa0;: rien n’a été modifié. Prenez d’abord la demande.</source>
        <translation>No request taken by you justifies this operation: nothing was changed. Take the request first.</translation>
    </message>
    <message>
        <source>Cette demande d’approbation n’existe pas&#xa0;: rien n’a été modifié. Actualisez avec F5.</source>
        <translation>This request for approval does not exist: nothing was changed. Refresh with F5.</translation>
    </message>
    <message>
        <source>Cette demande d’approbation a déjà reçu une réponse&#xa0;: rien n’a été modifié. Actualisez avec F5 pour la voir.</source>
        <translation>This request for approval has been answered already: nothing was changed. Refresh with F5 to see the answer.</translation>
    </message>
    <message>
        <source>Cette demande d’approbation a expiré sans réponse&#xa0;: rien n’a été modifié. Elle doit être refaite.</source>
        <translation>This request for approval expired without an answer: nothing was changed. It must be made again.</translation>
    </message>
    <message>
        <source>Cette demande vient de vous&#xa0;: c’est à une autre personne d’en décider. Rien n’a été modifié.</source>
        <translation>This request is yours: another person must decide on it. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cette demande vient de quelqu’un d’autre&#xa0;: seul son auteur peut la retirer. Rien n’a été modifié.</source>
        <translation>This request is somebody else’s: only its author can withdraw it. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce changement n’existe pas&#xa0;: rien n’a été modifié. Actualisez avec F5.</source>
        <translation>This change does not exist: nothing was changed. Refresh with F5.</translation>
    </message>
    <message>
        <source>Ce changement a déjà été annulé&#xa0;: il n’y a plus rien à faire.</source>
        <translation>This change has been undone already: there is nothing left to do.</translation>
    </message>
    <message>
        <source>Une opposition est déjà enregistrée pour ce changement&#xa0;: les superviseurs la voient déjà.</source>
        <translation>An objection to this change is recorded already: the supervisors see it.</translation>
    </message>
    <message>
        <source>Le délai d’opposition est passé&#xa0;: rien n’a été modifié. Ouvrez une demande d’assistance pour que la situation soit examinée.</source>
        <translation>The time to object is over: nothing was changed. Open a request so that the situation is looked at.</translation>
    </message>
    <message>
        <source>D’autres opérations ont touché les mêmes comptes depuis&#xa0;: rien n’a été annulé. Relisez-les, puis confirmez de nouveau pour tout annuler.</source>
        <translation>Other operations have touched the same accounts since: nothing was undone. Read them, then confirm again to undo it all.</translation>
    </message>
    <message>
        <source>Personne ne lève son propre plafond&#xa0;: rien n’a été modifié. Demandez-le à un autre superviseur.</source>
        <translation>Nobody lifts their own ceiling: nothing was changed. Ask another supervisor.</translation>
    </message>
    <message>
        <source>Ce réglage n’existe pas dans cette base&#xa0;: rien n’a été modifié.</source>
        <translation>This setting does not exist in this database: nothing was changed.</translation>
    </message>
    <message>
        <source>Cette valeur n’est pas acceptée pour ce réglage&#xa0;: l’ancienne reste en vigueur. Corrigez-la.</source>
        <translation>This value is not accepted for this setting: the old one stays in force. Correct it.</translation>
    </message>
    <message>
        <source>Cet avis n’existe pas ou n’est plus affiché&#xa0;: rien n’a été modifié.</source>
        <translation>This notice does not exist or is no longer shown: nothing was changed.</translation>
    </message>
    <message>
        <source>Ce courriel n’existe pas&#xa0;: rien n’a été envoyé. Actualisez avec F5.</source>
        <translation>This mail does not exist: nothing was sent. Refresh with F5.</translation>
    </message>
    <message>
        <source>Ce courriel n’a pas échoué&#xa0;: il n’a pas été renvoyé. Actualisez avec F5 pour voir où il en est.</source>
        <translation>This mail has not failed: it was not sent again. Refresh with F5 to see where it stands.</translation>
    </message>
    <message>
        <source>Cette personne n’est pas connue de la base&#xa0;: rien n’a été modifié.</source>
        <translation>This person is not known to the database: nothing was changed.</translation>
    </message>
    <message>
        <source>Le plafond est de %1 par heure.</source>
        <translation>The ceiling is %1 an hour.</translation>
    </message>
    <message>
        <source>Cette adresse est déjà celle du compte %1&#xa0;: aucun autre n’a été créé, votre saisie est conservée. Utilisez ce compte, ou faites répéter l’adresse.</source>
        <translation>This address belongs to account %1 already: no other was created, what you typed is kept. Use that account, or have the address repeated.</translation>
    </message>
    <message>
        <source>Attendu&#xa0;: %1.</source>
        <translation>Expected: %1.</translation>
    </message>
    <message>
        <source>Aucun appel en cours&#xa0;: rien n’a été affiché ni modifié. F7 ouvre un appel dans ce dossier&#xa0;; recommencez ensuite.</source>
        <translation>No call under way: nothing was shown or changed. F7 opens a call in this file; then try again.</translation>
    </message>
    <message>
        <source>Cette demande est déjà chez cette personne&#xa0;: rien n’a été modifié. Choisissez quelqu’un d’autre.</source>
        <translation>This person already has this ticket: nothing was changed. Choose someone else.</translation>
    </message>
    <message>
        <source>Cette personne n’est pas un agent de cette base&#xa0;: rien n’a été modifié. Choisissez-en une autre.</source>
        <translation>This person is not an agent of this database: nothing was changed. Choose another one.</translation>
    </message>
    <message>
        <source>Choisissez ce que la demande attend&#xa0;: elle n’a pas été mise en attente, votre texte est conservé.</source>
        <translation>Choose what the ticket is waiting for: it was not put on hold, your text is kept.</translation>
    </message>
    <message>
        <source>Cette raison d’attente demande une précision&#xa0;: la demande n’a pas été mise en attente. Écrivez quelques mots, puis confirmez.</source>
        <translation>This reason for the hold needs details: the ticket was not put on hold. Write a few words, then confirm.</translation>
    </message>
    <message>
        <source>Cette date de réveil n’est pas acceptée&#xa0;: la demande n’a pas été mise en attente, votre texte est conservé. Choisissez un moment à venir, dans 90 jours au plus.</source>
        <translation>This wake-up date is not accepted: the ticket was not put on hold, your text is kept. Choose a time to come, within 90 days at most.</translation>
    </message>
    <message>
        <source>Cette demande n’est pas en attente&#xa0;: il n’y a rien à reprendre et rien n’a été modifié.</source>
        <translation>This ticket is not on hold: there is nothing to resume and nothing was changed.</translation>
    </message>
    <message>
        <source>Cette demande n’est chez personne&#xa0;: il n’y a rien à rendre ni à reprendre, rien n’a été modifié. Prenez-la si elle est pour vous.</source>
        <translation>Nobody has this ticket: there is nothing to hand back or take over, nothing was changed. Take it if it is for you.</translation>
    </message>
    <message>
        <source>Cette demande a déjà ce motif&#xa0;: rien n’a été modifié. Choisissez-en un autre.</source>
        <translation>This ticket has this motif already: nothing was changed. Choose another one.</translation>
    </message>
    <message>
        <source>Ces demandes ne portent pas sur le même SIRET&#xa0;: aucune n’a été fusionnée. Décochez celle d’un autre établissement, puis confirmez.</source>
        <translation>These tickets are not about the same SIRET: none was merged. Untick the one from another establishment, then confirm.</translation>
    </message>
    <message>
        <source>Ces demandes n’ont pas le même motif&#xa0;: aucune n’a été fusionnée. Corrigez d’abord le motif de l’une, ou décochez-la.</source>
        <translation>These tickets do not have the same motif: none was merged. Correct the motif of one of them first, or untick it.</translation>
    </message>
    <message>
        <source>Une demande ne se fusionne pas avec elle-même&#xa0;: aucune n’a été fusionnée. Décochez-la, puis confirmez.</source>
        <translation>A ticket cannot be merged with itself: none was merged. Untick it, then confirm.</translation>
    </message>
    <message>
        <source>D’autres demandes de même SIRET et de même motif sont ouvertes&#xa0;: rien n’a été envoyé et votre réponse est conservée. Dites s’il faut les fusionner ou les laisser ouvertes, puis confirmez.</source>
        <translation>Other tickets with the same SIRET and the same motif are open: nothing was sent and your answer is kept. Say whether to merge them or leave them open, then confirm.</translation>
    </message>
    <message>
        <source>Ce texte contient des caractères invisibles que la base refuse&#xa0;: rien n’a été modifié, votre texte est conservé. Retapez le passage collé, puis confirmez.</source>
        <translation>This text contains invisible characters that the database refuses: nothing was changed, your text is kept. Retype the pasted passage, then confirm.</translation>
    </message>
    <message>
        <source>Trop de demandes à la fois&#xa0;: rien n’a été modifié. Décochez-en jusqu’à cinquante, puis recommencez avec les autres.</source>
        <translation>Too many tickets at once: nothing was changed. Untick some until fifty are left, then start again with the others.</translation>
    </message>
    <message>
        <source>Donnez un nom à cette vue&#xa0;: elle n’a pas été enregistrée, le filtre est conservé.</source>
        <translation>Give this view a name: it was not saved, the filter is kept.</translation>
    </message>
    <message>
        <source>Une vue porte déjà ce nom&#xa0;: celle-ci n’a pas été enregistrée, le filtre est conservé. Choisissez un autre nom.</source>
        <translation>A view has this name already: this one was not saved, the filter is kept. Choose another name.</translation>
    </message>
    <message>
        <source>Cette vue n’existe plus&#xa0;: rien n’a été modifié. Le filtre affiché est conservé, vous pouvez l’enregistrer sous un nouveau nom.</source>
        <translation>This view no longer exists: nothing was changed. The filter shown is kept; you can save it under a new name.</translation>
    </message>
    <message>
        <source>Cette vue est celle de quelqu’un d’autre&#xa0;: rien n’a été modifié. Enregistrez le filtre sous un nouveau nom pour en avoir une à vous.</source>
        <translation>This view belongs to someone else: nothing was changed. Save the filter under a new name to have one of your own.</translation>
    </message>
    <message>
        <source>Vous avez déjà cinquante vues&#xa0;: celle-ci n’a pas été enregistrée, le filtre est conservé. Supprimez-en une, puis recommencez.</source>
        <translation>You have fifty views already: this one was not saved, the filter is kept. Delete one, then try again.</translation>
    </message>
    <message>
        <source>La demande %1 est prise en charge par %2&#xa0;: rien n’a été modifié, votre texte est conservé. Voyez avec cette personne ou avec un superviseur.</source>
        <translation>Ticket %1 has been taken by %2: nothing was changed, your text is kept. Ask them or a supervisor.</translation>
    </message>
    <message>
        <source>%1 et une autre</source>
        <translation>%1 and one other</translation>
    </message>
    <message>
        <source>%1 et %2 autres</source>
        <translation>%1 and %2 others</translation>
    </message>
    <message>
        <source>D’autres demandes de même SIRET et de même motif sont ouvertes (%1)&#xa0;: rien n’a été envoyé et votre réponse est conservée. Dites s’il faut les fusionner ou les laisser ouvertes, puis confirmez.</source>
        <translation>Other tickets with the same SIRET and the same motif are open (%1): nothing was sent and your answer is kept. Say whether to merge them or leave them open, then confirm.</translation>
    </message>
    <message>
        <source>Il s’agit de %1.</source>
        <translation>It is %1.</translation>
    </message>
    <message>
        <source>le fichier %1, ligne %2</source>
        <translation>the file %1, line %2</translation>
    </message>
    <message>
        <source>le fichier %1</source>
        <translation>the file %1</translation>
    </message>
    <message>
        <source>La base n’a pas pu être préparée&#xa0;: PostgreSQL a refusé %1 (%2). Rien n’a été changé dans la base. Transmettez ce message à votre service informatique.</source>
        <translation>The database could not be prepared: PostgreSQL refused %1 (%2). Nothing has been changed in the database. Pass this message on to your IT department.</translation>
    </message>
    <message>
        <source>Cette démonstration a été préparée par une version d’essai de la console, que celle-ci ne sait pas reprendre. Rien n’a été modifié. Mettez-la de côté, puis recommencez&#xa0;: une démonstration neuve sera créée, et les données de l’ancienne restent dans le dossier %1.</source>
        <translation>This demonstration was prepared by a trial version of the console, which this one cannot take over. Nothing has been changed. Put it aside, then start again: a new demonstration will be made, and the data of the former one stay in the folder %1.</translation>
    </message>
    <message>
        <source>Un autre programme prépare déjà cette base. Rien n’a été modifié&#xa0;; attendez un instant, puis recommencez.</source>
        <translation>Another program is already preparing this database. Nothing has been changed; wait a moment, then start again.</translation>
    </message>
    <message>
        <source>La base n’a pas pu être préparée&#xa0;: PostgreSQL a refusé un fichier de cette version. Rien n’a été changé dans la base. Prévenez votre service informatique.</source>
        <translation>The database could not be prepared: PostgreSQL refused a file of this version. Nothing has been changed in the database. Tell your IT department.</translation>
    </message>
    <message>
        <source>Cette base a été préparée par une version d’essai de la console, que celle-ci ne sait pas reprendre. Rien n’a été modifié&#xa0;: ses données sont gardées. Exportez-les avec pg_dump si elles comptent, puis demandez une base neuve.</source>
        <translation>This database was prepared by a trial version of the console, which this one cannot take over. Nothing has been changed: its data are kept. Export them with pg_dump if they matter, then ask for a new database.</translation>
    </message>
    <message>
        <source>Ce serveur PostgreSQL est trop ancien pour la console. Rien n’a été modifié&#xa0;; prévenez votre service informatique.</source>
        <translation>This PostgreSQL server is too old for the console. Nothing has been changed; tell your IT department.</translation>
    </message>
</context>
<context>
    <name>TicketChoiceSheet</name>
    <message>
        <source>À qui</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Nouveau motif</source>
        <translation>New motif</translation>
    </message>
    <message>
        <source>Commentaire (facultatif)</source>
        <translation>Comment (optional)</translation>
    </message>
    <message>
        <source>Choisissez une autre personne.</source>
        <translation>Choose another person.</translation>
    </message>
    <message>
        <source>Choisissez un autre motif.</source>
        <translation>Choose another motif.</translation>
    </message>
    <message>
        <source>La demande n’est chez personne&#xa0;: elle passe chez la personne choisie.</source>
        <translation>Nobody has the ticket: it goes to the person chosen.</translation>
    </message>
    <message>
        <source>Choisissez une personne.</source>
        <translation>Choose a person.</translation>
    </message>
    <message>
        <source>Choisissez un motif.</source>
        <translation>Choose a reason.</translation>
    </message>
    <message>
        <source>Choisir un motif</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>Lecture de la liste des agents…</source>
        <translation>Reading the list of agents…</translation>
    </message>
    <message>
        <source>aucune demande</source>
        <translation>no ticket</translation>
    </message>
    <message>
        <source>1 demande</source>
        <translation>1 ticket</translation>
    </message>
    <message>
        <source>%1 demandes</source>
        <translation>%1 tickets</translation>
    </message>
    <message>
        <source>%1 · %2 · présent</source>
        <translation>%1 · %2 · present</translation>
    </message>
    <message>
        <source>La liste n’a pas pu être lue</source>
        <translation>The list could not be read</translation>
    </message>
    <message>
        <source>Liste des agents non lue</source>
        <translation>List of agents not read</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Aucun autre agent</source>
        <translation>No other agent</translation>
    </message>
    <message>
        <source>Choisir une personne</source>
        <translation>Choose a person</translation>
    </message>
</context>
<context>
    <name>TicketCloseSheet</name>
    <message>
        <source>Réponse au demandeur</source>
        <translation>Answer to the requester</translation>
    </message>
    <message>
        <source>Déjà close</source>
        <translation>Closed already</translation>
    </message>
    <message>
        <source>Votre texte est conservé&#xa0;: rouvrez la demande si votre réponse doit la compléter.</source>
        <translation>Your text is kept: reopen the ticket if your answer must complete it.</translation>
    </message>
    <message>
        <source>Changée entre-temps</source>
        <translation>Changed meanwhile</translation>
    </message>
    <message>
        <source>Votre texte est conservé. Confirmez de nouveau pour clore malgré ce changement.</source>
        <translation>Your text is kept. Confirm again to close in spite of this change.</translation>
    </message>
    <message>
        <source>Fait pour cette demande</source>
        <translation>Done for this ticket</translation>
    </message>
    <message>
        <source>Script&#xa0;: %1</source>
        <translation>Script: %1</translation>
    </message>
    <message>
        <source>Rien encore, ni dans cet appel ni avant.</source>
        <translation>Nothing yet, neither in this call nor before.</translation>
    </message>
    <message>
        <source>Dites ce que deviennent ces demandes.</source>
        <translation>Say what becomes of these tickets.</translation>
    </message>
</context>
<context>
    <name>TicketFields</name>
    <message>
        <source>personne</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>sans échéance</source>
        <translation>no due time</translation>
    </message>
    <message>
        <source>vide</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Prise en charge</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Raison de l’attente</source>
        <translation>Reason for the hold</translation>
    </message>
    <message>
        <source>Réveil</source>
        <translation>Wake-up</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due time</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Doublon de</source>
        <translation>Duplicate of</translation>
    </message>
    <message>
        <source>vous</source>
        <translation>you</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>✎ %1 écrit</source>
        <translation>✎ %1 is writing</translation>
    </message>
    <message>
        <source>ouverte chez %1</source>
        <translation>open on %1’s screen</translation>
    </message>
    <message>
        <source>ouverte chez %1, en arrière-plan</source>
        <translation>open on %1’s screen, in the background</translation>
    </message>
</context>
<context>
    <name>TicketHoldSheet</name>
    <message>
        <source>La demande attend</source>
        <translation>The ticket is waiting for</translation>
    </message>
    <message>
        <source>Réveil</source>
        <translation>Wake-up</translation>
    </message>
    <message>
        <source>Choisir une raison</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>Choisissez ce que la demande attend.</source>
        <translation>Choose what the ticket is waiting for.</translation>
    </message>
    <message>
        <source>Écrivez quelques mots.</source>
        <translation>Write a few words.</translation>
    </message>
    <message>
        <source>Un moment à venir, dans 90 jours au plus.</source>
        <translation>A time to come, within 90 days at most.</translation>
    </message>
    <message>
        <source>Obligatoire avec cette raison</source>
        <translation>Required with this reason</translation>
    </message>
    <message>
        <source>Réveil %1</source>
        <translation>Wake-up %1</translation>
    </message>
    <message>
        <source> Elle est attribuée à vous.</source>
        <translation> It is assigned to you.</translation>
    </message>
    <message>
        <source>Ce moment est passé.</source>
        <translation>This time is past.</translation>
    </message>
    <message>
        <source>90 jours au plus.</source>
        <translation>90 days at most.</translation>
    </message>
    <message>
        <source>demain 9 h</source>
        <translation>tomorrow 9 am</translation>
    </message>
    <message>
        <source>dans 3 jours</source>
        <translation>in 3 days</translation>
    </message>
    <message>
        <source>lundi</source>
        <translation>Monday</translation>
    </message>
</context>
<context>
    <name>TicketMergeSheet</name>
    <message>
        <source>Cochez au moins une demande.</source>
        <translation>Tick at least one ticket.</translation>
    </message>
    <message>
        <source>Cinquante au plus à la fois.</source>
        <translation>Fifty at most at a time.</translation>
    </message>
    <message>
        <source>Rien à fusionner</source>
        <translation>Nothing to merge</translation>
    </message>
    <message>
        <source>Il n’y a plus d’autre demande ouverte de même SIRET et de même motif.</source>
        <translation>There is no other open ticket left with the same SIRET and the same motif.</translation>
    </message>
</context>
<context>
    <name>TicketOpenSheet</name>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Dénomination</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nom et prénom du demandeur</source>
        <translation>Requester’s last and first name</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Ce SIRET n’est pas valable.</source>
        <translation>This SIRET is not valid.</translation>
    </message>
    <message>
        <source>Ce numéro n’est pas valable.</source>
        <translation>This number is not valid.</translation>
    </message>
    <message>
        <source>Cette adresse n’est pas valable.</source>
        <translation>This address is not valid.</translation>
    </message>
    <message>
        <source>Choisissez un autre motif.</source>
        <translation>Choose another motif.</translation>
    </message>
    <message>
        <source>%1 sur %2 caractères</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>Choisir un motif</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>Quatorze chiffres, dont la clé est juste.</source>
        <translation>Fourteen digits, with a right check digit.</translation>
    </message>
    <message>
        <source>La dénomination est obligatoire.</source>
        <translation>The name is required.</translation>
    </message>
    <message>
        <source>Choisissez un motif.</source>
        <translation>Choose a reason.</translation>
    </message>
    <message>
        <source>Le nom est obligatoire.</source>
        <translation>The name is required.</translation>
    </message>
    <message>
        <source>Un numéro complet, dix chiffres ou +33…</source>
        <translation>A complete number, ten digits or +33…</translation>
    </message>
    <message>
        <source>Une adresse complète, avec «&#xa0;@&#xa0;».</source>
        <translation>A complete address, with “@”.</translation>
    </message>
</context>
<context>
    <name>TicketSheet</name>
    <message>
        <source>La demande n’est plus chez vous et sort de l’attente&#xa0;: elle revient dans la file, à prendre.</source>
        <translation>The ticket is no longer yours and no longer on hold: it goes back to the queue, to be taken.</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Fusionnée avec %1</source>
        <translation>Merged with %1</translation>
    </message>
    <message>
        <source>Fusionnée</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>✓ Close le %1</source>
        <translation>✓ Closed on %1</translation>
    </message>
    <message>
        <source>✓ Close</source>
        <translation>✓ Closed</translation>
    </message>
    <message>
        <source>Doublon probable de %1</source>
        <translation>Probably a duplicate of %1</translation>
    </message>
    <message>
        <source>◷ En attente</source>
        <translation>◷ On hold</translation>
    </message>
    <message>
        <source>◷ Sans échéance</source>
        <translation>◷ No due date</translation>
    </message>
    <message>
        <source>reçue à %1</source>
        <translation>received at %1</translation>
    </message>
    <message>
        <source>reçue %1</source>
        <translation>received %1</translation>
    </message>
    <message>
        <source>Chez %1</source>
        <translation>With %1</translation>
    </message>
    <message>
        <source>reçue</source>
        <translation>received</translation>
    </message>
    <message>
        <source>ouverte</source>
        <translation>opened</translation>
    </message>
    <message>
        <source>prise en charge</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>rendue</source>
        <translation>handed back</translation>
    </message>
    <message>
        <source>attribuée</source>
        <translation>assigned</translation>
    </message>
    <message>
        <source>commentée</source>
        <translation>commented</translation>
    </message>
    <message>
        <source>mise en attente</source>
        <translation>put on hold</translation>
    </message>
    <message>
        <source>reprise</source>
        <translation>resumed</translation>
    </message>
    <message>
        <source>fusionnée</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>close</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>rouverte</source>
        <translation>reopened</translation>
    </message>
    <message>
        <source> par %1</source>
        <translation> by %1</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>En attente&#xa0;: %1</source>
        <translation>On hold: %1</translation>
    </message>
    <message>
        <source>chez %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>déjà close</source>
        <translation>already closed</translation>
    </message>
    <message>
        <source>réservé aux superviseurs</source>
        <translation>for supervisors only</translation>
    </message>
    <message>
        <source>déjà chez vous</source>
        <translation>already with you</translation>
    </message>
    <message>
        <source>elle n’est chez personne</source>
        <translation>it is with nobody</translation>
    </message>
    <message>
        <source>elle n’est pas en attente</source>
        <translation>it is not on hold</translation>
    </message>
    <message>
        <source>aucun doublon ouvert</source>
        <translation>no open duplicate</translation>
    </message>
    <message>
        <source>◷ À reprendre</source>
        <translation>◷ To resume</translation>
    </message>
    <message>
        <source>1 doublon fusionné</source>
        <translation>1 duplicate merged</translation>
    </message>
    <message>
        <source>%1 doublons fusionnés</source>
        <translation>%1 duplicates merged</translation>
    </message>
    <message>
        <source>chez vous</source>
        <translation>with you</translation>
    </message>
    <message>
        <source>elle est ouverte</source>
        <translation>it is open</translation>
    </message>
    <message>
        <source>Changer l’attente…</source>
        <translation>Change the hold…</translation>
    </message>
    <message>
        <source>Reprendre à %1…</source>
        <translation>Take over from %1…</translation>
    </message>
    <message>
        <source>reprise à quelqu’un</source>
        <translation>taken over</translation>
    </message>
    <message>
        <source>changée de motif</source>
        <translation>motif changed</translation>
    </message>
    <message>
        <source>transférée</source>
        <translation>transferred</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>En retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>À rendre dans %1 h</source>
        <translation>Due within %1 h</translation>
    </message>
    <message>
        <source>Les miennes</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Sans agent</source>
        <translation>No agent</translation>
    </message>
    <message>
        <source>Doublons probables</source>
        <translation>Probable duplicates</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>À reprendre</source>
        <translation>To resume</translation>
    </message>
    <message>
        <source>Closes aujourd’hui</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>Toutes les demandes</source>
        <translation>All tickets</translation>
    </message>
    <message>
        <source>partagée</source>
        <translation>shared</translation>
    </message>
    <message>
        <source>%1 (a quitté le service)</source>
        <translation>%1 (has left the service)</translation>
    </message>
</context>
<context>
    <name>desk::AccessCard</name>
    <message>
        <source>vous</source>
        <translation>you</translation>
    </message>
    <message>
        <source>◷ Approbation attendue</source>
        <translation>◷ Approval awaited</translation>
    </message>
    <message>
        <source>Changement de référent en attente d’approbation %1, demandé par %2</source>
        <translation>Change of referent waiting for approval %1, asked for by %2</translation>
    </message>
    <message>
        <source>Création de compte en attente d’approbation %1, demandée par %2</source>
        <translation>Account creation waiting for approval %1, asked for by %2</translation>
    </message>
    <message>
        <source> pour %1.</source>
        <translation> for %1.</translation>
    </message>
    <message>
        <source>Retirer la demande</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>✗ Opposition %1</source>
        <translation>✗ Objection %1</translation>
    </message>
    <message>
        <source>◷ Opposition possible</source>
        <translation>◷ Objection possible</translation>
    </message>
    <message>
        <source>Référent changé %1 par %2&#xa0;: %3</source>
        <translation>Referent changed %1 by %2: %3</translation>
    </message>
    <message>
        <source>Référent changé %1 par %2&#xa0;: %3 remplace %4</source>
        <translation>Referent changed %1 by %2: %3 replaces %4</translation>
    </message>
    <message>
        <source>Compte créé %1 par %2&#xa0;: %3</source>
        <translation>Account created %1 by %2: %3</translation>
    </message>
    <message>
        <source> – un superviseur décide.</source>
        <translation> – a supervisor decides.</translation>
    </message>
    <message>
        <source> – opposition possible %1.</source>
        <translation> – objection possible %1.</translation>
    </message>
    <message>
        <source>Enregistrer une opposition</source>
        <translation>Record an objection</translation>
    </message>
    <message>
        <source>À dire&#xa0;: %1</source>
        <translation>To say: %1</translation>
    </message>
</context>
<context>
    <name>desk::AccessChoice</name>
    <message>
        <source>Utilisateur de l’établissement</source>
        <translation>User of the establishment</translation>
    </message>
    <message>
        <source>Identifiant exact</source>
        <translation>Exact identifiant</translation>
    </message>
    <message>
        <source>Une nouvelle personne</source>
        <translation>A new person</translation>
    </message>
    <message>
        <source>Un autre utilisateur d’ici</source>
        <translation>Another user from here</translation>
    </message>
    <message>
        <source>Un compte existant</source>
        <translation>An existing account</translation>
    </message>
    <message>
        <source>prenom.nom</source>
        <translation>prenom.nom</translation>
    </message>
    <message>
        <source>Choisir un utilisateur</source>
        <translation>Choose a user</translation>
    </message>
    <message>
        <source>Aucun autre utilisateur sur cet établissement</source>
        <translation>No other user of this establishment</translation>
    </message>
    <message>
        <source>Aucun compte ne porte exactement cet identifiant.</source>
        <translation>No account has exactly this identifiant.</translation>
    </message>
    <message>
        <source>Choisissez un utilisateur.</source>
        <translation>Choose a user.</translation>
    </message>
    <message>
        <source>Tapez l’identifiant entier.</source>
        <translation>Type the whole identifiant.</translation>
    </message>
</context>
<context>
    <name>desk::AccessDetail</name>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Qui demande</source>
        <translation>Who asks</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Pourquoi l’accord d’une autre personne</source>
        <translation>Why another person must agree</translation>
    </message>
    <message>
        <source>Ce que la base a constaté</source>
        <translation>What the database has seen</translation>
    </message>
    <message>
        <source>Opposition reçue</source>
        <translation>Objection received</translation>
    </message>
    <message>
        <source>garde son accès, sans être référent</source>
        <translation>keeps their access, without being referent</translation>
    </message>
    <message>
        <source>perd son accès</source>
        <translation>loses their access</translation>
    </message>
    <message>
        <source>Référent actuel</source>
        <translation>Current referent</translation>
    </message>
    <message>
        <source>Compte existant</source>
        <translation>Existing account</translation>
    </message>
    <message>
        <source>Nouveau compte</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Demandé par</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Demande d’assistance</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Décision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Domaine de l’adresse</source>
        <translation>Domain of the address</translation>
    </message>
    <message>
        <source>Domaines connus</source>
        <translation>Known domains</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Demandes de la personne</source>
        <translation>Tickets of the person</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Changements en 30 jours</source>
        <translation>Changes in 30 days</translation>
    </message>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Ancien référent</source>
        <translation>Old referent</translation>
    </message>
    <message>
        <source>garde son accès</source>
        <translation>keeps their access</translation>
    </message>
    <message>
        <source>accès retiré</source>
        <translation>access revoked</translation>
    </message>
    <message>
        <source>Accès ouvert à</source>
        <translation>Access opened for</translation>
    </message>
    <message>
        <source>Fait par</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Approuvé par</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Opposition possible</source>
        <translation>Objection possible</translation>
    </message>
    <message>
        <source>jusqu’à %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>terminée %1</source>
        <translation>ended %1</translation>
    </message>
    <message>
        <source>Annulé</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Qui l’a fait</source>
        <translation>Who did it</translation>
    </message>
    <message>
        <source>Appelant vérifié</source>
        <translation>Caller checked</translation>
    </message>
</context>
<context>
    <name>desk::AccountRow</name>
    <message>
        <source>Adresse de %1</source>
        <translation>Address of %1</translation>
    </message>
    <message>
        <source>Téléphone de %1</source>
        <translation>Phone of %1</translation>
    </message>
    <message>
        <source>Déverrouiller</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>En suppression</source>
        <translation>Being deleted</translation>
    </message>
    <message>
        <source>Mot de passe…</source>
        <translation>Password…</translation>
    </message>
    <message>
        <source>Copier l’identifiant</source>
        <translation>Copy the user name</translation>
    </message>
    <message>
        <source>Voir l’adresse électronique</source>
        <translation>Show the e-mail address</translation>
    </message>
    <message>
        <source>Voir le téléphone (%1)</source>
        <translation>Show the phone number (%1)</translation>
    </message>
    <message>
        <source>Dernière connexion de %1</source>
        <translation>Last log-in of %1</translation>
    </message>
</context>
<context>
    <name>desk::AccountsCard</name>
    <message>
        <source>Personne n’est encore habilité sur cet établissement, pourtant inscrit.</source>
        <translation>Nobody is authorised on this establishment yet, although it is registered.</translation>
    </message>
    <message>
        <source>Personne n’est encore habilité&#xa0;: l’inscription demandée n’a pas encore donné de compte.</source>
        <translation>Nobody is authorised yet: the registration that was requested has not led to an account so far.</translation>
    </message>
    <message>
        <source>Personne n’est habilité sur cet établissement&#xa0;: l’inscription reste à faire sur l’extranet.</source>
        <translation>Nobody is authorised on this establishment: it still has to register on the extranet.</translation>
    </message>
    <message>
        <source>Filtrer les comptes</source>
        <translation>Filter the accounts</translation>
    </message>
    <message>
        <source>Comptes</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Compte</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>aucun compte</source>
        <translation>no account</translation>
    </message>
    <message>
        <source>%1 · référent en premier</source>
        <translation>%1 · referent first</translation>
    </message>
    <message>
        <source>et 1 autre compte</source>
        <translation>and 1 more account</translation>
    </message>
    <message>
        <source>et %1 autres comptes</source>
        <translation>and %1 more accounts</translation>
    </message>
    <message>
        <source>en montrer moins (%1 autres comptes se trouvent par la recherche)</source>
        <translation>show fewer (%1 more accounts are found by searching)</translation>
    </message>
    <message>
        <source>en montrer moins</source>
        <translation>show fewer</translation>
    </message>
    <message>
        <source>Changer le référent…</source>
        <translation>Change referent…</translation>
    </message>
    <message>
        <source>Créer un compte…</source>
        <translation>Create account…</translation>
    </message>
</context>
<context>
    <name>desk::AgentsCard</name>
    <message>
        <source>! %1</source>
        <translation>! %1</translation>
    </message>
    <message>
        <source>✓ ici</source>
        <translation>✓ here</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>away</translation>
    </message>
    <message>
        <source>Qui fait quoi</source>
        <translation>Who is doing what</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Présence</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>En
charge</source>
        <translation>In
hand</translation>
    </message>
    <message>
        <source>En
retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>En
attente</source>
        <translation>On
hold</translation>
    </message>
    <message>
        <source>Closes
aujourd’hui</source>
        <translation>Closed
today</translation>
    </message>
    <message>
        <source>Première
échéance</source>
        <translation>First
due time</translation>
    </message>
    <message>
        <source>En cours</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Personne n’est connecté et personne n’a de demande.</source>
        <translation>Nobody is connected and nobody has a ticket.</translation>
    </message>
    <message>
        <source>Entrée : sa file</source>
        <translation>Enter: their queue</translation>
    </message>
</context>
<context>
    <name>desk::AnswerForm</name>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>refaire le brouillon</source>
        <translation>make the draft again</translation>
    </message>
    <message>
        <source>Choisir une issue</source>
        <translation>Choose an outcome</translation>
    </message>
    <message>
        <source>À qui</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Service ou personne</source>
        <translation>Department or person</translation>
    </message>
    <message>
        <source>Obligatoire avec cette issue</source>
        <translation>Required with this outcome</translation>
    </message>
    <message>
        <source>%1 sur %2 caractères</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>La réponse est vide&#xa0;: rédigez-la, ou refaites le brouillon.</source>
        <translation>The answer is empty: write it, or make the draft again.</translation>
    </message>
    <message>
        <source>Il reste à compléter&#xa0;: %1</source>
        <translation>Still to be filled in: %1</translation>
    </message>
    <message>
        <source>Choisissez une issue.</source>
        <translation>Choose an outcome.</translation>
    </message>
    <message>
        <source>Écrivez à qui la demande est transférée.</source>
        <translation>Write to whom the ticket is transferred.</translation>
    </message>
    <message>
        <source>Cette issue demande une précision.</source>
        <translation>This outcome needs details.</translation>
    </message>
</context>
<context>
    <name>desk::ApprovalsPage</name>
    <message>
        <source>Approbations</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Mes demandes</source>
        <translation>My requests</translation>
    </message>
    <message>
        <source>la vôtre</source>
        <translation>yours</translation>
    </message>
    <message>
        <source>En attente d’une décision (%1)</source>
        <translation>Waiting for a decision (%1)</translation>
    </message>
    <message>
        <source>Changements encore ouverts à l’opposition (%1)</source>
        <translation>Changes still open to objection (%1)</translation>
    </message>
    <message>
        <source>Décidées</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Aucune demande n’attend de décision et aucun changement ne peut être annulé.</source>
        <translation>No request waits for a decision and no change can be undone.</translation>
    </message>
    <message>
        <source>Vous n’avez aucune demande en attente. Une opération qui demande l’accord d’un superviseur apparaît ici dès que vous la confirmez.</source>
        <translation>You have no waiting request. An operation that needs a supervisor&apos;s agreement shows here as soon as you confirm it.</translation>
    </message>
</context>
<context>
    <name>desk::Banner</name>
    <message>
        <source>Masquer</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>desk::Breadcrumb</name>
    <message>
        <source>contredit par l’agent</source>
        <translation>contradicted by the agent</translation>
    </message>
    <message>
        <source>constaté</source>
        <translation>established</translation>
    </message>
    <message>
        <source>Revenir à cette étape&#xa0;: %1</source>
        <translation>Back to this step: %1</translation>
    </message>
    <message>
        <source>Chemin suivi</source>
        <translation>Path followed</translation>
    </message>
    <message numerus="yes">
        <source>%n étape(s) masquée(s)</source>
        <translation>
            <numerusform>%n hidden step</numerusform>
            <numerusform>%n hidden steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Étape en cours&#xa0;: %1</source>
        <translation>Current step: %1</translation>
    </message>
    <message>
        <source>Étapes masquées</source>
        <translation>Hidden steps</translation>
    </message>
</context>
<context>
    <name>desk::BulkAssignSheet</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>réessayer</source>
        <translation>try again</translation>
    </message>
    <message>
        <source>Lecture des agents…</source>
        <translation>Reading the agents…</translation>
    </message>
    <message>
        <source>aucune ouverte</source>
        <translation>none open</translation>
    </message>
    <message>
        <source>1 ouverte</source>
        <translation>1 open</translation>
    </message>
    <message>
        <source>%1 ouvertes</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>%1 (%2) · %3 · en ligne</source>
        <translation>%1 (%2) · %3 · online</translation>
    </message>
    <message>
        <source>%1 (%2) · %3</source>
        <translation>%1 (%2) · %3</translation>
    </message>
    <message>
        <source>Choisir un agent</source>
        <translation>Choose an agent</translation>
    </message>
    <message>
        <source>Aucun agent dans cette base.</source>
        <translation>No agent in this database.</translation>
    </message>
    <message>
        <source>Choisissez un agent.</source>
        <translation>Choose an agent.</translation>
    </message>
</context>
<context>
    <name>desk::BulkCloseSheet</name>
    <message>
        <source>Laisser ouverts leurs autres doublons</source>
        <translation>Leave their other duplicates open</translation>
    </message>
    <message>
        <source>Réponse à tous les demandeurs</source>
        <translation>Answer to all requesters</translation>
    </message>
</context>
<context>
    <name>desk::BulkMotifSheet</name>
    <message>
        <source>Nouveau motif</source>
        <translation>New motif</translation>
    </message>
    <message>
        <source>Choisir un motif</source>
        <translation>Choose a motif</translation>
    </message>
    <message>
        <source>Choisissez un motif.</source>
        <translation>Choose a motif.</translation>
    </message>
</context>
<context>
    <name>desk::BulkPanel</name>
    <message>
        <source>Prendre</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Attribuer…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Motif…</source>
        <translation>Motif…</translation>
    </message>
    <message>
        <source>Fusionner</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Clore…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Une opération groupée est en cours&#xa0;: attendez sa fin ou arrêtez-la.</source>
        <translation>A bulk operation is under way: wait for it to finish, or stop it.</translation>
    </message>
    <message>
        <source>Une opération groupée est arrêtée&#xa0;: reprenez-la ou fermez-la d’abord.</source>
        <translation>A bulk operation is stopped: resume it or close it first.</translation>
    </message>
    <message>
        <source>Sélectionnez d’abord une ou plusieurs demandes.</source>
        <translation>Select one or more tickets first.</translation>
    </message>
    <message>
        <source>Prendre une demande est réservé aux superviseurs.</source>
        <translation>Taking a ticket is for supervisors only.</translation>
    </message>
    <message>
        <source>Il faut au moins deux demandes pour fusionner.</source>
        <translation>At least two tickets are needed to merge.</translation>
    </message>
    <message>
        <source>Clore %1…</source>
        <translation>Close %1…</translation>
    </message>
</context>
<context>
    <name>desk::BulkProgress</name>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Sélectionner les refusées</source>
        <translation>Select the refused ones</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Demandes refusées</source>
        <translation>Refused tickets</translation>
    </message>
    <message>
        <source>reprise dans %1</source>
        <translation>resuming in %1</translation>
    </message>
    <message>
        <source>Une demande n’a pas été traitée.</source>
        <translation>One ticket was not processed.</translation>
    </message>
    <message>
        <source>%1 demandes n’ont pas été traitées.</source>
        <translation>%1 tickets were not processed.</translation>
    </message>
    <message>
        <source>La réponse s’est perdue pour %1 d’entre elles&#xa0;: la reprise dira ce qu’il en est, sans rien faire deux fois.</source>
        <translation>The answer was lost for %1 of them: resuming will show what became of them, without doing anything twice.</translation>
    </message>
    <message>
        <source>%1 d’entre elles étaient envoyées, sans réponse&#xa0;: vérifiez dans la liste si c’est fait.</source>
        <translation>%1 of them had been sent, with no answer: check in the list whether it is done.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>La base limite le nombre d’opérations qu’une personne fait en peu de temps.</source>
        <translation>The database limits the number of operations a person can carry out in a short time.</translation>
    </message>
    <message>
        <source>Ce qui est fait est acquis&#xa0;; la suite reprendra d’elle-même.</source>
        <translation>What is done is kept; the rest will resume by itself.</translation>
    </message>
    <message>
        <source>Connexion perdue</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>Ce qui est fait est acquis&#xa0;; la suite reprendra d’elle-même au retour de la base, sans rien faire deux fois.</source>
        <translation>What is done is kept; the rest will resume by itself once the database is back, without doing anything twice.</translation>
    </message>
    <message>
        <source>Arrêté</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Interrompu</source>
        <translation>Interrupted</translation>
    </message>
    <message>
        <source>La déconnexion y a mis fin.</source>
        <translation>Logging out ended it.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Une demande a été refusée, les autres sont faites.</source>
        <translation>One ticket was refused, the others are done.</translation>
    </message>
    <message>
        <source>%1 demandes ont été refusées, les autres sont faites.</source>
        <translation>%1 tickets were refused, the others are done.</translation>
    </message>
    <message>
        <source>Tout est fait.</source>
        <translation>Everything is done.</translation>
    </message>
</context>
<context>
    <name>desk::BulkSheet</name>
    <message>
        <source>Confirmer</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Rien à faire</source>
        <translation>Nothing to do</translation>
    </message>
</context>
<context>
    <name>desk::CallBar</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Terminer l’appel</source>
        <translation>End the call</translation>
    </message>
    <message>
        <source>Appel %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Aucun appel</source>
        <translation>No call</translation>
    </message>
    <message>
        <source>Ouvrir un appel</source>
        <translation>Open a call</translation>
    </message>
    <message>
        <source>Le premier dossier recherché ouvre aussi un appel.</source>
        <translation>The first file looked up opens a call too.</translation>
    </message>
</context>
<context>
    <name>desk::CaseFileView</name>
    <message>
        <source>Ouverture du dossier…</source>
        <translation>Opening the file…</translation>
    </message>
    <message>
        <source>Dossier non rafraîchi</source>
        <translation>File not refreshed</translation>
    </message>
    <message>
        <source>Valeur non affichée</source>
        <translation>Value not shown</translation>
    </message>
    <message>
        <source>Opération impossible ici</source>
        <translation>Operation not possible here</translation>
    </message>
    <message>
        <source>Opération non faite</source>
        <translation>Operation not carried out</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Le dossier n’a pas pu être ouvert.</source>
        <translation>The file could not be opened.</translation>
    </message>
    <message>
        <source>Personne au téléphone</source>
        <translation>Nobody on the phone</translation>
    </message>
    <message>
        <source>Une valeur masquée ne s’affiche que pendant un appel&#xa0;: F7 en ouvre un dans ce dossier, puis demandez-la de nouveau.</source>
        <translation>A masked value is shown only during a call: F7 opens one in this file, then ask for the value again.</translation>
    </message>
    <message>
        <source>les courriels</source>
        <translation>the e-mails</translation>
    </message>
    <message>
        <source>les autres extranets</source>
        <translation>the other extranets</translation>
    </message>
    <message>
        <source>les demandes d’activité partielle</source>
        <translation>the short-time work requests</translation>
    </message>
    <message>
        <source>les contrats</source>
        <translation>the contracts</translation>
    </message>
    <message>
        <source>les demandes d’assistance</source>
        <translation>the tickets</translation>
    </message>
    <message>
        <source>les avis d’incident</source>
        <translation>the incident notices</translation>
    </message>
    <message>
        <source>ce qui attend une approbation</source>
        <translation>what waits for approval</translation>
    </message>
    <message>
        <source>les changements d’accès récents</source>
        <translation>the recent access changes</translation>
    </message>
    <message>
        <source>la vérification de l’appelant</source>
        <translation>the check of the caller</translation>
    </message>
    <message>
        <source>les établissements</source>
        <translation>the establishments</translation>
    </message>
    <message>
        <source>les SIRET voisins</source>
        <translation>the neighbouring SIRETs</translation>
    </message>
    <message>
        <source>l’historique</source>
        <translation>the history</translation>
    </message>
    <message>
        <source>Dossier incomplet</source>
        <translation>Incomplete file</translation>
    </message>
    <message>
        <source>La base n’a pas pu lire %1. Le reste est à jour&#xa0;; la console relit d’elle-même, F5 relit tout de suite.</source>
        <translation>The database could not read %1. The rest is up to date; the console reads again by itself, F5 reads again at once.</translation>
    </message>
</context>
<context>
    <name>desk::CentralCard</name>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>recette</source>
        <translation>acceptance</translation>
    </message>
    <message>
        <source>démonstration</source>
        <translation>demonstration</translation>
    </message>
    <message>
        <source>Se souvenir dans le trousseau</source>
        <translation>Remember in the keychain</translation>
    </message>
    <message>
        <source>Parcourir…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Tester la connexion</source>
        <translation>Test the connection</translation>
    </message>
    <message>
        <source>Se connecter</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Base centrale</source>
        <translation>Central database</translation>
    </message>
    <message>
        <source>Exigé, serveur vérifié (conseillé)</source>
        <translation>Required, server verified (recommended)</translation>
    </message>
    <message>
        <source>Exigé, serveur non vérifié</source>
        <translation>Required, server not verified</translation>
    </message>
    <message>
        <source>Si le serveur le propose</source>
        <translation>If the server offers it</translation>
    </message>
    <message>
        <source>Aucun chiffrement</source>
        <translation>No encryption</translation>
    </message>
    <message>
        <source>emplacement habituel du système</source>
        <translation>the system’s usual place</translation>
    </message>
    <message>
        <source>Fichier d’autorité</source>
        <translation>Authority file</translation>
    </message>
    <message>
        <source>Hôte(s)</source>
        <translation>Host(s)</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Le mot de passe va dans le trousseau du système, jamais dans un fichier. Sans trousseau utilisable, il est demandé à chaque démarrage. Vide&#xa0;: le trousseau, un certificat ou Kerberos est essayé.</source>
        <translation>The password goes into the system keychain, never into a file. Without a usable keychain it is asked for at each start. Left empty: the keychain, a certificate or Kerberos is tried.</translation>
    </message>
    <message>
        <source>À remplir</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>Ce fichier n’existe pas ou n’est pas lisible.</source>
        <translation>This file does not exist or cannot be read.</translation>
    </message>
    <message>
        <source>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</source>
        <translation>Certificates (*.pem *.crt *.cer);;All files (*)</translation>
    </message>
    <message>
        <source>Essai de la connexion…</source>
        <translation>Testing the connection…</translation>
    </message>
    <message>
        <source>✓ Connexion réussie</source>
        <translation>✓ Connection successful</translation>
    </message>
    <message>
        <source>%1, %2 · base de %3 · schéma %4</source>
        <translation>%1, %2 · %3 database · schema %4</translation>
    </message>
    <message>
        <source>superviseur</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>Connexion à la base centrale…</source>
        <translation>Connecting to the central database…</translation>
    </message>
    <message>
        <source>Les données des appelants peuvent circuler en clair&#xa0;: réservé aux essais.</source>
        <translation>Callers’ data may travel unencrypted: for trials only.</translation>
    </message>
    <message>
        <source>Chiffré&#xa0;; le serveur n’est reconnu que par votre mot de passe (SCRAM). Un annuaire (LDAP) demande «&#xa0;serveur vérifié&#xa0;».</source>
        <translation>Encrypted; the server is recognised by your password only (SCRAM). A directory (LDAP) needs “server verified”.</translation>
    </message>
</context>
<context>
    <name>desk::CheckPanel</name>
    <message>
        <source>%1 – affiché dans cet appel</source>
        <translation>%1 – shown in this call</translation>
    </message>
    <message>
        <source>%1 – absent du dossier</source>
        <translation>%1 – not on file</translation>
    </message>
    <message>
        <source>les dix chiffres</source>
        <translation>the ten digits</translation>
    </message>
    <message>
        <source>l’adresse entière</source>
        <translation>the whole address</translation>
    </message>
    <message>
        <source>le jour&#xa0;: 03/04/2026, hier…</source>
        <translation>the day: 03/04/2026, hier…</translation>
    </message>
    <message>
        <source>un nombre</source>
        <translation>a number</translation>
    </message>
    <message>
        <source>numéro et voie</source>
        <translation>number and street</translation>
    </message>
    <message>
        <source>ce que dit l’appelant</source>
        <translation>what the caller says</translation>
    </message>
    <message>
        <source>Vérifier l’appelant</source>
        <translation>Check the caller</translation>
    </message>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Entrée</source>
        <comment>the Enter key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Terminer l’appel</source>
        <translation>End the call</translation>
    </message>
    <message>
        <source>Réponse perdue</source>
        <translation>Answer lost</translation>
    </message>
    <message>
        <source>La console recherche le résultat dès que la connexion revient&#xa0;; ne recommencez pas.</source>
        <translation>The console looks up the result as soon as the connection is back; do not try again.</translation>
    </message>
    <message>
        <source>Premier renseignement</source>
        <translation>First fact</translation>
    </message>
    <message>
        <source>Second renseignement</source>
        <translation>Second fact</translation>
    </message>
    <message>
        <source>Vérification indisponible</source>
        <translation>Check not available</translation>
    </message>
    <message>
        <source>Tapez les deux renseignements que donne l’appelant&#xa0;: rien n’a encore été comparé.</source>
        <translation>Type both facts the caller gives: nothing was compared yet.</translation>
    </message>
    <message>
        <source>Ne correspond pas</source>
        <translation>Does not match</translation>
    </message>
    <message>
        <source>Il reste 1 essai. Faites répéter, ou demandez d’autres renseignements.</source>
        <translation>1 try is left. Have it repeated, or ask for other facts.</translation>
    </message>
    <message>
        <source>Il reste %1 essais. Faites répéter, ou demandez d’autres renseignements.</source>
        <translation>%1 tries are left. Have it repeated, or ask for other facts.</translation>
    </message>
    <message>
        <source>Non comparé</source>
        <translation>Not compared</translation>
    </message>
    <message>
        <source>Comparaison en cours…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>Faites dire deux renseignements, sans rien lui lire.</source>
        <translation>Have the caller say two facts; read nothing out.</translation>
    </message>
    <message>
        <source>✓ Appelant vérifié jusqu’à %1</source>
        <translation>✓ Caller checked until %1</translation>
    </message>
    <message>
        <source>✗ Appelant non vérifié</source>
        <translation>✗ Caller not checked</translation>
    </message>
    <message>
        <source>À dire</source>
        <translation>To say</translation>
    </message>
    <message>
        <source>«&#xa0;Par sécurité, je ne peux pas modifier cet accès&#xa0;: les renseignements donnés ne suffisent pas. Rappelez-nous avec les documents de votre établissement sous les yeux.&#xa0;» Ne dites pas ce qui était faux.</source>
        <translation>“For safety, I cannot change this access: what you told me is not enough. Call again with your establishment’s papers at hand.” Do not say what was wrong.</translation>
    </message>
    <message>
        <source>1 essai</source>
        <translation>1 try</translation>
    </message>
    <message>
        <source>%1 essais</source>
        <translation>%1 tries</translation>
    </message>
    <message>
        <source>Personne au téléphone</source>
        <translation>Nobody on the phone</translation>
    </message>
    <message>
        <source>Cette opération demande de vérifier l’appelant&#xa0;: appelez-le, puis F7 ouvre un appel dans ce dossier. Votre saisie est conservée.</source>
        <translation>This operation requires the caller to be checked: call them, then F7 opens a call in this file. What you typed is kept.</translation>
    </message>
    <message>
        <source>Ouvrir un appel</source>
        <translation>Open a call</translation>
    </message>
</context>
<context>
    <name>desk::ConnectionPage</name>
    <message>
        <source>La console du support téléphonique de l’extranet «&#xa0;activité partielle&#xa0;»</source>
        <translation>The phone support console of the “activité partielle” extranet</translation>
    </message>
</context>
<context>
    <name>desk::DapCard</name>
    <message>
        <source>avenant</source>
        <translation>amendment</translation>
    </message>
    <message>
        <source>du %1 au %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>décision du %1</source>
        <translation>decided on %1</translation>
    </message>
    <message>
        <source>envoyée le %1</source>
        <translation>sent on %1</translation>
    </message>
    <message>
        <source>Demandes d’activité partielle</source>
        <translation>Partial activity requests</translation>
    </message>
    <message>
        <source>Aucune demande d’autorisation préalable</source>
        <translation>No prior authorisation request</translation>
    </message>
    <message>
        <source>Contrat signé le %1</source>
        <translation>Contract signed on %1</translation>
    </message>
    <message>
        <source>Contrat signé</source>
        <translation>Contract signed</translation>
    </message>
    <message>
        <source>, à conserver</source>
        <translation>, to be kept</translation>
    </message>
    <message>
        <source> (et %1 autres)</source>
        <translation> (and %1 more)</translation>
    </message>
    <message>
        <source>Contrat de prestation «&#xa0;Tiers déclarant&#xa0;»</source>
        <translation>“Third-party filer” service contract</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 et %2 de plus</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>la dernière seule</source>
        <translation>the latest only</translation>
    </message>
    <message>
        <source>et 1 autre</source>
        <translation>and 1 more</translation>
    </message>
    <message>
        <source>et %1 autres</source>
        <translation>and %1 more</translation>
    </message>
</context>
<context>
    <name>desk::DayBars</name>
    <message>
        <source>Reçues et closes des derniers jours</source>
        <translation>Received and closed over the last few days</translation>
    </message>
    <message>
        <source>%1 : %2 reçues, %3 closes</source>
        <translation>%1: %2 received, %3 closed</translation>
    </message>
</context>
<context>
    <name>desk::DecisionBar</name>
    <message>
        <source>Votre réponse à %1 (nécessaire pour refuser)</source>
        <translation>Your answer to %1 (needed to refuse)</translation>
    </message>
    <message>
        <source>Approuver</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Pourquoi la retirer (facultatif)</source>
        <translation>Why withdraw it (optional)</translation>
    </message>
    <message>
        <source>Retirer ma demande</source>
        <translation>Withdraw my request</translation>
    </message>
    <message>
        <source>Pourquoi annuler</source>
        <translation>Why undo</translation>
    </message>
    <message>
        <source>Annuler tout le changement</source>
        <translation>Undo the whole change</translation>
    </message>
    <message>
        <source>•  %1, %2, par %3</source>
        <translation>•  %1, %2, by %3</translation>
    </message>
    <message numerus="yes">
        <source>Annuler le changement malgré %n opération(s) plus récente(s)</source>
        <translation>
            <numerusform>Undo the change in spite of %n later operation</numerusform>
            <numerusform>Undo the change in spite of %n later operations</numerusform>
        </translation>
    </message>
    <message>
        <source>votre propre demande</source>
        <translation>your own request</translation>
    </message>
    <message>
        <source>pas par vous</source>
        <translation>not by you</translation>
    </message>
    <message>
        <source>décidez d’abord ce qu’il advient des opérations plus récentes</source>
        <translation>decide first what becomes of the later operations</translation>
    </message>
    <message>
        <source>Demande retirée à %1.</source>
        <translation>Request withdrawn at %1.</translation>
    </message>
    <message>
        <source>Retirer la demande&#xa0;: personne n’aura plus à la décider et rien ne change pour l’établissement.</source>
        <translation>Withdraw the request: nobody has to decide it any more and nothing changes for the establishment.</translation>
    </message>
    <message>
        <source>Depuis, sur le même accès&#xa0;:</source>
        <translation>Since then, on the same access:</translation>
    </message>
    <message>
        <source>Écrivez pourquoi vous refusez&#xa0;: l’agent le lira et saura quoi dire à l’appelant.</source>
        <translation>Write why you refuse: the agent will read it and know what to tell the caller.</translation>
    </message>
    <message>
        <source>Écrivez pourquoi ce changement est annulé&#xa0;: la raison reste dans l’historique.</source>
        <translation>Write why this change is undone: the reason stays in the history.</translation>
    </message>
    <message>
        <source>Refusée à %1&#xa0;: l’agent en est informé.</source>
        <translation>Refused at %1: the agent is told.</translation>
    </message>
    <message>
        <source>Changement annulé à %1&#xa0;: l’ancien état est rétabli.</source>
        <translation>Change undone at %1: the old state is restored.</translation>
    </message>
    <message>
        <source>Pas fait</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Les faits ont changé depuis votre lecture&#xa0;: rien n’a été fait. Relisez les raisons ci-dessus, puis approuvez de nouveau si elles vous conviennent.</source>
        <translation>The facts have changed since you read them: nothing was done. Read the reasons above again, then approve again if they suit you.</translation>
    </message>
</context>
<context>
    <name>desk::DemoCard</name>
    <message>
        <source>Essayer comme agent</source>
        <translation>Try it as an agent</translation>
    </message>
    <message>
        <source>Essayer comme superviseur</source>
        <translation>Try it as a supervisor</translation>
    </message>
    <message>
        <source>Essayer la démonstration</source>
        <translation>Try the demonstration</translation>
    </message>
    <message>
        <source>Un serveur privé démarre sur ce poste avec des entreprises, des comptes et des demandes inventés. Rien n’en sort&#xa0;: les courriels sont écrits dans un dossier que vous pouvez ouvrir.</source>
        <translation>A private server starts on this computer with invented companies, accounts and tickets. Nothing leaves it: mails are written into a folder that you can open.</translation>
    </message>
    <message>
        <source>Le premier démarrage prend une trentaine de secondes&#xa0;; les suivants, quelques-unes. Le serveur s’arrête avec la console.</source>
        <translation>The first start takes about thirty seconds, later ones a few. The server stops with the console.</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Mettre de côté et recommencer</source>
        <translation>Put aside and try again</translation>
    </message>
</context>
<context>
    <name>desk::DiagnosisSection</name>
    <message>
        <source>Diagnostic</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Ouvrez le dossier de l’appelant&#xa0;: les scripts utiles s’affichent ici.</source>
        <translation>Open the caller’s file: the scripts that may help appear here.</translation>
    </message>
    <message>
        <source>La base ne connaît pas ce qui a été demandé. Les scripts se trouvent aussi par la recherche de la page Scripts.</source>
        <translation>The database does not know what was asked for. Scripts can also be found by searching the Scripts page.</translation>
    </message>
    <message>
        <source>Rien d’anormal dans ce dossier. Cherchez le script par mots ou par numéro dans la page Scripts.</source>
        <translation>Nothing unusual in this file. Look for the script by words or number on the Scripts page.</translation>
    </message>
    <message>
        <source>Diagnostic pour %1</source>
        <translation>Diagnosis for %1</translation>
    </message>
    <message>
        <source>D autre compte</source>
        <translation>D other account</translation>
    </message>
    <message>
        <source>D pour changer de compte</source>
        <translation>D to change account</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation>Ctrl+%1</translation>
    </message>
    <message>
        <source>script en cours</source>
        <translation>current script</translation>
    </message>
    <message>
        <source>A réduire</source>
        <translation>A fold</translation>
    </message>
    <message>
        <source>A autres scripts</source>
        <translation>A other scripts</translation>
    </message>
    <message>
        <source>D pour choisir le compte</source>
        <translation>D to pick the account</translation>
    </message>
</context>
<context>
    <name>desk::DuplicatesPanel</name>
    <message>
        <source>reçue %1</source>
        <translation>received %1</translation>
    </message>
    <message>
        <source>demandeur non précisé</source>
        <translation>requester not given</translation>
    </message>
    <message>
        <source>chez %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>chez vous</source>
        <translation>with you</translation>
    </message>
    <message>
        <source>Fusionner les demandes cochées avec celle-ci&#xa0;: une seule réponse</source>
        <translation>Merge the ticked tickets with this one: a single answer</translation>
    </message>
    <message>
        <source>Les laisser ouvertes</source>
        <translation>Leave them open</translation>
    </message>
    <message>
        <source>Une autre demande de même SIRET et de même motif est ouverte</source>
        <translation>Another ticket with the same SIRET and the same motif is open</translation>
    </message>
    <message>
        <source>%1 autres demandes de même SIRET et de même motif sont ouvertes</source>
        <translation>%1 other tickets with the same SIRET and the same motif are open</translation>
    </message>
    <message>
        <source>Le demandeur reçoit une seule réponse.</source>
        <translation>The requester receives a single answer.</translation>
    </message>
    <message>
        <source>Elles viennent de plusieurs personnes&#xa0;: chaque adresse reçoit la même réponse, une fois&#xa0;; elle ne nomme personne.</source>
        <translation>They come from several people: each address receives the same answer, once; it names nobody.</translation>
    </message>
</context>
<context>
    <name>desk::EmptyPage</name>
    <message>
        <source>Appelants à essayer</source>
        <translation>Callers to try</translation>
    </message>
    <message>
        <source>Dossiers récents</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>Qui appelle&#xa0;?</source>
        <translation>Who is calling?</translation>
    </message>
    <message>
        <source>Tapez ou collez dans la recherche (Ctrl+K) ce que l’appelant vous donne&#xa0;:</source>
        <translation>Type or paste into the search box (Ctrl+K) what the caller gives you:</translation>
    </message>
    <message>
        <source>SIRET ou SIREN</source>
        <translation>SIRET or SIREN</translation>
    </message>
    <message>
        <source>avec ou sans espaces&#xa0;: 732 829 320 00074</source>
        <translation>with or without spaces: 732 829 320 00074</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>entière, ou son début suivi de «&#xa0;@&#xa0;»</source>
        <translation>whole, or its beginning followed by “@”</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>de la forme prenom.nom</source>
        <translation>of the form first.last</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>dix chiffres, ou +33…</source>
        <translation>ten digits, or +33…</translation>
    </message>
    <message>
        <source>Numéro de demande</source>
        <translation>Ticket number</translation>
    </message>
    <message>
        <source>#48 213</source>
        <translation>#48 213</translation>
    </message>
    <message>
        <source>Nom et commune</source>
        <translation>Name and town</translation>
    </message>
    <message>
        <source>«&#xa0;boulang toulouse&#xa0;»&#xa0;: débuts et milieux de mots, accents indifférents</source>
        <translation>“boulang toulouse”: beginnings and middles of words, accents do not matter</translation>
    </message>
    <message>
        <source>un par situation · Entrée ouvre</source>
        <translation>one for each situation · Enter opens</translation>
    </message>
</context>
<context>
    <name>desk::EmptyQueue</name>
    <message>
        <source>Rien ici : aucune demande n’attend.</source>
        <translation>Nothing here: no ticket is waiting.</translation>
    </message>
    <message>
        <source>Aucune demande ne répond à tous ces filtres.</source>
        <translation>No ticket matches all these filters.</translation>
    </message>
    <message>
        <source>Retirer « %1 »</source>
        <translation>Remove “%1”</translation>
    </message>
    <message>
        <source>Retirer tous les filtres</source>
        <translation>Remove all filters</translation>
    </message>
</context>
<context>
    <name>desk::EstablishmentsCard</name>
    <message>
        <source>Établissements</source>
        <translation>Establishments</translation>
    </message>
    <message>
        <source>Filtrer par SIRET, dénomination ou commune</source>
        <translation>Filter by SIRET, name or town</translation>
    </message>
    <message>
        <source>Filtrer les établissements</source>
        <translation>Filter the establishments</translation>
    </message>
    <message>
        <source>1 · Entrée ouvre le dossier</source>
        <translation>1 · Enter opens the file</translation>
    </message>
    <message>
        <source>%1 · Entrée ouvre le dossier</source>
        <translation>%1 · Enter opens the file</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 établissements</source>
        <translation>%1 establishments</translation>
    </message>
</context>
<context>
    <name>desk::EstablishmentsModel</name>
    <message>
        <source>✓ habilité</source>
        <translation>✓ authorised</translation>
    </message>
    <message>
        <source>◷ à confirmer</source>
        <translation>◷ to be confirmed</translation>
    </message>
    <message>
        <source>◷ demandée</source>
        <translation>◷ requested</translation>
    </message>
    <message>
        <source>✗ retirée</source>
        <translation>✗ withdrawn</translation>
    </message>
    <message>
        <source>✓ depuis le %1</source>
        <translation>✓ since %1</translation>
    </message>
    <message>
        <source>%1 · référent</source>
        <translation>%1 · referent</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Dénomination</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Habilitation</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Demandes</source>
        <translation>Tickets</translation>
    </message>
</context>
<context>
    <name>desk::EvidenceRow</name>
    <message>
        <source>contredire</source>
        <translation>contradict</translation>
    </message>
    <message>
        <source>Contredire ce qui est constaté : %1, touche C</source>
        <translation>Contradict what was found: %1, key C</translation>
    </message>
</context>
<context>
    <name>desk::FileRow</name>
    <message>
        <source>%1 – %2 impossible</source>
        <translation>%1 – %2 not possible</translation>
    </message>
</context>
<context>
    <name>desk::FilterEditor</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Moi</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>31, 32, 82, 2A, 974 ; « inconnu » pour les demandes sans département</source>
        <translation>31, 32, 82, 2A, 974; “unknown” for tickets without a department</translation>
    </message>
    <message>
        <source>le SIRET ou ses premiers chiffres</source>
        <translation>the SIRET or its first digits</translation>
    </message>
    <message>
        <source>un ou plusieurs débuts de mots, sans souci des accents</source>
        <translation>one or more beginnings of words, accents ignored</translation>
    </message>
    <message>
        <source>un nom ou une adresse</source>
        <translation>a name or an address</translation>
    </message>
    <message>
        <source>Reçue il y a plus de</source>
        <translation>Time since received: more than</translation>
    </message>
    <message>
        <source>et moins de</source>
        <translation>and less than</translation>
    </message>
    <message>
        <source>sans limite</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>En retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>À rendre dans %1 h</source>
        <translation>Due within %1 h</translation>
    </message>
    <message>
        <source>Ouvertes</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Ouvertes et closes</source>
        <translation>Open and closed</translation>
    </message>
</context>
<context>
    <name>desk::HeaderCard</name>
    <message>
        <source>1 salarié</source>
        <translation>1 employee</translation>
    </message>
    <message>
        <source>%1 salariés</source>
        <translation>%1 employees</translation>
    </message>
    <message>
        <source>entreprise de %1</source>
        <translation>company of %1</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>◷ Vue de %1, hors connexion</source>
        <translation>◷ As of %1, offline</translation>
    </message>
    <message>
        <source>Téléphone de l’établissement</source>
        <translation>Phone of the establishment</translation>
    </message>
    <message>
        <source>Adresse de l’établissement</source>
        <translation>Address of the establishment</translation>
    </message>
    <message>
        <source>✓ Connu</source>
        <translation>✓ Known</translation>
    </message>
    <message>
        <source>◷ Inscription demandée le %1</source>
        <translation>◷ Registration requested on %1</translation>
    </message>
    <message>
        <source>◷ Pas encore inscrit</source>
        <translation>◷ Not registered yet</translation>
    </message>
    <message>
        <source>1 autre établissement</source>
        <translation>1 other establishment</translation>
    </message>
    <message>
        <source>%1 autres établissements</source>
        <translation>%1 other establishments</translation>
    </message>
    <message>
        <source>aucun établissement</source>
        <translation>no establishment</translation>
    </message>
    <message>
        <source>1 établissement</source>
        <translation>1 establishment</translation>
    </message>
    <message>
        <source>%1 établissements</source>
        <translation>%1 establishments</translation>
    </message>
    <message>
        <source>Compte %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>Dossier d’un compte</source>
        <translation>File of an account</translation>
    </message>
    <message>
        <source>adresse ••••</source>
        <translation>street ••••</translation>
    </message>
    <message>
        <source>Adresse postale de l’établissement</source>
        <translation>Street of the establishment</translation>
    </message>
    <message>
        <source>effectif ••••</source>
        <translation>headcount ••••</translation>
    </message>
    <message>
        <source>Effectif de l’établissement et de l’entreprise</source>
        <translation>Headcount of the establishment and of the company</translation>
    </message>
    <message>
        <source>✓ Appelant vérifié jusqu’à %1</source>
        <translation>✓ Caller checked until %1</translation>
    </message>
    <message>
        <source>Pour le compte %1 et l’établissement</source>
        <translation>For account %1 and the establishment</translation>
    </message>
    <message>
        <source>Pour l’établissement</source>
        <translation>For the establishment</translation>
    </message>
</context>
<context>
    <name>desk::HistoryCard</name>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>rien encore</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>appel</source>
        <translation>call</translation>
    </message>
    <message>
        <source>appels</source>
        <translation>calls</translation>
    </message>
    <message>
        <source>opération</source>
        <translation>operation</translation>
    </message>
    <message>
        <source>opérations</source>
        <translation>operations</translation>
    </message>
    <message>
        <source>script suivi</source>
        <translation>script followed</translation>
    </message>
    <message>
        <source>scripts suivis</source>
        <translation>scripts followed</translation>
    </message>
    <message>
        <source> · dernier appel le %1</source>
        <translation> · last call on %1</translation>
    </message>
    <message>
        <source>Appel</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Appel en cours</source>
        <translation>Current call</translation>
    </message>
    <message>
        <source>Script suivi</source>
        <translation>Script followed</translation>
    </message>
</context>
<context>
    <name>desk::InPlaceOperation</name>
    <message>
        <source>Enregistrement en cours…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Pas fait</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Réponse perdue</source>
        <translation>Answer lost</translation>
    </message>
    <message>
        <source>L’opération a peut-être été faite. La console la recherche par son numéro dès que la connexion revient&#xa0;; ne la refaites pas.</source>
        <translation>The operation may have been carried out. The console looks it up by its number as soon as the connection is back; do not do it again.</translation>
    </message>
</context>
<context>
    <name>desk::JournalPageView</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Demande</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Rechercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Exporter en CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>Export en cours…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Pas exporté</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>prénom.nom</source>
        <translation>first.last</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 jours</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 jours</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Du… au…</source>
        <translation>From… to…</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Au</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Rien ne correspond. Élargissez la période ou retirez un critère.</source>
        <translation>Nothing matches. Widen the period or take a criterion away.</translation>
    </message>
    <message>
        <source>SIRET incomplet ou faux</source>
        <translation>SIRET incomplete or wrong</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Aucune ligne scellée encore</source>
        <translation>No row sealed yet</translation>
    </message>
    <message>
        <source>%1 lignes scellées jusqu’à %2</source>
        <translation>%1 rows sealed up to %2</translation>
    </message>
    <message>
        <source>, %1 à sceller</source>
        <translation>, %1 to seal</translation>
    </message>
    <message>
        <source>✓ Chaîne intacte · </source>
        <translation>✓ Chain intact · </translation>
    </message>
    <message>
        <source>Exporter le journal</source>
        <translation>Export the journal</translation>
    </message>
    <message>
        <source>Fichiers CSV (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>%1 lignes exportées par %2 dans %3. Cet export est inscrit au journal.</source>
        <translation>%1 rows exported by %2 into %3. This export is noted in the journal.</translation>
    </message>
    <message>
        <source>Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, puis recommencez.</source>
        <translation>The file %1 could not be written. Choose another folder or make room, then try again.</translation>
    </message>
    <message>
        <source>✗ Chaîne rompue à la ligne %1&#xa0;: prévenez l’administrateur de la base · </source>
        <translation>✗ Chain broken at row %1: tell the database&apos;s administrator · </translation>
    </message>
    <message>
        <source>n°&#xa0;%1</source>
        <translation>no. %1</translation>
    </message>
</context>
<context>
    <name>desk::LinesTable</name>
    <message>
        <source>Copier la ligne</source>
        <translation>Copy the row</translation>
    </message>
    <message>
        <source>Copier la cellule</source>
        <translation>Copy the cell</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
</context>
<context>
    <name>desk::ListPage</name>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>sans établissement</source>
        <translation>no establishment</translation>
    </message>
</context>
<context>
    <name>desk::LockPage</name>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Déverrouiller</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Changer d’utilisateur</source>
        <translation>Change user</translation>
    </message>
    <message>
        <source>Console verrouillée</source>
        <translation>Console locked</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Ce que vous étiez en train de saisir est conservé.</source>
        <translation>What you were typing is kept.</translation>
    </message>
    <message>
        <source>Sans activité, la console se verrouille d’elle-même, jamais pendant un appel.</source>
        <translation>Without activity the console locks by itself, never during a call.</translation>
    </message>
    <message>
        <source>Cette connexion ne demande pas de mot de passe&#xa0;: c’est la session du poste qui la protège.</source>
        <translation>This connection asks for no password: it is the computer’s own session that protects it.</translation>
    </message>
    <message>
        <source>À remplir</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>Le serveur refuse ce mot de passe&#xa0;: il est erroné, ou il a expiré. La console reste verrouillée et rien n’est perdu.</source>
        <translation>The server refuses this password: it is wrong, or it has expired. The console stays locked and nothing is lost.</translation>
    </message>
    <message>
        <source>La base ne répond pas, et seul le serveur peut vérifier votre mot de passe&#xa0;: la console reste verrouillée. Rien n’est perdu&#xa0;; réessayez quand la connexion est revenue.</source>
        <translation>The database does not answer, and only the server can check your password: the console stays locked. Nothing is lost; try again when the connection is back.</translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Nouvel essai dans %1 s</source>
        <translation>Next try in %1 s</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>desk::LockScreen</name>
    <message>
        <source>La console ne se verrouille pas pendant un appel&#xa0;: terminez-le d’abord (F9).</source>
        <translation>The console does not lock during a call: end it first (F9).</translation>
    </message>
</context>
<context>
    <name>desk::MailsCard</name>
    <message>
        <source>Renvoyer…</source>
        <translation>Send again…</translation>
    </message>
    <message>
        <source>Choisissez le compte de l’appelant pour voir ses courriels.</source>
        <translation>Choose the caller’s account to see its mails.</translation>
    </message>
    <message>
        <source>Courriels</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Courriels de %1</source>
        <translation>Mails of %1</translation>
    </message>
    <message>
        <source>Renvoyer la confirmation d’habilitation</source>
        <translation>Send the authorisation confirmation again</translation>
    </message>
</context>
<context>
    <name>desk::MailsPageView</name>
    <message>
        <source>Courriels</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Demandé</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Destinataire</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Essais</source>
        <translation>Tries</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Motif du refus</source>
        <translation>Reason of refusal</translation>
    </message>
    <message>
        <source>Renvoyer</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>✓ renvoyé à %1</source>
        <translation>✓ sent again at %1</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Refusés · %1, revenus · %2</source>
        <translation>Refused · %1, bounced · %2</translation>
    </message>
    <message>
        <source>Refusés ou revenus</source>
        <translation>Refused or bounced</translation>
    </message>
    <message>
        <source>Envoyés</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>nouvel essai %1</source>
        <translation>next try %1</translation>
    </message>
    <message>
        <source>Aucun courriel refusé ni revenu.</source>
        <translation>No mail refused or bounced.</translation>
    </message>
    <message>
        <source>Aucun courriel envoyé.</source>
        <translation>No mail sent.</translation>
    </message>
    <message>
        <source>déjà renvoyé</source>
        <translation>sent again already</translation>
    </message>
    <message>
        <source>Aucun courriel n’attend&#xa0;: tout est parti.</source>
        <translation>No mail waits: all have left.</translation>
    </message>
    <message>
        <source>Déjà renvoyé&#xa0;: le nouveau courriel est dans «&#xa0;En attente&#xa0;» ou «&#xa0;Envoyés&#xa0;».</source>
        <translation>Sent again already: the new mail is under “Waiting” or “Sent”.</translation>
    </message>
</context>
<context>
    <name>desk::MainWindow</name>
    <message>
        <source>Appel</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Scripts</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>✓ Appel terminé</source>
        <translation>✓ Call ended</translation>
    </message>
    <message>
        <source>Brouillons de ce poste</source>
        <translation>Drafts on this computer</translation>
    </message>
    <message>
        <source>Le fichier des brouillons était illisible&#xa0;: il a été mis de côté (%1) et un fichier neuf le remplace. Ce qui était déjà dans la base n’est pas touché&#xa0;; signalez-le à votre service informatique.</source>
        <translation>The file of drafts could not be read: it was put aside (%1) and a new one takes its place. What was in the database already is not affected; report it to your IT department.</translation>
    </message>
    <message>
        <source>Ces réglages étaient illisibles et reprennent leur valeur d’origine&#xa0;: %1. Vérifiez-les dans la page Réglages.</source>
        <translation>These settings could not be read and are back to their defaults: %1. Check them on the Settings page.</translation>
    </message>
    <message>
        <source>Un appel est déjà ouvert&#xa0;: terminez-le d’abord (F9).</source>
        <translation>A call is already open: end it first (F9).</translation>
    </message>
    <message>
        <source>Aucun appel à terminer&#xa0;: il s’ouvre avec F7 ou avec le premier dossier recherché.</source>
        <translation>No call to end: one opens with F7 or with the first file looked up.</translation>
    </message>
    <message>
        <source>Approbations</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Surveillance</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>Avis</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Courriels</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Règles</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Mes demandes</source>
        <translation>My requests</translation>
    </message>
    <message>
        <source>%1 en attente, %2 opposition(s)</source>
        <translation>%1 waiting, %2 objection(s)</translation>
    </message>
    <message numerus="yes">
        <source>%n demande(s) en attente</source>
        <translation>
            <numerusform>%n request waiting</numerusform>
            <numerusform>%n requests waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 en attente, %2 refusés ou revenus</source>
        <translation>%1 waiting, %2 refused or bounced</translation>
    </message>
    <message>
        <source>Décision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Ouvrir le dossier (F3)</source>
        <translation>Open the file (F3)</translation>
    </message>
    <message>
        <source>Appel entrant</source>
        <translation>Incoming call</translation>
    </message>
    <message>
        <source>Dossier proposé</source>
        <translation>File on offer</translation>
    </message>
    <message>
        <source>Le %1 appelle. Son dossier n’est lu qu’une fois accepté.</source>
        <translation>%1 is calling. Their file is read only once you accept.</translation>
    </message>
    <message>
        <source>SIRET %1. Le dossier n’est lu qu’une fois accepté.</source>
        <translation>SIRET %1. The file is read only once you accept.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Suivi</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Ouvrir le dossier (F6)</source>
        <translation>Open the file (F6)</translation>
    </message>
</context>
<context>
    <name>desk::MaskedValue</name>
    <message>
        <source>voir</source>
        <translation>show</translation>
    </message>
    <message>
        <source>Voir la valeur entière (la consultation est journalisée)</source>
        <translation>Show the whole value (this is recorded in the journal)</translation>
    </message>
</context>
<context>
    <name>desk::NoteEditor</name>
    <message>
        <source>Note de l’appel</source>
        <translation>Call note</translation>
    </message>
    <message>
        <source>Ce que dit l’appelant, ce qui a été convenu… La note est conservée à chaque frappe.</source>
        <translation>What the caller says, what was agreed… The note is kept at every key press.</translation>
    </message>
    <message>
        <source>◷ gardée sur ce poste</source>
        <translation>◷ kept on this computer</translation>
    </message>
    <message>
        <source>✓ enregistrée à %1</source>
        <translation>✓ saved at %1</translation>
    </message>
    <message>
        <source>◷ gardée sur ce poste, sera envoyée à la base</source>
        <translation>◷ kept on this computer, will be sent to the database</translation>
    </message>
</context>
<context>
    <name>desk::NotePanel</name>
    <message>
        <source>Refermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>desk::NoticeArea</name>
    <message>
        <source>Trousseau</source>
        <translation>Keychain</translation>
    </message>
    <message>
        <source>Réessayer maintenant</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>le dossier ouvert (tel qu’il était à %1), les scripts</source>
        <translation>the open file (as it was at %1), the scripts</translation>
    </message>
    <message>
        <source>les scripts</source>
        <translation>the scripts</translation>
    </message>
    <message>
        <source>Connexion perdue</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>La console se reconnecte seule et vérifiera les opérations en cours&#xa0;: aucune n’est perdue ni faite deux fois. Restent utilisables&#xa0;: %1 et vos notes, conservées sur ce poste. Les opérations attendront la reconnexion.</source>
        <translation>The console reconnects by itself and will check the operations under way: none is lost or done twice. You can still use %1 and your notes, kept on this computer. Operations will have to wait for the connection.</translation>
    </message>
    <message>
        <source>depuis %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>%1, ligne %2&#xa0;: %3</source>
        <translation>%1, line %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>et %n autre(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Scripts écartés</source>
        <translation>Scripts left out</translation>
    </message>
    <message>
        <source>Script écarté</source>
        <translation>Script left out</translation>
    </message>
    <message>
        <source>Annonce</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>En savoir plus</source>
        <translation>Read more</translation>
    </message>
    <message>
        <source>Script interrompu</source>
        <translation>Script interrupted</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» était en cours quand la console s’est arrêtée, et cette version n’existe plus. Ce qui avait été suivi et fait est gardé avec l’appel. Si l’appelant est encore en ligne, reprenez le script au début.</source>
        <translation>“%1” was under way when the console stopped, and that version does not exist any more. What was followed and done is kept with the call. If the caller is still on the line, begin the script again.</translation>
    </message>
</context>
<context>
    <name>desk::NoticesPage</name>
    <message>
        <source>terminé</source>
        <translation>over</translation>
    </message>
    <message>
        <source>◷ à venir</source>
        <translation>◷ to come</translation>
    </message>
    <message>
        <source>● en vigueur</source>
        <translation>● in force</translation>
    </message>
    <message>
        <source>Avis</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Jusqu’à</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Ouvrir le lien</source>
        <translation>Open the link</translation>
    </message>
    <message>
        <source>Retirer cet avis</source>
        <translation>End this notice</translation>
    </message>
    <message>
        <source>Publier</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Nouvel avis</source>
        <translation>New notice</translation>
    </message>
    <message>
        <source>Lien (facultatif)</source>
        <translation>Link (optional)</translation>
    </message>
    <message>
        <source>Commence plus tard</source>
        <translation>Begins later</translation>
    </message>
    <message>
        <source>Se termine seul</source>
        <translation>Ends by itself</translation>
    </message>
    <message>
        <source>Aucun avis en vigueur.</source>
        <translation>No notice in force.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Annonce</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>Ce que les agents verront</source>
        <translation>What agents will see</translation>
    </message>
    <message>
        <source>sans fin</source>
        <translation>no end</translation>
    </message>
    <message>
        <source>Votre texte apparaîtra ici.</source>
        <translation>Your text will show here.</translation>
    </message>
    <message>
        <source>jusqu’à %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Écrivez ce que les agents doivent savoir.</source>
        <translation>Write what agents must know.</translation>
    </message>
    <message>
        <source>Le texte compte %1 caractères de trop.</source>
        <translation>The text has %1 characters too many.</translation>
    </message>
    <message>
        <source>Une adresse complète est attendue, par exemple https://exemple.fr.</source>
        <translation>A whole address is expected, for example https://exemple.fr.</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>La fin doit venir après le début. Rien n’a été publié.</source>
        <translation>The end must come after the beginning. Nothing was posted.</translation>
    </message>
    <message>
        <source>Avis retiré à %1.</source>
        <translation>Notice ended at %1.</translation>
    </message>
    <message>
        <source>%1 caractères au plus&#xa0;; texte simple, lu tel quel par tous les agents.</source>
        <translation>%1 characters at most; plain text, read as it is by all agents.</translation>
    </message>
    <message>
        <source>Avis publié à %1&#xa0;: chaque console le montre dans les deux secondes.</source>
        <translation>Notice posted at %1: every console shows it within two seconds.</translation>
    </message>
</context>
<context>
    <name>desk::Operations::Operations</name>
    <message>
        <source>Fait à %1</source>
        <translation>Done at %1</translation>
    </message>
</context>
<context>
    <name>desk::OptionRow</name>
    <message>
        <source>touche %1</source>
        <translation>key %1</translation>
    </message>
    <message>
        <source>déjà choisi</source>
        <translation>chosen before</translation>
    </message>
</context>
<context>
    <name>desk::OverviewPage</name>
    <message>
        <source>Vue d’ensemble</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Encours</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>En retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Bientôt en retard</source>
        <translation>Late soon</translation>
    </message>
    <message>
        <source>Reçues aujourd’hui</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>Closes aujourd’hui</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>Encours par motif et ancienneté</source>
        <translation>Backlog by motif and age</translation>
    </message>
    <message>
        <source>Arrivées et clôtures</source>
        <translation>Arrivals and closures</translation>
    </message>
    <message>
        <source>Exporter en CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>PDF de la page…</source>
        <translation>PDF of the page…</translation>
    </message>
    <message>
        <source>Demandes de %1</source>
        <translation>Tickets of %1</translation>
    </message>
    <message>
        <source>Pas exporté</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Voir toutes les demandes ouvertes</source>
        <translation>View all open tickets</translation>
    </message>
    <message>
        <source>Voir les demandes en retard</source>
        <translation>View the late tickets</translation>
    </message>
    <message>
        <source>Voir les demandes bientôt en retard</source>
        <translation>View the tickets that will be late soon</translation>
    </message>
    <message>
        <source>Toutes les demandes ouvertes</source>
        <translation>All open tickets</translation>
    </message>
    <message>
        <source>Cliquez un motif pour voir sa file</source>
        <translation>Click a motif to view its queue</translation>
    </message>
    <message>
        <source>Aujourd’hui, par heure</source>
        <translation>Today, by hour</translation>
    </message>
    <message>
        <source>30 jours</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>◷ %1 en attente</source>
        <translation>◷ %1 on hold</translation>
    </message>
    <message>
        <source>! à traiter</source>
        <translation>! to be dealt with</translation>
    </message>
    <message>
        <source>✓ rien</source>
        <translation>✓ none</translation>
    </message>
    <message>
        <source>◷ à surveiller</source>
        <translation>◷ to be watched</translation>
    </message>
    <message>
        <source>+%1 dans l’encours</source>
        <translation>+%1 in the backlog</translation>
    </message>
    <message>
        <source>✓ l’encours baisse</source>
        <translation>✓ backlog going down</translation>
    </message>
    <message>
        <source>encours stable</source>
        <translation>backlog stable</translation>
    </message>
    <message>
        <source>! %1 hors délai</source>
        <translation>! %1 after the due time</translation>
    </message>
    <message>
        <source>✓ dans les délais</source>
        <translation>✓ on time</translation>
    </message>
    <message>
        <source>Encours par motif et ancienneté. %1</source>
        <translation>Backlog by motif and age. %1</translation>
    </message>
    <message>
        <source>Arrivées et clôtures. %1</source>
        <translation>Arrivals and closures. %1</translation>
    </message>
    <message>
        <source>Exporter la vue d’ensemble</source>
        <translation>Export the overview</translation>
    </message>
    <message>
        <source>PDF de la vue d’ensemble</source>
        <translation>PDF of the overview</translation>
    </message>
    <message>
        <source>Fichiers CSV (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Fichiers PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Export en cours…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Écrit dans %1. Cet export est inscrit au journal.</source>
        <translation>Written to %1. This export is noted in the journal.</translation>
    </message>
    <message>
        <source>Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, puis recommencez.</source>
        <translation>The file %1 could not be written. Choose another folder or make room, then try again.</translation>
    </message>
</context>
<context>
    <name>desk::OwnPasswordCard</name>
    <message>
        <source>Il compte moins de %1 caractères.</source>
        <translation>It has fewer than %1 characters.</translation>
    </message>
    <message>
        <source>Il compte plus de %1 caractères.</source>
        <translation>It has more than %1 characters.</translation>
    </message>
    <message>
        <source>Il est identique à l’actuel.</source>
        <translation>It is the same as the current one.</translation>
    </message>
    <message>
        <source>Il contient votre identifiant.</source>
        <translation>It contains your log-in.</translation>
    </message>
    <message>
        <source>Il contient un caractère invisible.</source>
        <translation>It contains an invisible character.</translation>
    </message>
    <message>
        <source>Il répète un seul caractère.</source>
        <translation>It repeats a single character.</translation>
    </message>
    <message>
        <source>Longueur&#xa0;: encore trop court</source>
        <translation>Length: still too short</translation>
    </message>
    <message>
        <source>Longueur&#xa0;: suffisante</source>
        <translation>Length: sufficient</translation>
    </message>
    <message>
        <source>Longueur&#xa0;: bonne</source>
        <translation>Length: good</translation>
    </message>
    <message>
        <source>Longueur&#xa0;: très bonne</source>
        <translation>Length: very good</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mot de passe actuel</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>Nouveau mot de passe</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Nouveau mot de passe, une seconde fois</source>
        <translation>New password, once more</translation>
    </message>
    <message>
        <source>Au moins %1 caractères, différent de l’actuel et sans votre identifiant&#xa0;; une phrase de plusieurs mots convient bien. Seule la longueur est jugée.</source>
        <translation>At least %1 characters, different from the current one and without your log-in; a phrase of several words does well. Only the length is judged.</translation>
    </message>
    <message>
        <source>Cette connexion ne se fait pas avec un mot de passe de la base&#xa0;: il n’y a rien à changer ici.</source>
        <translation>This connection is not made with a password of the database: there is nothing to change here.</translation>
    </message>
    <message>
        <source>Changer le mot de passe</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Il expire le %1. Le changer ne repousse pas cette date&#xa0;: c’est à l’administrateur de la base de la prolonger.</source>
        <translation>It expires on %1. Changing it does not move this date: it is for the database administrator to extend it.</translation>
    </message>
    <message>
        <source>Changement…</source>
        <translation>Changing…</translation>
    </message>
    <message>
        <source>À remplir</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>Les deux saisies diffèrent.</source>
        <translation>The two entries differ.</translation>
    </message>
    <message>
        <source>✓ Mot de passe changé</source>
        <translation>✓ Password changed</translation>
    </message>
    <message>
        <source>Il vaut dès maintenant&#xa0;; le trousseau est mis à jour s’il gardait l’ancien.</source>
        <translation>It counts from now on; the keychain is updated if it held the old one.</translation>
    </message>
</context>
<context>
    <name>desk::PasswordCard</name>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Se souvenir dans le trousseau</source>
        <translation>Remember in the keychain</translation>
    </message>
    <message>
        <source>Se connecter</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Autre connexion…</source>
        <translation>Other connection…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1, sur la base «&#xa0;%2&#xa0;» de %3</source>
        <translation>%1, on database “%2” at %3</translation>
    </message>
    <message>
        <source>Le trousseau du système n’est pas utilisable sur ce poste&#xa0;: le mot de passe est demandé à chaque démarrage.</source>
        <translation>The system keychain cannot be used on this computer: the password is asked for at each start.</translation>
    </message>
    <message>
        <source>À remplir</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>Connexion…</source>
        <translation>Connecting…</translation>
    </message>
</context>
<context>
    <name>desk::PersonFields</name>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>À remplir.</source>
        <translation>To be filled in.</translation>
    </message>
    <message>
        <source>Ce numéro n’est pas complet.</source>
        <translation>This number is not complete.</translation>
    </message>
    <message>
        <source>Cette adresse n’est pas complète&#xa0;: faites-la épeler.</source>
        <translation>This address is not complete: have it spelled.</translation>
    </message>
    <message>
        <source>Ce profil n’est pas accepté ici.</source>
        <translation>This profile is not accepted here.</translation>
    </message>
    <message>
        <source>Cette adresse n’est pas acceptée&#xa0;: faites-la épeler.</source>
        <translation>This address is not accepted: have it spelled.</translation>
    </message>
    <message>
        <source>Ce numéro n’est pas accepté&#xa0;: faites-le répéter.</source>
        <translation>This number is not accepted: have it repeated.</translation>
    </message>
    <message>
        <source>Ce nom n’est pas accepté&#xa0;: des lettres, des espaces, des traits d’union.</source>
        <translation>This name is not accepted: letters, spaces, hyphens.</translation>
    </message>
</context>
<context>
    <name>desk::QueueExportMenu</name>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>annuler</source>
        <translation>cancel</translation>
    </message>
    <message>
        <source>Annuler l’export</source>
        <translation>Cancel the export</translation>
    </message>
    <message>
        <source>Exporter en CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>PDF de la page…</source>
        <translation>PDF of the page…</translation>
    </message>
    <message>
        <source>Exporter en CSV</source>
        <translation>Export as CSV</translation>
    </message>
    <message>
        <source>Fichiers CSV (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>PDF de la page</source>
        <translation>PDF of the page</translation>
    </message>
    <message>
        <source>Fichiers PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>demandes-%1</source>
        <translation>tickets-%1</translation>
    </message>
    <message>
        <source>La page est dans %1.</source>
        <translation>The page is in %1.</translation>
    </message>
    <message>
        <source>Export en cours…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Export&#xa0;: %1 lignes…</source>
        <translation>Exporting: %1 rows…</translation>
    </message>
    <message>
        <source>Une demande exportée dans %1. Cet export est inscrit au journal.</source>
        <translation>One ticket exported into %1. This export is noted in the journal.</translation>
    </message>
    <message>
        <source>%1 demandes exportées dans %2. Cet export est inscrit au journal.</source>
        <translation>%1 tickets exported into %2. This export is noted in the journal.</translation>
    </message>
    <message>
        <source>Export annulé&#xa0;: aucun fichier n’a été écrit.</source>
        <translation>Export cancelled: no file was written.</translation>
    </message>
    <message>
        <source>Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, puis recommencez.</source>
        <translation>The file %1 could not be written. Choose another folder or make room, then try again.</translation>
    </message>
    <message>
        <source>La base n’a plus répondu pendant l’export&#xa0;: aucun fichier n’a été écrit. Recommencez quand la connexion sera revenue.</source>
        <translation>The database stopped answering during the export: no file was written. Try again once the connection is back.</translation>
    </message>
    <message>
        <source>Aucun fichier n’a été écrit.</source>
        <translation>No file was written.</translation>
    </message>
</context>
<context>
    <name>desk::QueueFilterBar</name>
    <message>
        <source>+ Filtre</source>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Enregistrer la vue…</source>
        <translation>Save the view…</translation>
    </message>
    <message>
        <source>%1 : tous</source>
        <translation>%1: all</translation>
    </message>
    <message>
        <source>Retirer le filtre « %1 »</source>
        <translation>Remove the filter “%1”</translation>
    </message>
</context>
<context>
    <name>desk::QueueModel</name>
    <message>
        <source>À rendre %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>%1, tri décroissant</source>
        <translation>%1, sorted descending</translation>
    </message>
    <message>
        <source>%1, tri croissant</source>
        <translation>%1, sorted ascending</translation>
    </message>
</context>
<context>
    <name>desk::QueuePage</name>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Toutes les demandes sont choisies : %1.</source>
        <translation>All the tickets are selected: %1.</translation>
    </message>
    <message>
        <source>%1 demandes choisies sur %2 : celles qui sont chargées.</source>
        <translation>%1 tickets selected out of %2: those that are loaded.</translation>
    </message>
    <message>
        <source>%1 demandes choisies : celles qui sont chargées, il y en a d’autres.</source>
        <translation>%1 tickets selected: those that are loaded; there are more.</translation>
    </message>
    <message>
        <source>Pas exporté</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>Ce qui est affiché date de la dernière lecture.</source>
        <translation>What is shown is from the last reading.</translation>
    </message>
    <message>
        <source>Pas de connexion</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>Cette page sera relue dès que la console sera reconnectée.</source>
        <translation>This page is read again as soon as the console is connected again.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Lecture impossible</source>
        <translation>Cannot be read</translation>
    </message>
</context>
<context>
    <name>desk::QueueTable</name>
    <message>
        <source>Demandes</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Copier les lignes choisies</source>
        <translation>Copy the selected rows</translation>
    </message>
    <message>
        <source>Copier la cellule</source>
        <translation>Copy the cell</translation>
    </message>
    <message>
        <source>Trier par</source>
        <translation>Sort by</translation>
    </message>
</context>
<context>
    <name>desk::QueuesPane</name>
    <message>
        <source>Files</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Vues</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1 reçues · %2 closes</source>
        <translation>%1 received · %2 closed</translation>
    </message>
    <message>
        <source>Ne plus ouvrir en premier</source>
        <translation>No longer open first</translation>
    </message>
    <message>
        <source>Ouvrir en premier</source>
        <translation>Open first</translation>
    </message>
    <message>
        <source>Renommer… (F2)</source>
        <translation>Rename… (F2)</translation>
    </message>
    <message>
        <source>Reprendre à mon nom</source>
        <translation>Take over in my name</translation>
    </message>
    <message>
        <source>Supprimer (Suppr)</source>
        <translation>Delete (Del)</translation>
    </message>
</context>
<context>
    <name>desk::ReasonFields</name>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Choisir un motif</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>Facultatif</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Choisissez un motif.</source>
        <translation>Choose a reason.</translation>
    </message>
    <message>
        <source>Ce motif demande une précision.</source>
        <translation>This reason needs details.</translation>
    </message>
    <message>
        <source>Quelques mots, obligatoires avec ce motif</source>
        <translation>A few words, required with this reason</translation>
    </message>
</context>
<context>
    <name>desk::ReasonPanel</name>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choisissez pourquoi.</source>
        <translation>Choose why.</translation>
    </message>
    <message>
        <source>Écrivez pourquoi.</source>
        <translation>Write why.</translation>
    </message>
</context>
<context>
    <name>desk::RulesPage</name>
    <message>
        <source>Règles</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Domaine à ajouter</source>
        <translation>Domain to add</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Chaque changement vaut tout de suite et reste dans le journal.</source>
        <translation>Each change holds at once and stays in the journal.</translation>
    </message>
    <message>
        <source>Fournisseurs d’adresses ouverts à tous</source>
        <translation>Mail providers open to everybody</translation>
    </message>
    <message>
        <source>%1 est ajouté.</source>
        <translation>%1 is added.</translation>
    </message>
    <message>
        <source>%1 est retiré.</source>
        <translation>%1 is removed.</translation>
    </message>
    <message>
        <source>Autres</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>choisissez un domaine</source>
        <translation>choose a domain</translation>
    </message>
    <message>
        <source>Écrivez un domaine, par exemple exemple.fr.</source>
        <translation>Write a domain, for example exemple.fr.</translation>
    </message>
    <message>
        <source>Une adresse chez l’un d’eux ne prouve rien sur l’établissement&#xa0;: elle ne compte jamais comme un domaine connu.</source>
        <translation>An address at one of them proves nothing about the establishment: it never counts as a known domain.</translation>
    </message>
</context>
<context>
    <name>desk::SaveViewRow</name>
    <message>
        <source>Nom de la vue</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>Partagée</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Ouvrir en premier</source>
        <translation>Open first</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Remplacer</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Remplacer « %1 »</source>
        <translation>Replace “%1”</translation>
    </message>
    <message>
        <source>Donnez un nom à la vue.</source>
        <translation>Give the view a name.</translation>
    </message>
</context>
<context>
    <name>desk::SavedViews</name>
    <message>
        <source>La vue «&#xa0;%1&#xa0;» est supprimée.</source>
        <translation>The view “%1” has been deleted.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>La vue «&#xa0;%1&#xa0;» est enregistrée.</source>
        <translation>The view “%1” has been saved.</translation>
    </message>
</context>
<context>
    <name>desk::SayText</name>
    <message>
        <source>À dire</source>
        <translation>To say</translation>
    </message>
    <message>
        <source>Texte à lire à l’appelant</source>
        <translation>Text to read to the caller</translation>
    </message>
</context>
<context>
    <name>desk::ScriptLibraryPage</name>
    <message>
        <source>Scripts écartés</source>
        <translation>Scripts left out</translation>
    </message>
    <message>
        <source>Numéro, titre, ou ce que dit l’appelant&#xa0;: «&#xa0;j’ai pas eu mon mot de passe&#xa0;»</source>
        <translation>Number, title, or what the caller says: “j’ai pas eu mon mot de passe”</translation>
    </message>
    <message>
        <source>Rechercher un script</source>
        <translation>Search for a script</translation>
    </message>
    <message>
        <source>Scripts trouvés</source>
        <translation>Scripts found</translation>
    </message>
    <message>
        <source>Aucun script ne correspond. Essayez d’autres mots, ou moins de mots.</source>
        <translation>No script matches. Try other words, or fewer.</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Scripts</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
    <message>
        <source>les autres restent utilisables</source>
        <translation>the others can still be used</translation>
    </message>
    <message>
        <source>Conseils aux auteurs</source>
        <translation>Advice to authors</translation>
    </message>
    <message numerus="yes">
        <source>et %n autre(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>ces scripts restent utilisables</source>
        <translation>these scripts can still be used</translation>
    </message>
</context>
<context>
    <name>desk::ScriptPanel</name>
    <message>
        <source>Scripts</source>
        <translation>Scripts</translation>
    </message>
    <message>
        <source>rien encore</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>Fait pendant cet appel&#xa0;: %1</source>
        <translation>Done in this call: %1</translation>
    </message>
    <message>
        <source>Contredire</source>
        <translation>Contradict</translation>
    </message>
    <message>
        <source>Un autre dossier est ouvert, le script reste celui de %1</source>
        <translation>Another file is open, the script is still about %1</translation>
    </message>
    <message>
        <source>Diagnostic pour %1</source>
        <translation>Diagnosis for %1</translation>
    </message>
</context>
<context>
    <name>desk::SearchBox</name>
    <message>
        <source>Rechercher un appelant</source>
        <translation>Search for a caller</translation>
    </message>
    <message>
        <source>Rechercher un appelant&#xa0;: SIRET, nom, courriel, identifiant, téléphone, n° de demande</source>
        <translation>Search for a caller: SIRET, name, e-mail, user name, phone, ticket number</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Est-ce l’un de ceux-ci&#xa0;?</source>
        <translation>Is it one of these?</translation>
    </message>
    <message>
        <source>Faites répéter le SIRET.</source>
        <translation>Have the SIRET repeated.</translation>
    </message>
    <message>
        <source>%1 chiffres&#xa0;: il en manque un. </source>
        <translation>%1 digits: one is missing. </translation>
    </message>
    <message>
        <source>%1 chiffres&#xa0;: il y en a un de trop. </source>
        <translation>%1 digits: one too many. </translation>
    </message>
    <message>
        <source>Clé de contrôle fausse&#xa0;: un chiffre est erroné ou deux sont inversés. </source>
        <translation>Wrong check digit: one digit is wrong or two are swapped. </translation>
    </message>
    <message>
        <source>SIRET valide, inconnu de la base&#xa0;: Entrée ouvre un dossier vide qui dit quoi faire.</source>
        <translation>Valid SIRET, unknown to the database: Enter opens an empty file that says what to do.</translation>
    </message>
    <message>
        <source>Aucun résultat pour «&#xa0;%1&#xa0;». Essayez le SIRET, l’identifiant, ou le nom avec la ville.</source>
        <translation>No result for “%1”. Try the SIRET, the user name, or the name with the town.</translation>
    </message>
    <message>
        <source>Dossiers récents</source>
        <translation>Recent files</translation>
    </message>
</context>
<context>
    <name>desk::SettingRow</name>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>✓ enregistré à %1</source>
        <translation>✓ saved at %1</translation>
    </message>
    <message>
        <source>de %1 à %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>Un nombre entier %1 est attendu&#xa0;: rien n’a été enregistré.</source>
        <translation>A whole number %1 is expected: nothing was saved.</translation>
    </message>
</context>
<context>
    <name>desk::SettingsPage</name>
    <message>
        <source>Les chiffres répondent au script</source>
        <translation>Digits answer the script</translation>
    </message>
    <message>
        <source>Se déconnecter</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Apparence</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Comme le système</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>La langue change au prochain démarrage de la console.</source>
        <translation>The language changes when the console is next started.</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>1 à 9, le pavé numérique et la rangée &amp; é &quot; &apos; ( - è _ ç sans majuscule, quand aucun champ de saisie n’a le clavier. Décoché&#xa0;: Alt+chiffre seulement, qui marche toujours.</source>
        <translation>1 to 9, the keypad and the unshifted row &amp; é &quot; &apos; ( - è _ ç, while no text field has the keyboard. Unticked: Alt+digit only, which always works.</translation>
    </message>
    <message>
        <source>Connexion</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Courriels de la démonstration</source>
        <translation>Mails of the demonstration</translation>
    </message>
    <message>
        <source>Ouvrir le dossier des courriels</source>
        <translation>Open the folder of mails</translation>
    </message>
    <message>
        <source>Aucun courriel ne part&#xa0;: le relais les écrit ici, un fichier .eml par courriel.</source>
        <translation>No mail is sent: the relay writes them here, one .eml file each.</translation>
    </message>
    <message>
        <source>À propos</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Assistance AP, console du support téléphonique</source>
        <translation>Assistance AP, phone support console</translation>
    </message>
    <message>
        <source>Logiciel libre sous Licence Publique de l’Union européenne (EUPL) 1.2, construit avec Qt et PostgreSQL.</source>
        <translation>Free software under the European Union Public Licence (EUPL) 1.2, built with Qt and PostgreSQL.</translation>
    </message>
    <message>
        <source>Base «&#xa0;%1&#xa0;» de %2</source>
        <translation>Database “%1” at %2</translation>
    </message>
    <message>
        <source>Serveur privé de démonstration, sur ce poste</source>
        <translation>Private demonstration server, on this computer</translation>
    </message>
    <message>
        <source>Personne n’est connecté.</source>
        <translation>Nobody is logged in.</translation>
    </message>
    <message>
        <source>%1 (%2), superviseur</source>
        <translation>%1 (%2), supervisor</translation>
    </message>
    <message>
        <source>%1 (%2), agent</source>
        <translation>%1 (%2), agent</translation>
    </message>
    <message>
        <source>Terminez d’abord l’appel</source>
        <translation>End the call first</translation>
    </message>
    <message>
        <source>Version %1 · schéma de la base %2 · protocole %3</source>
        <translation>Version %1 · database schema %2 · protocol %3</translation>
    </message>
    <message>
        <source>Version %1 · protocole %2</source>
        <translation>Version %1 · protocol %2</translation>
    </message>
    <message>
        <source>Files de demandes</source>
        <translation>Ticket queues</translation>
    </message>
    <message>
        <source>Après la clôture d’une demande ouverte depuis une file</source>
        <translation>After closing a ticket opened from a queue</translation>
    </message>
    <message>
        <source>Ouvrir la demande suivante de la file</source>
        <translation>Open the next ticket in the queue</translation>
    </message>
    <message>
        <source>Revenir à la file</source>
        <translation>Go back to the queue</translation>
    </message>
    <message>
        <source>Rester dans le dossier</source>
        <translation>Stay in the file</translation>
    </message>
</context>
<context>
    <name>desk::Sheet</name>
    <message>
        <source>Confirmer</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fait pour l’appel en cours</source>
        <translation>Done for the current call</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Enregistrement en cours…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Pas fait</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>La base centrale n’était pas joignable&#xa0;: rien n’a été modifié, votre texte est conservé. Confirmez de nouveau quand la connexion sera revenue.</source>
        <translation>The central database could not be reached: nothing was changed, your text is kept. Confirm again once the connection is back.</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Réponse perdue</source>
        <translation>Answer lost</translation>
    </message>
    <message>
        <source>La réponse s’est perdue&#xa0;: l’opération a peut-être été faite. La console la recherche par son numéro dès que la connexion revient&#xa0;; ne la refaites pas. Vous pouvez fermer cette feuille, le résultat s’affichera dans le dossier.</source>
        <translation>The answer got lost: the operation may have been carried out. The console looks it up by its number as soon as the connection is back; do not do it again. You may close this sheet, the result will appear in the file.</translation>
    </message>
    <message>
        <source>Fait pour la demande %1</source>
        <translation>Done for ticket %1</translation>
    </message>
</context>
<context>
    <name>desk::SheetHost</name>
    <message>
        <source>Cette opération porte sur un compte ou une demande qui n’est pas dans le dossier ouvert. Rien n’a été fait&#xa0;: rouvrez le dossier de l’appelant, puis recommencez.</source>
        <translation>This operation concerns an account or ticket that is not in the open file. Nothing was done: open the caller’s file again, then start over.</translation>
    </message>
</context>
<context>
    <name>desk::ShortcutsOverlay</name>
    <message>
        <source>Raccourcis clavier</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Refermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>desk::StatusLine</name>
    <message>
        <source>F5 relire · Ctrl+? raccourcis</source>
        <translation>F5 read again · Ctrl+? shortcuts</translation>
    </message>
    <message>
        <source>Base centrale</source>
        <translation>Central database</translation>
    </message>
    <message>
        <source>Démonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Déconnecté</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Connexion…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Connexion perdue, reconnexion…</source>
        <translation>Connection lost, reconnecting…</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>superviseur&#xa0;: %1</source>
        <translation>supervisor: %1</translation>
    </message>
    <message>
        <source>agent&#xa0;: %1</source>
        <translation>agent: %1</translation>
    </message>
    <message>
        <source>aucun courriel en attente</source>
        <translation>no mail waiting</translation>
    </message>
    <message numerus="yes">
        <source>%n courriel(s) en attente</source>
        <translation>
            <numerusform>%n mail waiting</numerusform>
            <numerusform>%n mails waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Connexion perdue, nouvel essai dans %1 s</source>
        <translation>Connection lost, next attempt in %1 s</translation>
    </message>
    <message>
        <source>connexion à la base…</source>
        <translation>connecting to the database…</translation>
    </message>
    <message>
        <source>lecture du dossier…</source>
        <translation>reading the file…</translation>
    </message>
    <message>
        <source>relecture du dossier…</source>
        <translation>reading the file again…</translation>
    </message>
    <message>
        <source>opération en cours…</source>
        <translation>operation under way…</translation>
    </message>
    <message>
        <source>vérification du sort d’une opération…</source>
        <translation>checking what became of an operation…</translation>
    </message>
    <message>
        <source>enregistrement de la note…</source>
        <translation>saving the note…</translation>
    </message>
    <message>
        <source>lecture de la valeur…</source>
        <translation>reading the value…</translation>
    </message>
    <message>
        <source>lecture des scripts…</source>
        <translation>reading the scripts…</translation>
    </message>
    <message>
        <source>attente de la base…</source>
        <translation>waiting for the database…</translation>
    </message>
    <message numerus="yes">
        <source>%n refusé(s) ou revenu(s)</source>
        <translation>
            <numerusform>%n refused or bounced</numerusform>
            <numerusform>%n refused or bounced</numerusform>
        </translation>
    </message>
    <message>
        <source>lecture de la page…</source>
        <translation>reading the page…</translation>
    </message>
</context>
<context>
    <name>desk::StepSection</name>
    <message>
        <source>Script en cours</source>
        <translation>Current script</translation>
    </message>
    <message>
        <source>⚠ Commencé pour %1</source>
        <translation>⚠ Started for %1</translation>
    </message>
    <message>
        <source>À faire&#xa0;: %1</source>
        <translation>To do: %1</translation>
    </message>
    <message>
        <source>? À demander</source>
        <translation>? To ask</translation>
    </message>
    <message>
        <source>✓ Constaté</source>
        <translation>✓ Established</translation>
    </message>
    <message>
        <source>Le script est terminé et gardé avec l’appel. Ouvrez un autre script, ou terminez l’appel (F9).</source>
        <translation>The script is finished and kept with the call. Open another script, or end the call (F9).</translation>
    </message>
    <message>
        <source>opération</source>
        <translation>operation</translation>
    </message>
    <message>
        <source>%1 Issue : %2</source>
        <translation>%1 Outcome: %2</translation>
    </message>
    <message>
        <source>Fin de ce script ; le précédent continue là où il en était.</source>
        <translation>End of this script; the previous one goes on where it was.</translation>
    </message>
    <message>
        <source>Le script est terminé et gardé. Vous pouvez en ouvrir un autre.</source>
        <translation>The script is finished and kept. You can open another one.</translation>
    </message>
    <message>
        <source>déjà faite</source>
        <translation>already done</translation>
    </message>
</context>
<context>
    <name>desk::SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Établissements</source>
        <translation>Establishments</translation>
    </message>
    <message>
        <source>Comptes</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Demandes d’assistance</source>
        <translation>Support tickets</translation>
    </message>
    <message>
        <source>SIRET connus, à une erreur près</source>
        <translation>Known SIRETs, one slip away</translation>
    </message>
</context>
<context>
    <name>desk::SupervisionPage</name>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ce qui est affiché date de la dernière lecture.</source>
        <translation>What is shown is from the last reading.</translation>
    </message>
    <message>
        <source>Pas de connexion</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>Lecture impossible</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>Cette page sera relue dès que la console sera reconnectée.</source>
        <translation>This page is read again as soon as the console is connected again.</translation>
    </message>
</context>
<context>
    <name>desk::TicketCard</name>
    <message>
        <source>reçue %1</source>
        <translation>received %1</translation>
    </message>
    <message>
        <source>même demandeur</source>
        <translation>same requester</translation>
    </message>
    <message>
        <source>chez %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Aucune demande choisie.</source>
        <translation>No ticket chosen.</translation>
    </message>
    <message>
        <source>Les flèches ou un clic en choisissent une, Entrée ouvre son dossier.</source>
        <translation>The arrow keys or a click choose one, Enter opens its file.</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>1 doublon probable</source>
        <translation>1 probable duplicate</translation>
    </message>
    <message>
        <source>%1 doublons probables</source>
        <translation>%1 probable duplicates</translation>
    </message>
    <message>
        <source>%1 fusionnées avec elle</source>
        <translation>%1 merged with it</translation>
    </message>
    <message>
        <source>Sans description.</source>
        <translation>No description.</translation>
    </message>
    <message>
        <source>Doublon probable : %1</source>
        <translation>Probable duplicate: %1</translation>
    </message>
    <message>
        <source>Fusionnée avec elle : %1</source>
        <translation>Merged with it: %1</translation>
    </message>
    <message>
        <source>n’est plus dans cette file</source>
        <translation>no longer in this queue</translation>
    </message>
</context>
<context>
    <name>desk::TicketForm</name>
    <message>
        <source>Écrivez quelques mots.</source>
        <translation>Write a few words.</translation>
    </message>
    <message>
        <source>Changée entre-temps</source>
        <translation>Changed meanwhile</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2 Confirmez de nouveau si cela convient toujours.</source>
        <translation>%1: %2 Confirm again if this still suits.</translation>
    </message>
    <message>
        <source>Déjà close</source>
        <translation>Closed already</translation>
    </message>
    <message>
        <source>Votre texte est conservé.</source>
        <translation>Your text is kept.</translation>
    </message>
    <message>
        <source>Votre texte est conservé. Confirmez de nouveau si cela convient toujours.</source>
        <translation>Your text is kept. Confirm again if this still suits.</translation>
    </message>
</context>
<context>
    <name>desk::TicketRoute</name>
    <message>
        <source>✓ Demande %1 close</source>
        <translation>✓ Ticket %1 closed</translation>
    </message>
</context>
<context>
    <name>desk::TicketRow</name>
    <message>
        <source>Demandeur non précisé</source>
        <translation>Requester not given</translation>
    </message>
    <message>
        <source>Adresse du demandeur</source>
        <translation>Requester’s address</translation>
    </message>
    <message>
        <source>Téléphone du demandeur</source>
        <translation>Requester’s phone</translation>
    </message>
    <message>
        <source>Sans description.</source>
        <translation>No description.</translation>
    </message>
    <message>
        <source>Réponse envoyée&#xa0;: %1</source>
        <translation>Answer sent: %1</translation>
    </message>
    <message>
        <source>Autres actions</source>
        <translation>Other actions</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>desk::TicketStrip</name>
    <message>
        <source>Demande</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Retour à la file</source>
        <translation>Back to the queue</translation>
    </message>
    <message>
        <source>Demande %1, dans l’appel en cours</source>
        <translation>Ticket %1, in the current call</translation>
    </message>
    <message>
        <source>Demande %1, personne au téléphone. F7 ouvre un appel.</source>
        <translation>Ticket %1, nobody on the phone. F7 opens a call.</translation>
    </message>
</context>
<context>
    <name>desk::TicketsCard</name>
    <message>
        <source>Nouvelle demande…</source>
        <translation>New ticket…</translation>
    </message>
    <message>
        <source>Demandes d’assistance</source>
        <translation>Support tickets</translation>
    </message>
    <message>
        <source>aucune ouverte</source>
        <translation>none open</translation>
    </message>
    <message>
        <source>1 ouverte</source>
        <translation>1 open</translation>
    </message>
    <message>
        <source>%1 ouvertes</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>, 1 close</source>
        <translation>, 1 closed</translation>
    </message>
    <message>
        <source>, %1 closes</source>
        <translation>, %1 closed</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>masquer les demandes closes</source>
        <translation>hide closed tickets</translation>
    </message>
    <message>
        <source>voir la demande close</source>
        <translation>show the closed ticket</translation>
    </message>
    <message>
        <source>voir les %1 demandes closes</source>
        <translation>show the %1 closed tickets</translation>
    </message>
    <message>
        <source>voir 1 autre demande</source>
        <translation>show 1 more ticket</translation>
    </message>
    <message>
        <source>voir les %1 autres demandes</source>
        <translation>show %1 more tickets</translation>
    </message>
</context>
<context>
    <name>desk::TopBar</name>
    <message>
        <source>RECETTE</source>
        <translation>ACCEPTANCE</translation>
    </message>
    <message>
        <source>DÉMONSTRATION</source>
        <translation>DEMONSTRATION</translation>
    </message>
</context>
<context>
    <name>desk::UnknownPage</name>
    <message>
        <source>Créer mon espace</source>
        <translation>Créer mon espace</translation>
    </message>
    <message>
        <source>l’extranet</source>
        <translation>the extranet</translation>
    </message>
    <message>
        <source>Faites relire le SIRET, groupe par groupe&#xa0;: un chiffre faux ou deux chiffres échangés suffisent.</source>
        <translation>Have the SIRET read again, group by group: one wrong digit or two swapped ones are enough.</translation>
    </message>
    <message>
        <source>S’il est exact, l’établissement n’est pas inscrit&#xa0;: c’est le cas 1 de la procédure de récupération. L’appelant va sur %1, «&#xa0;%2&#xa0;», saisit son SIRET et le code de sécurité, accepte les conditions, puis remplit le formulaire de création.</source>
        <translation>If it is right, the establishment is not registered: this is case 1 of the recovery procedure. The caller goes to %1, “%2”, types the SIRET and the security code, accepts the conditions, then fills in the creation form.</translation>
    </message>
    <message>
        <source>S’il a changé de SIRET, il lui faut un nouvel espace&#xa0;: rien n’est repris de l’ancien.</source>
        <translation>If its SIRET has changed, it needs a new space: nothing is taken over from the old one.</translation>
    </message>
    <message>
        <source>Faites épeler, puis cherchez par le SIRET de l’établissement&#xa0;: ses comptes y sont tous.</source>
        <translation>Have it spelt out, then search by the establishment’s SIRET: all its accounts are there.</translation>
    </message>
    <message>
        <source>Si le SIRET est connu, l’utilisateur déjà inscrit peut ajouter l’appelant ou lui passer la main sur la fiche établissement.</source>
        <translation>If the SIRET is known, the user already registered can add the caller or hand over to them on the establishment’s page.</translation>
    </message>
    <message>
        <source>Si le SIRET est inconnu aussi, l’inscription reste à faire&#xa0;: c’est le cas 1 de la procédure de récupération.</source>
        <translation>If the SIRET is unknown too, registration is still to be done: this is case 1 of the recovery procedure.</translation>
    </message>
    <message>
        <source>SIRET inconnu</source>
        <translation>Unknown SIRET</translation>
    </message>
    <message>
        <source>Aucun établissement de l’extranet ne porte ce SIRET.</source>
        <translation>No establishment of the extranet has this SIRET.</translation>
    </message>
    <message>
        <source>SIREN inconnu</source>
        <translation>Unknown SIREN</translation>
    </message>
    <message>
        <source>Aucun établissement de cette entreprise n’est inscrit.</source>
        <translation>No establishment of this company is registered.</translation>
    </message>
    <message>
        <source>Adresse inconnue</source>
        <translation>Unknown address</translation>
    </message>
    <message>
        <source>Aucun compte n’est enregistré avec cette adresse électronique.</source>
        <translation>No account is recorded with this e-mail address.</translation>
    </message>
    <message>
        <source>Numéro inconnu</source>
        <translation>Unknown number</translation>
    </message>
    <message>
        <source>Aucun compte ni établissement n’est enregistré avec ce téléphone.</source>
        <translation>No account or establishment is recorded with this phone number.</translation>
    </message>
    <message>
        <source>Demande inconnue</source>
        <translation>Unknown ticket</translation>
    </message>
    <message>
        <source>Aucune demande d’assistance ne porte ce numéro.</source>
        <translation>No support ticket has this number.</translation>
    </message>
    <message>
        <source>Faites relire le numéro, ou cherchez par le SIRET&#xa0;: les demandes de l’établissement y sont toutes.</source>
        <translation>Have the number read again, or search by SIRET: all the establishment’s tickets are there.</translation>
    </message>
    <message>
        <source>Rien ne correspond</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Aucun compte ni établissement ne correspond à cette recherche.</source>
        <translation>No account or establishment matches this search.</translation>
    </message>
    <message>
        <source>SIRET connus à une faute de frappe près</source>
        <translation>Known SIRETs one typing slip away</translation>
    </message>
    <message>
        <source>✗ Inconnu</source>
        <translation>✗ Unknown</translation>
    </message>
    <message>
        <source>Entrée ouvre</source>
        <translation>Enter opens</translation>
    </message>
    <message>
        <source>Que faire maintenant</source>
        <translation>What to do now</translation>
    </message>
    <message>
        <source>Nouvelle demande…</source>
        <translation>New ticket…</translation>
    </message>
    <message>
        <source>SIRET mal formé</source>
        <translation>Malformed SIRET</translation>
    </message>
    <message>
        <source>Aucun établissement de l’extranet ne porte ce SIRET. Les demandes faites avec lui sont ci-dessous&#xa0;: elles se prennent, se commentent et se closent comme les autres.</source>
        <translation>No establishment of the extranet has this SIRET. The tickets made with it are below: they are taken, commented on and closed like any other.</translation>
    </message>
    <message>
        <source>Ce qui a été tapé n’est pas un SIRET. Les demandes faites avec lui sont ci-dessous&#xa0;: elles se prennent, se commentent et se closent comme les autres.</source>
        <translation>What was typed is not a SIRET. The tickets made with it are below: they are taken, commented on and closed like any other.</translation>
    </message>
    <message>
        <source>Si l’un des SIRET connus à une faute près est le bon, ouvrez son dossier pour y faire ce que la demande attend.</source>
        <translation>If one of the known SIRETs that differ by one error is the right one, open its file to do there what the ticket is waiting for.</translation>
    </message>
    <message>
        <source>Sinon, mettez la demande en attente du demandeur, ou répondez-lui en demandant le SIRET exact.</source>
        <translation>Otherwise, put the ticket on hold for the requester, or answer them asking for the exact SIRET.</translation>
    </message>
    <message>
        <source>SIRET non précisé</source>
        <translation>SIRET not given</translation>
    </message>
</context>
<context>
    <name>desk::WalkKeys</name>
    <message>
        <source>touche R</source>
        <translation>key R</translation>
    </message>
    <message>
        <source>touche Retour arrière</source>
        <translation>Backspace key</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>début</source>
        <translation>start</translation>
    </message>
    <message>
        <source>recommencer</source>
        <translation>begin again</translation>
    </message>
    <message>
        <source>retour</source>
        <translation>back</translation>
    </message>
    <message>
        <source>étape précédente</source>
        <translation>step back</translation>
    </message>
    <message>
        <source>copié</source>
        <translation>copied</translation>
    </message>
    <message>
        <source>texte copié</source>
        <translation>text copied</translation>
    </message>
    <message>
        <source>copier</source>
        <translation>copy</translation>
    </message>
</context>
<context>
    <name>desk::WatchPage</name>
    <message>
        <source>! plafond atteint</source>
        <translation>! ceiling reached</translation>
    </message>
    <message>
        <source>! inhabituel</source>
        <translation>! unusual</translation>
    </message>
    <message>
        <source>relevé jusqu’à %1</source>
        <translation>lifted until %1</translation>
    </message>
    <message>
        <source>habituel</source>
        <translation>usual</translation>
    </message>
    <message>
        <source>Surveillance</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Opération</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Cette heure</source>
        <translation>This hour</translation>
    </message>
    <message>
        <source>Plafond</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Échecs</source>
        <translation>Failures</translation>
    </message>
    <message>
        <source>Refus</source>
        <translation>Refusal</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Dernier</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Aucune opération sous plafond aujourd’hui.</source>
        <translation>No operation under a ceiling today.</translation>
    </message>
    <message>
        <source>La base n’a rien refusé aujourd’hui.</source>
        <translation>The database has refused nothing today.</translation>
    </message>
    <message>
        <source>Relever le plafond…</source>
        <translation>Lift the ceiling…</translation>
    </message>
    <message>
        <source>Relever</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Refusé par la base</source>
        <translation>Refused by the database</translation>
    </message>
    <message>
        <source>Opérations de chaque agent</source>
        <translation>Operations of each agent</translation>
    </message>
    <message>
        <source>Opérations de plus</source>
        <translation>More operations</translation>
    </message>
    <message>
        <source>Pendant</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Plafond relevé jusqu’à %1.</source>
        <translation>Ceiling lifted until %1.</translation>
    </message>
    <message>
        <source>! bloqué</source>
        <translation>! blocked</translation>
    </message>
    <message>
        <source>essais restants</source>
        <translation>tries left</translation>
    </message>
    <message>
        <source>choisissez une ligne</source>
        <translation>choose a row</translation>
    </message>
    <message>
        <source>votre propre plafond</source>
        <translation>your own ceiling</translation>
    </message>
    <message>
        <source>&#xa0;min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Relever le plafond de %1&#xa0;: %2 (%3 par heure)</source>
        <translation>Lift the ceiling of %1: %2 (%3 an hour)</translation>
    </message>
    <message>
        <source>Écrivez pourquoi&#xa0;: la raison reste dans le journal.</source>
        <translation>Write why: the reason stays in the journal.</translation>
    </message>
    <message>
        <source>Aucune vérification manquée aujourd’hui.</source>
        <translation>No failed check today.</translation>
    </message>
    <message>
        <source>Vérifications de l’appelant manquées</source>
        <translation>Failed caller checks</translation>
    </message>
</context>
<context>
    <name>desk::WatchedCard</name>
    <message>
        <source>Comptes à surveiller</source>
        <translation>Accounts to watch</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Débloquer…</source>
        <translation>Unlock…</translation>
    </message>
    <message>
        <source>Renvoyer la confirmation…</source>
        <translation>Send the confirmation again…</translation>
    </message>
    <message>
        <source>Renvoyer le courriel</source>
        <translation>Send the e-mail again</translation>
    </message>
    <message>
        <source>sans établissement</source>
        <translation>no establishment</translation>
    </message>
    <message>
        <source>choisissez une ligne</source>
        <translation>choose a row</translation>
    </message>
    <message>
        <source>déjà fait</source>
        <translation>already done</translation>
    </message>
    <message>
        <source>Débloquer</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Renvoyer</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>✓ débloqué à %1</source>
        <translation>✓ unlocked at %1</translation>
    </message>
    <message>
        <source>✓ renvoyé à %1</source>
        <translation>✓ sent again at %1</translation>
    </message>
    <message>
        <source>%1 est débloqué.</source>
        <translation>%1 is unlocked.</translation>
    </message>
    <message>
        <source>Le courriel est en file d’envoi ; la page Courriels dit quand il part.</source>
        <translation>The e-mail is in the sending queue; the Mails page says when it leaves.</translation>
    </message>
</context>
<context>
    <name>desk::WrapUpPanel</name>
    <message>
        <source>Précision</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Terminer l’appel</source>
        <translation>End the call</translation>
    </message>
    <message>
        <source>Entrée</source>
        <comment>the Enter key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Continuer l’appel</source>
        <translation>Go on with the call</translation>
    </message>
    <message>
        <source>Issue de l’appel</source>
        <translation>Outcome of the call</translation>
    </message>
    <message>
        <source>Précision (obligatoire)</source>
        <translation>Details (required)</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Choisissez l’issue de l’appel.</source>
        <translation>Choose the outcome of the call.</translation>
    </message>
    <message>
        <source>Cette issue demande une précision&#xa0;: quelques mots suffisent.</source>
        <translation>This outcome needs details: a few words are enough.</translation>
    </message>
</context>
</TS>

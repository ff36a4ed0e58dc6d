/** One sentence a problem code: what happened, what was kept, what to do. */
export const errors = {
  'error.unexpected':
    'An unexpected error occurred (reference {reference}). What was saved before is unchanged. Try again; if it happens twice, report it with this reference. The details are in a log on this computer only.',
  'error.row-invalid':
    'This change was not saved: “{field}” in {table} is not valid ({reason}). Nothing was changed; please report this.',
  'error.round-closed':
    'The round “{round}” is closed, so its ratings can no longer change. Reopen it first.',
  'error.person-unnamed': 'A person needs a name. Nothing was changed.',
  'error.person-in-use':
    'This person cannot be deleted: {dialogues, plural, one {# dialogue} other {# dialogues}} and {rounds, plural, one {# round} other {# rounds}} refer to them. Merge them with somebody else, or link those participants to somebody else first.',
  'error.person-in-closed-round':
    'The closed round “{round}” names this person as an assessor, and a closed round never changes. Merge the other way round.',
  'error.person-split-nothing':
    'To split a person, choose some of their dialogues and leave at least one. Nothing was changed.',
  'error.passage-missing': 'The passage this refers to no longer exists. Nothing was changed.',
  'error.selection-empty': 'Select some words first; only blank space was selected.',
  'error.row-missing':
    'What this refers to is no longer there (it may have been removed). Nothing was changed; undo may bring it back.',
  'error.dialogue-in-closed-round':
    'This dialogue is evidence of the closed round “{round}” and cannot be removed. Nothing was changed; reopen the round first if it must go.',
  'error.speaker-elsewhere':
    'A turn can only be given to someone who took part in the same dialogue. Nothing was changed; choose somebody who took part in this one.',
  'error.not-a-workspace-file':
    '“{name}” is not a Hearken workspace file (.hearken), so it was not opened. To import a transcript, open a workspace and drop the file on Dialogues.',
  'error.call-refused':
    'The app refused a request of its own window ({name}). Nothing was changed. Please report this.',
  'error.no-workspace': 'No workspace is open. Open one first.',
  'error.workspace-closed':
    'The workspace was being closed, so this change was not saved. Open it again and repeat the change.',
  'error.workspace-missing':
    'This workspace’s folder is no longer in its place. If it was moved to the trash, restore it from there; otherwise open a saved copy (.hearken).',
  'error.workspace-locked':
    'The workspace is open on another computer ({host}). Close it there first; it can be opened here two minutes later.',
  'error.workspace-sealed':
    'This workspace is encrypted and locked. Nothing was opened or changed; unlock it with its passphrase or its recovery key.',
  'error.encryption-wrong-passphrase':
    'This is not the passphrase of the workspace. It stays locked, and nothing was changed. Check capital letters and the input method, or use the recovery key.',
  'error.encryption-passphrase-short':
    'A passphrase needs at least {limit} characters. Nothing was changed; several words that do not belong together are easy to remember and hard to guess.',
  'error.encryption-recovery-typo':
    'Group {group} of the recovery key is mistyped. A recovery key has 8 groups of 6 digits. The workspace stays locked, and nothing was changed; compare this group with your printout.',
  'error.encryption-wrong-recovery':
    'This recovery key is not the one of this workspace: it belongs to another one, was replaced by a newer one, or its groups are in another order. The workspace stays locked, and nothing was changed.',
  'error.encryption-damaged':
    'The file that holds the encrypted keys of this workspace is damaged or missing, so no passphrase can open it. Nothing was changed. Restore the workspace’s folder from your own backup, or open a saved copy (.hearken).',
  'error.encryption-newer':
    'This workspace was encrypted by a newer version of Hearken. It was not opened, and nothing was changed. Update the app, then open it again.',
  'error.encryption-keychain':
    'This computer’s keychain does not give the key of this workspace: it is locked, not available, or no longer has it. Nothing was changed; use the passphrase.',
  'error.encryption-ticket':
    'The key that was prepared for this workspace is no longer there. Nothing was encrypted; choose the passphrase again, and discard the recovery key that was shown before.',
  'error.encryption-open': 'The workspace is open, so its encryption was not changed. Close it first.',
  'error.encryption-otherwise':
    'The encryption of this workspace has changed in the meantime. Nothing was changed; look at the list of workspaces again.',
  'error.encryption-unverified':
    'What was written did not read back as it was ({name}), so the encryption of this workspace was not changed. Everything is as it was; check the disk.',
  'error.encryption-leftover':
    'The encryption of this workspace was changed, but its earlier files could not be removed and still lie in {folder}. They are removed at the next start of Hearken; if that folder is still there then, delete it.',
  'error.encryption-repair-first':
    'The change log of this workspace is damaged and not repaired yet, so its encryption was not changed. Open it, which repairs it, then close it and try again.',
  'error.protected-wrong-passphrase':
    'This is not the passphrase of the file, or the beginning of the file is damaged. Nothing was opened. Check capital letters and the input method, then try again.',
  'error.protected-damaged':
    'This protected file is damaged or incomplete, so nothing was opened and nothing was stored. Ask for the file again.',
  'error.protected-unsupported':
    'Hearken cannot open this protected file: it was not protected by a passphrase, or by a newer program. Nothing was opened. Ask for a copy that was saved with a passphrase in Hearken.',
  'error.store-behind':
    'Your last change is safe on disk, but the app can no longer show what it holds ({reason}). Close the workspace and open it again.',
  'error.journal-sequence':
    'This change was not saved, because another one came first. The app has caught up: please make the change again.',
  'error.journal-foreign':
    'Another program has altered the workspace’s change log, so nothing more is saved for now. Close the workspace and open it again; what was saved before is kept.',
  'error.journal-moved':
    'The workspace’s folder was moved, renamed or replaced while it was open, so this change was not saved. Put the folder back, then close the workspace and open it again.',
  'error.not-writable':
    'The app may not write here, so nothing was saved. What was saved before is kept and can be read. Check the folder’s permissions, or whether the disk is write-protected.',
  'error.log-lost':
    'The change log of this workspace is gone, and neither the database nor a backup holds anything of it. Nothing was changed. Restore its folder from your own backup, or open a saved copy (.hearken).',
  'error.workspace-newer':
    'This workspace was last used with a newer version of Hearken. It was not opened, so that nothing is lost. Update the app, then open it again.',
  'error.journal-write':
    'The change could not be written to disk ({reason}) and was not saved. What was saved before is kept. Check the disk, then open the workspace again.',
  'error.journal-damaged':
    'The workspace’s change log is damaged at change {seq}. Close the workspace and open it again: what can be repaired is repaired, and the damaged file is kept.',
  'error.journal-gap':
    'Change {seq} is missing from the workspace’s change log. Nothing was changed. Open a backup, or close the workspace and open it again.',
  'error.disk-full':
    'The disk is full, so this change was not saved. What was saved before is kept. Free some space, then make the change again.',
  'error.disk-full-behind':
    'The disk is full. Your change is in the change log and will be shown as soon as there is space again; until then, no further changes can be made. Free some space.',
  'error.profile-not-writable':
    'Hearken cannot write to the folder in which it keeps its data ({folder}), so it was not started. Nothing was changed. Check the folder’s permissions, or whether the disk is write-protected.',
  'error.snapshot-damaged':
    'This backup is damaged and cannot be opened. The workspace itself is not affected; choose another backup.',
  'error.snapshot-unverified':
    'A backup ({name}) could not be verified after writing and was discarded. Your changes are safe in the change log; check the disk.',
  'error.file-missing': 'The file “{name}” is not there. Check its name and folder.',
  'error.file-damaged':
    'The kept original {name} no longer has the content it was kept with. The text taken from it is not affected.',
  'error.font-missing':
    'No font on this machine has the character “{character}”. Install one with Japanese, e.g. Noto Sans CJK (Debian: fonts-noto-cjk), and try again.',
  'error.file-sealed':
    '“{name}” belongs to an encrypted workspace, which is opened in the app alone. Nothing was read. Open the workspace in Hearken, save a copy (.hearken), and use that.',
  'error.file-unreadable': 'The file “{name}” could not be read ({reason}). Check that you may open it.',
  'error.file-too-large':
    'The file “{name}” is larger than {limit} MB and was not read. Nothing was changed.',
  'error.save-failed':
    '“{name}” could not be saved there ({reason}). A file of that name, if there was one, is as it was. Choose another folder.',
  'error.copy-contradicts':
    'No copy was saved: the workspace contradicts itself in {part}, most likely because data were lost when it was repaired, and a copy could not be opened again. The workspace itself is kept as it is. Open one of its backups (Settings) and save a copy of that.',
  'error.archive-foreign':
    'This is not a Hearken workspace file, whatever its name says. Nothing was opened; choose a file that Hearken saved (.hearken).',
  'error.archive-newer':
    'This workspace file was written by a newer Hearken ({app}). Nothing was opened; update the app, then open it again.',
  'error.archive-damaged':
    'This workspace file is damaged or cut short ({part}). Nothing was opened; ask for it to be sent or copied again.',
  'error.archive-hostile':
    'This file is built in a way that could harm the computer: {reason, select, path {parts of it would be written outside their folder} ratio {it would swell to more than a hundred times its size} total {it would fill the memory} entries {it has far too many parts} duplicate {it holds two parts of one name} overlap {its parts overlap} size {its parts are larger than they say} doctype {it defines words of its own that can swell without end} depth {it is nested too deeply} paragraphs {it has far too many paragraphs} other {{reason}}} ({part}). It was not opened, and nothing was changed.',
  'error.archive-invalid':
    'This workspace file holds something the app cannot accept ({part}, row {row}, field {field}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-duplicate':
    'This workspace file contradicts itself: the same id stands there twice ({part}, row {row}, field {field}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-dangling':
    'This workspace file contradicts itself: a row refers to another one that is not in the file ({part}, row {row}, field {field}: {target}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-elsewhere':
    'This workspace file contradicts itself: a row of one dialogue refers to a row of another ({part}, row {row}, field {field}: {target}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-circle':
    'This workspace file contradicts itself: rows follow one another in a circle ({part}, row {row}, field {field}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-passage':
    'This workspace file contradicts itself: a passage {reason, select, beyond {ends beyond the text of its turn} other {does not have the words that its turn has there}} ({part}, row {row}, field {field}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-history':
    'This workspace file contradicts itself: {reason, select, twice {two entries of its record of changes have the same id} before {an entry changes a row from a state that it never had} id {an entry writes a row under another id} edit {an entry names another undo or redo than the one that comes next} undo {an entry does not undo what it says it undoes} redo {an entry does not bring back what it says it redoes} other {its rows are not those that its record of changes leads to}} ({part}, row {row}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-chain':
    'The change log in this workspace file was altered after it was saved: a line is changed, missing or out of place ({part}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.archive-unowned':
    'This workspace file should hold one row that says whose workspace it is, and holds {count, number} ({part}). Nothing was stored. Ask whoever sent the file to save it again, or open an earlier copy.',
  'error.taxonomy-invalid':
    'The list of issues that comes with the app is damaged at “{field}” ({reason}). Nothing was changed; install the app again.',
  'error.issue-name-missing': 'An issue needs a name in at least one language. Nothing was changed.',
  'error.issue-name-taken':
    'Another issue of this category is called “{name}” already. Nothing was changed; choose another name, or merge the two.',
  'error.issue-merge-self': 'Choose another issue to merge into. Nothing was changed.',
  'error.issue-merged-away':
    'This issue was merged into another one. Nothing was changed; undo the merge first, or work on the issue it went into.',
  'error.issue-retired-before-start':
    'An issue cannot leave the list before the fiscal year in which it was added. Nothing was changed.',
  'error.theme-name-missing': 'A theme needs a name in at least one language. Nothing was changed.',
  'error.theme-empty': 'A theme needs at least one issue. Nothing was changed.',
  'error.theme-decided':
    'A decision refers to this theme, so it cannot be deleted. Nothing was changed; change the decision first.',
  'error.figure-there':
    'This source already has a figure for the same indicator, organisation, part and period. Nothing was changed; change that one, or restate it.',
  'error.figure-published':
    'This figure stands in a published report, so it is not overwritten. Nothing was changed; restate it, and say why: the old figure is kept beside the new one.',
  'error.figure-restated':
    'Another figure restates this one, so it stays as it is. Nothing was changed; work on the restated figure.',
  'error.indicator-unit-counted':
    'Figures stand under this unit, so another unit would make them say something else. Nothing was changed; add a new indicator for the other unit.',
  'error.indicator-part-counted':
    'Figures are counted in a part that would be removed. Nothing was changed; remove those figures first.',
  'error.figure-cell':
    'This part does not belong to the breakdowns of its indicator. Nothing was changed; add the part to the indicator first.',
  'error.figure-elsewhere': 'These figures are not about the same thing. Nothing was changed.',
  'error.figure-uncited':
    'A figure needs a source or a passage that states it. Nothing was changed; name the source.',
  'error.figure-status':
    'A figure has either a number or the reason why there is none, and a range goes from the lower to the higher number. Nothing was changed.',
  'error.figure-whose':
    'A figure either names its organisation or says that it is not stated. Nothing was changed.',
  'error.figure-needs-reason':
    'This asks for a reason, which is kept with the figure. Nothing was changed; say why.',
  'error.still-referred-to':
    'This is still used in {count, plural, one {one place} other {# places}}, so it cannot be deleted. Nothing was changed; change those first.',
  'error.register-name-missing': 'A name is needed in at least one language. Nothing was changed.',
  'error.organisation-circle':
    'An organisation cannot be part of itself, directly or through others. Nothing was changed.',
  'error.report-circle':
    'A body cannot report to itself, directly or through others. Nothing was changed; choose another body.',
  'error.source-circle':
    'An edition cannot replace itself, directly or through others. Nothing was changed; choose another edition.',
  'error.instrument-code-taken':
    'Another text already has the short name “{code}”. Nothing was changed; choose another short name.',
  'error.instrument-code-missing': 'A text needs a short name to be cited by. Nothing was changed.',
  'error.entry-unsaid': 'An entry needs words or a date. Nothing was changed; write what happened, or when.',
  'error.entry-why': 'This asks for a reason, which is kept with the entry. Nothing was changed; say why.',
  'error.advice-response':
    'Advice that goes from heard to its outcome in one step needs the company’s response. Nothing was changed; write the response, then set the status.',
  'error.advice-uncommitted':
    'Accepted advice needs a commitment, or the reason why nothing is promised. Nothing was changed; add one of the two, then accept it.',
  'error.advice-only-commitment':
    'This is the only commitment of advice that was accepted. Nothing was changed; mark it dropped and say why, or take the advice back first.',
  'error.advice-commitments-open':
    '{count, plural, one {A commitment of this advice is} other {# commitments of this advice are}} still open, so the advice cannot be done. Nothing was changed; mark each as kept, or as dropped or replaced with the reason.',
  'error.commitment-why':
    'A commitment that is dropped or replaced needs the reason. Nothing was changed; write why, then set the status.',
  'error.commitment-empty': 'A commitment needs words. Nothing was changed; write what was promised.',
  'error.entry-empty': 'There are no words about what happened. Nothing was changed; write what happened.',
  'error.told-where-made':
    'These words are from the dialogue in which it was promised. Nothing was changed; mark it as told in a later dialogue.',
  'error.follows-circle':
    'A dialogue cannot follow one that follows it. Nothing was changed; choose an earlier dialogue.',
  'error.coding-unplaced':
    'These words are not where they were coded, so their borders cannot be moved. Nothing was changed; put the passage in its place on the review list first.',
  'error.advice-step':
    'Advice cannot change to that status from its current one. Nothing was changed; choose one of the offered steps, or undo the last one.',
  'error.file-empty': '“{name}” is empty, so there is nothing to import. Nothing was stored.',
  'error.file-binary':
    '“{name}” holds no text, whatever its name says. Nothing was stored. Choose text, subtitles, a document that was written as text, or a web page.',
  'error.file-hostile':
    '“{name}” is built in a way that could harm the computer: {reason, select, path {parts of it would be written outside their folder} ratio {it would swell to more than a hundred times its size} total {it would fill the memory} entries {it has far too many parts} duplicate {it holds two parts of one name} overlap {its parts overlap} size {its parts are larger than they say} doctype {it defines words of its own that can swell without end} depth {it is nested too deeply} paragraphs {it has far too many paragraphs} other {{reason}}}. It was not opened, and nothing was stored.',
  'error.docx-broken':
    '“{name}” is not a valid Word document: it is damaged, incomplete, or something else under that name. Nothing was stored. Open it in Word, save it again as .docx, and import that copy.',
  'error.docx-old':
    '“{name}” is an Office file of the old kind, or protected by a password; which program wrote it cannot be determined. Nothing was stored. Open it where it comes from, save it as .docx without a password, and import that copy.',
  'error.doc-old':
    '“{name}” is a Word document of the old format (.doc). Nothing was stored. Open it in Word, save it as .docx, and import that copy.',
  'error.xls-old':
    '“{name}” is an Excel workbook of the old format (.xls). Nothing was stored. Open it in Excel, save the sheet with the transcript as .xlsx or .csv, and import that copy.',
  'error.ppt-old':
    '“{name}” is a PowerPoint presentation of the old format (.ppt), and a presentation cannot be read. Nothing was stored. If a dialogue is written in it, save it as PDF or put its text into a document, and import that.',
  'error.mail-outlook':
    '“{name}” is an Outlook message (.msg). Nothing was stored. Open it in Outlook, save it as text or as .eml, or save the transcript attached to it, and import that.',
  'error.file-image':
    '“{name}” is a picture. Nothing was stored. If it shows a transcript, have its text recognised (OCR) first, then import the text.',
  'error.file-media':
    '“{name}” is a sound or video recording. Nothing was stored. Hearken does not transcribe; have it transcribed first, then import the transcript or the subtitles.',
  'error.file-archive':
    '“{name}” is an archive in which there is no document that can be read as a whole. Nothing was stored. Unpack it, and import the transcript that is in it.',
  'error.file-archive-broken':
    '“{name}” is a zip file that is damaged or incomplete. Nothing was stored. Get it again from its source.',
  'error.file-database':
    '“{name}” is the database of another program. Nothing was stored. Export the transcript from that program as text or as a Word document, and import that.',
  'error.file-project':
    '“{name}” is a project of a program for qualitative data analysis (REFI-QDA). Nothing was stored. Export its transcripts from that program as text or as Word documents, and import those.',
  'error.file-slides':
    '“{name}” is a presentation (PowerPoint or Impress), and a presentation cannot be read. Nothing was stored. If a dialogue is written in it, save it as PDF or put its text into a document, and import that.',
  'error.file-sheet':
    '“{name}” is a spreadsheet of a kind that cannot be read. Nothing was stored. Save the sheet with the transcript as .csv, and import that copy.',
  'error.file-iwork':
    '“{name}” is a document of Pages, Keynote or Numbers. Nothing was stored. Export it there as a Word document or PDF, and import that copy.',
  'error.file-is-data':
    '“{name}” holds data ({kind}), but nothing in it looks like a transcript: no list of utterances with their words. Nothing was stored. Export the transcript as text, subtitles or a document, and import that.',
  'error.import-cancelled': 'Reading “{name}” was stopped. Nothing was stored.',
  'error.import-too-slow':
    'Reading “{name}” made no progress for {seconds} seconds and was stopped. Nothing was stored. Try a smaller part of it, or save it as plain text.',
  'error.import-empty': 'The dialogue has no text left to import. Nothing was stored.',
  'error.round-without-issues':
    'A round needs at least one issue. Nothing was changed; choose the issues to assess.',
  'error.round-without-assessors':
    'A round needs at least one assessor. Nothing was changed; add someone who rates.',
  'error.assessor-twice':
    'This name is already among the assessors of this round. Nothing was changed; use another name to tell them apart.',
  'error.change-needs-reason':
    'Rating has begun, so this change needs a reason, which is kept in the round’s log. Nothing was changed; give the reason.',
  'error.assessor-stays':
    'Rating in the round “{round}” has begun, so assessors are no longer removed from it. Nothing was changed; withdraw the assessor, which keeps their ratings and leaves them out of every figure.',
  'error.assessor-withdrawn':
    'This assessor was withdrawn from the round “{round}”. Nothing was changed; reinstate the assessor first.',
  'error.assessor-recused':
    'This assessor is recused from this issue. Nothing was changed; lift the recusal first.',
  'error.not-in-round':
    'This issue or assessor is not (or no longer) part of the round “{round}”. Nothing was changed; add it to the round first.',
  'error.likelihood-of-actual':
    'An impact that is already happening has no likelihood to rate. Nothing was changed; call it potential first.',
  'error.decision-needs-reason':
    'This decision departs from what the round’s thresholds suggest, so it needs a reason. Nothing was changed; give the reason.',
  'error.round-none': 'This workspace has no assessment round yet. Start one in the app first.',
  'error.search-failed':
    'Search has stopped (reference {reason}). Nothing in the workspace is affected; close the workspace and open it again to search.',
  'error.dialogue-none': 'This workspace has no dialogue yet. Import one in the app first.',
  'error.report-cancelled': 'The report was stopped. Nothing was saved.',
  'error.report-failed':
    'The report could not be made (reference {reason}). Your workspace is untouched; try again, and report this if it happens twice.',
  'error.picture-failed':
    'The picture could not be drawn. Nothing was changed; try again, or export it as SVG.',
  'error.originals-missing':
    'The copy was saved without {count, plural, one {an original file that is} other {# original files that are}} no longer readable on this computer: {names}. Everything else is in it.',
  'error.zip-broken':
    'This file is damaged or incomplete ({reason}) and could not be opened. Nothing was changed; get it again from its source.',
  'error.zip-unsupported':
    'This file is packed in a way the app cannot open ({reason}), for example with a password. Nothing was changed; save it again without one.',
  'error.zip-hostile':
    'This file is built in a way that could harm the computer ({reason}), so it was not opened. Nothing was changed.',
  'error.file-encoding':
    'The characters of “{name}” are in an encoding that could not be recognised. Nothing was stored. Open it in the program it comes from, save it as UTF-8 text, and import that copy.',
  'error.file-wordless':
    '“{name}” was read, but nobody says anything in it: there are no paragraphs of text. Nothing was stored.',
  'error.file-too-many':
    '“{name}” would make {turns, plural, one {# turn} other {# turns}} by {people, plural, one {# person} other {# people}}, more than a dialogue can hold ({mostTurns, number} turns, {mostPeople, number} people). Nothing was stored. Check that it is a transcript, or import it in parts.',
  'error.file-too-many-lines':
    '“{name}” has more than {most, number} lines, which no dialogue has. Nothing was stored. Check that it is a transcript, or import it in parts.',
  'error.file-workspace':
    '“{name}” is a Hearken workspace file, not a transcript. Nothing was stored. Open it with “Open a workspace file”; it becomes a separate workspace.',
  'error.coder-in-copy':
    'This workspace is itself a copy for a second coder. Nothing was changed; copies are made and taken in where the copy came from.',
  'error.coder-name-missing': 'The copy needs the name of its coder. Nothing was saved.',
  'error.coder-self':
    'That is the name you code under yourself. Nothing was saved; enter the name of the second coder.',
  'error.coder-no-dialogue': 'A copy needs at least one dialogue. Nothing was saved.',
  'error.copy-of-other':
    'This file belongs to another workspace, “{name}”. Nothing was taken in; open the workspace it was copied from, or choose a copy of “{own}”.',
  'error.copy-not-a-copy':
    'This file is this workspace itself, not a copy for a second coder. Nothing was taken in; choose the file that the second coder sent back.',
  'error.coders-one':
    'There are not two coders who coded the same dialogue, so nothing can be compared. Take in a coded copy first.',
  'error.coder-unknown':
    '{coders, plural, =0 {Nobody has coded anything in this workspace yet.} one {Nobody coded under this name; one person has coded in this workspace.} other {Nobody coded under this name; # people have coded in this workspace. Leave out --first and --second to compare those who coded most.}}',
  'error.passage-adrift':
    'A passage would have lost its place in the text, so the change was not made. Nothing was changed; please report this (passage {id}).',
  'error.turn-empty':
    'A turn needs words. Nothing was changed; to remove the turn, join it to the one above and delete its words there.',
  'error.turn-split-end':
    'There are words on only one side of the cursor, so the turn cannot be split there. Nothing was changed; put the cursor between two words.',
  'error.turn-join-first': 'This is the first turn: there is none above to join it to. Nothing was changed.',
  'error.turn-join-heading':
    'A heading stands between this turn and the one above, so they were not joined. Nothing was changed.',
  'error.glossary-moved':
    'The text no longer says the wrong term where it was found, so nothing was changed. Look for the hits again.',
  'error.glossary-term-missing': 'Write the wrong term first. Nothing was changed.',
  'error.glossary-term-same':
    'The term would be replaced by itself. Nothing was changed; write what it should be.',
  'error.glossary-term-taken':
    'The glossary already corrects this term, to something else. Nothing was changed; change that entry instead.',
  'error.passage-elsewhere':
    'A passage stays in its own dialogue. Nothing was changed; choose words of the same dialogue.',
  'error.view-name-missing': 'A view needs a name to be found by. Nothing was saved yet; write one.',
  'error.view-name-taken': 'There is a view called “{name}” already. Nothing was saved; choose another name.',
  'error.quote-missing':
    'The old text does not say the words given as the quote. Nothing was compared. Give them as they stand there.',
  'error.query-unreadable':
    'The query cannot be read ({where}: {reason}). Nothing was looked up; correct the JSON.',
  'error.view-unknown': 'The workspace has no view called “{name}”. Saved views: {known}',
  'error.file-locked':
    '“{name}” is protected with a password, or packed in a way the app cannot open. Nothing was stored. Open it in the program it comes from, save it without a password, and import that copy.',
  'error.odt-broken':
    '“{name}” is not a valid OpenDocument text: it is damaged, incomplete, or something else under that name. Nothing was stored. Open it in LibreOffice or Word, save it again, and import that copy.',
  'error.pdf-broken':
    '“{name}” is not a valid PDF: it is damaged, incomplete, or something else under that name. Nothing was stored. Get it again from its source.',
  'error.pdf-no-text':
    '“{name}” has {pages, plural, one {one page} other {# pages}}, but no text: its pages are pictures, perhaps scans. Nothing was stored. Have the text recognised (OCR) first, then import that copy.',
  'error.rtf-broken':
    '“{name}” is not a valid RTF file: its beginning is missing. Nothing was stored. Open it in the program it comes from, save it again, and import that copy.',
  'error.import-waiting':
    'Another file is being reviewed. Nothing was changed; import it or leave it out first, then choose the corrected file.',
  'error.reimport-stale':
    'The dialogue has changed since the texts were compared, so nothing was replaced. Compare them again.',
  'error.attribution-looser':
    'These words can only be attributed more strictly than their dialogue, not more openly. Nothing was changed. To disclose more, change the attribution of the whole dialogue.',
  'error.leaks-undecided':
    '{count, plural, one {A name that may not be disclosed remains} other {# names that may not be disclosed remain}} in the document. Nothing was written. Try again and choose what to do about each.',
  'error.names-left':
    '{count, plural, one {A name that may not be disclosed remains} other {# names that may not be disclosed remain}} in the document. Nothing was written. Change the text, mark it off the record, or check the places listed and run the command again with --allow-names.',
  'error.stretches-changed':
    '{count, plural, one {The text of one place has} other {The text of # places has}} changed. Nothing was coded. Check them and try again.',
  'error.search-name-missing': 'Give the search a name; it was not saved.',
  'error.search-name-taken':
    'There is a saved search “{name}” already, so nothing was saved. Give this one another name.',
  'error.reopen-needs-reason':
    'Reopening a closed round needs a reason, which is kept in its history. Nothing was changed; give the reason.',
  'error.scale-fixed':
    'Rating in the round “{round}” has begun, on scales of {most} points. Nothing was changed; start a new round to rate on another scale.',
  'error.point-beyond-scale':
    'The round “{round}” is rated from 1 to {most}. Nothing was saved; choose a figure of that scale.',
  'error.line-beyond-scale':
    'The round “{round}” is rated from 1 to {most}, and a threshold lies above that. Nothing was changed; choose a threshold on the scale.',
  'error.round-not-begun':
    'Rating in the round “{round}” has not started. Nothing was changed; start rating first.',
  'error.assessor-finished':
    'This assessor has finished rating, so these ratings do not change before the discussion. Nothing was changed; clear “Finished” first.',
  'error.edition-fixed':
    'A published statement stays as it was published. Nothing was changed; publish a new edition instead.',
  'error.edition-needs-reason':
    'A later edition needs a reason. Nothing was changed; say why the statement is published anew.',
  'error.signed-off':
    'The decisions and indicators of the round “{round}” are signed off. Nothing was changed; to change them, give the reason, and the change is dated as an amendment.',
  'error.amendment-needs-reason':
    'An amendment of what was signed off needs a reason. Nothing was changed; give the reason.',
  'error.round-compared':
    'The round “{round}” was signed off with a comparison to this one, which therefore stays. Nothing was deleted.',
  'error.record-kept':
    'What a round rested on when it was closed or first discussed is kept as it was. Nothing was changed.',
  'error.facet-unknown':
    'No result has this value of “{facet}”; nothing was printed. Leave out --facet to see what there is to narrow by.',
  'error.xlsx-old':
    '“{name}” is an old Excel file (.xls) or protected by a password. Nothing was taken in. Open it, save it as .xlsx without a password, and use that copy.',
  'error.xlsx-broken':
    '“{name}” is not a valid Excel workbook (.xlsx): it is damaged, incomplete, or something else under that name. Nothing was taken in. Ask for it to be saved and sent again.',
  'error.xlsx-too-large':
    '“{name}” has far more cells than a rating sheet. Nothing was taken in. Use the sheet that was sent out.',
  'error.sheet-ods':
    '“{name}” is an OpenDocument spreadsheet (.ods), which Hearken does not read. Nothing was imported. Ask for the answers in the Excel workbook that was sent out (LibreOffice opens it and saves it as .xlsx), or enter them by hand.',
  'error.sheet-text':
    '“{name}” is a table as text (CSV), in which the marks that say whose sheet it is are lost. Nothing was imported. Ask for the answers in the Excel workbook that was sent out, or enter them by hand.',
  'error.sheet-unmarked':
    '“{name}” does not say whose rating sheet it is: the hidden page that Hearken puts into each sheet is missing. Nothing was taken in. Ask for the file that was sent out, with the answers in it.',
  'error.sheet-newer':
    '“{name}” was made by a newer Hearken. Nothing was taken in; update the app, then try again.',
  'error.sheet-of-other-workspace':
    'These ratings belong to another workspace (round “{round}”). Nothing was taken in; open the workspace that the file was made in.',
  'error.sheet-of-other-round':
    'These ratings are for another round, “{round}”. Nothing was taken in; open that round and take them in there.',
  'error.sheet-without-table':
    '“{name}” has no table of ratings left in it: neither the hidden keys nor the headings of its columns were found. Nothing was taken in.',
  'error.sheet-of-unknown-assessor':
    'The ratings in “{name}” are by someone who is not an assessor of this round. Nothing was taken in; look up the name in the file, add it to the round, then try again.',
  'error.sheet-of-withdrawn-assessor':
    'The ratings in “{name}” are by an assessor who was withdrawn from this round. Nothing was taken in; reinstate the assessor in the set-up of the round first, if their ratings are to count.',
  'error.sheet-of-other-scale':
    '“{name}” asks for ratings from 1 to {limit}, and this round is now rated from 1 to {most}: the same figure would mean something else. Nothing was taken in; send the assessor a new sheet.',
  'error.sheet-not-a-copy':
    '“{name}” is a workspace file, but not a copy that an assessor was given to rate in. Nothing was taken in.',
  'error.seal-damaged':
    'The passphrase is right, but the encrypted ratings are damaged. Use another copy, or the workspace that it was made of. Nothing was changed.',
  'error.ratings-withheld':
    'The ratings of {names} are not readable here: this copy was made before they had finished. Open them with the passphrase, work in the workspace that the copy was made of, or withdraw the assessor. Nothing was changed.',
  'error.rating-in-copy':
    'This workspace is itself a copy. Nothing was saved; rating sheets are sent out and taken in where the copy came from.',
  'error.sheets-cancelled': 'Making the rating sheets was stopped. Nothing was saved.',
  'error.sheets-failed':
    'The rating sheets could not be worked on (reference {reason}). The workspace is untouched; try again, and report this if it happens twice.',
  'error.section-unknown': 'The report has no section “{section}”. It can hold: {known}.',
  'error.print-failed':
    'The page could not be printed (reference {reason}). Nothing was saved or sent; check the printer, or save the page as PDF and print that.',
  'error.round-blind':
    'Assessors of the round “{round}” are still rating, so no results are shown yet. They appear once everyone has finished, or when the discussion starts.',
  'error.issue-off-list': 'The issue is no longer on the list, so it cannot be split. Nothing was changed.',
  'error.issue-split-nothing': 'Give at least one new issue a name. Nothing was changed.',
  'error.task-failed':
    'This could not be done (reference {reason}). Your workspace is untouched; try again, and report this if it happens twice.',
  'error.task-too-slow':
    'This made no progress for {seconds} seconds and was stopped. Your workspace is untouched; try again when the computer has less to do.',
  'error.task-cancelled': 'This was stopped. Your workspace is untouched.',
} as const;

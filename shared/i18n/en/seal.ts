/** Who may open an assessor's ratings while rating lasts, and what a copy holds of them. */
export const seal = {
  'seal.claim.title': 'Are these your ratings?',
  'seal.claim.text':
    'There are ratings of {name} here. Until {name} has finished, they are for {name} alone. Hearken remembers your answer on this computer.',
  'seal.claim.confirm': 'I am {name}',
  'seal.locked.title': 'Ratings of {name}',
  'seal.locked.text': 'While rating lasts, the passphrase of {name} opens them here.',
  'seal.locked.open': 'Open',
  'seal.withheld':
    '{count, plural, one {# rating of {name} was} other {# ratings of {name} were}} left out of this copy: {name} had not finished when it was made.',
  'seal.withheld.box':
    '{count, plural, one {# rating of {name} is} other {# ratings of {name} are}} here in encrypted form. The passphrase of {name} opens {count, plural, one {it} other {them}}.',
  'seal.passphrase.show': 'Show or hide: {label}',
  'seal.passphrase.of': 'Passphrase of {name}',
  'seal.passphrase.hint':
    'At least {count} characters. Nobody can look it up: keep it where you find it again.',
  'seal.passphrase.wrong': 'This is not the passphrase of {name}. Nothing was opened.',
  'seal.passphrase.forgotten': 'Forgotten the passphrase?',
  'seal.forgotten.text':
    'No rating is lost: all are shown when the discussion starts. To go on rating now, open them without the passphrase. Then anyone who works in this workspace can see them, and the calculation method says so.',
  'seal.share.title': 'Rate as {name}',
  'seal.share.text':
    '{own} rates on this computer too. With a passphrase for each, neither sees the other’s ratings in Hearken before both have finished. The passphrase does not encrypt the database on this computer.',
  'seal.share.elsewhere': 'If {own} is not here now, send {name} a rating sheet instead.',
  'seal.share.confirm': 'Set and start rating',
  'seal.share.same': 'One person enters the ratings…',
  'seal.share.same.text':
    'Then the ratings of {names} can be seen by anyone who works in this workspace before they have finished. The round’s log and the calculation method say so.',
  'seal.lift.confirm': 'Open without passphrase',
  'seal.lift.confirm.same': 'Enter them without passphrases',
  'evidence.locked':
    'Only {name} adds to these ratings while rating lasts. Choose {name} in the round first.',
  'seal.hidden': 'Hidden until finished',
  'seal.copy.sealed':
    'In this copy, the unfinished ratings of {names} are encrypted for their passphrases. This workspace keeps them.',
  'seal.copy.left': 'Not in this copy: the unfinished ratings of {names}. This workspace keeps them.',
  'seal.sheet.blank':
    'Sheets for {names} begin empty: what they rated here is theirs alone until they have finished.',
  'log.not-blind': 'Ratings could be seen by others before they were finished: {who}',
  'change.seal.lock': 'Passphrase for the ratings of {names}',
  'change.seal.lift': 'Open the ratings of {names} without a passphrase',
  'change.seal.withheld':
    'Leave unfinished ratings of {count, plural, one {# assessor} other {# assessors}} out of this copy',
  'change.rating.opened': 'Decrypt the ratings of {assessor}',
  'merge.table.seals': 'Passphrases of assessors',
  'merge.field.lock': 'Passphrase',
  'merge.field.withheld': 'Encrypted ratings',
  'merge.field.liftedAt': 'Open without a passphrase since',
  'report.method.notBlind':
    'The ratings of {count, plural, one {one assessor} other {# assessors}} could be seen by others before they were finished.',
} as const;

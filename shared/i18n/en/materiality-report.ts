/** The words of the materiality summary and of the board page (`report.…`). */
export const materialityReport = {
  'report.materiality.title': 'Human-rights issues assessed in {fiscalYear}',
  'report.materiality.subject': 'Materiality summary: salient human-rights issues',
  'report.result': 'Result',
  'report.result.closely': 'To be monitored closely in {fiscalYear}: {names}.',
  'report.result.undecided': 'No issue or theme has been chosen for close monitoring yet.',
  'report.round': 'Assessment',
  'report.stage.open': 'not begun',
  'report.stage.rating': 'being rated',
  'report.stage.discussion': 'under discussion',
  'report.stage.closed': 'closed',
  'report.closedOn': 'Closed on',
  'report.issues': 'Issues',
  'report.issues.count':
    '{issues} in the list, {complete} fully rated; {tier1} in tier 1; {divided, plural, =0 {assessors divided on the severity of none} one {assessors divided on the severity of one} other {assessors divided on the severity of #}}',
  'report.assessors': 'Assessors',
  'report.assessors.none': 'None named yet',
  'report.byVoice': '{voice}: {count}',
  'report.heard': 'People heard',
  'report.heard.count':
    '{heard, plural, =0 {nobody from outside} one {# person from outside} other {# people from outside}} in {dialogues, plural, =0 {no dialogue} one {# dialogue} other {# dialogues}}; {rightsholders, plural, =0 {no rightsholder} one {# rightsholder} other {# rightsholders}}, {representatives, plural, =0 {no representative of rightsholders} one {# representative} other {# representatives}}',
  'report.decisions': 'What is monitored in {fiscalYear}, and why',
  'report.decisions.none': 'No decision has been recorded for this round yet.',
  'report.decisions.caption': 'Decisions',
  'report.followed': 'Follow-up of the decisions for {fiscalYear}',
  'report.followed.caption': 'Follow-up of {round}',
  'report.followed.measures': 'Indicators by year',
  'report.followed.advice': 'Related advice',
  'report.followed.count': '{status} {count}',
  'report.followed.unmeasured': 'No indicator was set for: {names}.',
  'report.followed.target': 'target: {target} – {status}',
  'report.followed.noValue': 'no figure yet',
  'report.followed.value':
    '{year} {value}{measured, select, yes { {unit}} other {}}{noted, select, yes { ({note})} other {}}',
  'report.followed.separator': '; ',
  'report.followed.note': 'Advice from the dialogues of that round, by its current status.',
  'report.subject': 'Theme or issue',
  'report.subject.theme': 'Theme',
  'report.subject.issue': 'Issue',
  'report.kind': 'Kind',
  'report.level': 'Decision',
  'report.suggested': 'Suggestion',
  'report.suggested.other': '{level} – the decision departs from it, for the reason given above',
  'report.rule': 'Rule',
  'report.dissent': 'Dissenting views',
  'report.indicators': 'Indicators',
  'report.review': 'Review',
  'report.why': 'Reason',
  'report.basis': 'Based on',
  'report.basis.unrated': 'Not rated.',
  'report.basis.rank': 'Rank {rank}{tied, select, yes {=} other {}}, severity {severity}, tier {tier}.',
  'report.basis.voice':
    '{raised, plural, =0 {Raised by none of the {heard} external people heard} other {Raised by # of {heard} external people heard}}{pressing, plural, =0 {} one {; one piece of advice urges or cautions} other {; # pieces of advice urge or caution}}.',
  'report.basis.nobody': 'Nobody from outside was heard.',
  'report.unrated': 'Not rated',
  'report.matrix': 'Matrix',
  'report.matrix.reading':
    'Severity runs upwards, likelihood to the right. From severity {severe, number} on, an issue is in tier 1 however unlikely it is; read positions in the picture together with the table that follows.',
  'report.matrix.caption': 'Severity and likelihood of the issues, {fiscalYear}',
  'report.matrix.alt':
    'Matrix of {count, plural, one {# issue} other {# issues}}: likelihood from left to right, severity from bottom to top, both from 1 to {most}. {tier1} in tier 1. First in order: {first}. All values are in the table that follows.',
  'report.matrix.alt.issue': '{name} (severity {severity}, likelihood {likelihood})',
  'report.classic': 'For comparison only',
  'report.opinion': 'Opinion map',
  'report.opinion.reading':
    'How many people from outside raised an issue, against its effect on the business: the picture that many reports call materiality. It shows how often an issue was mentioned, not how grave it is. A grave harm to a few people whom nobody asked appears low here. No rank, tier or decision in this report rests on it.',
  'report.opinion.caption': 'Opinion map, {fiscalYear} – not for prioritising',
  'report.opinion.alt':
    'Opinion map: effect on the business from left to right, share of people heard who raised the issue from bottom to top. For comparison only.',
  'report.product': 'Severity × likelihood',
  'report.product.reading':
    'Curves of equal product of severity and likelihood, as many risk maps draw them. Products of ordered judgements have no meaning of their own, and rank a grave, irremediable and rare harm last. No rank, tier or decision in this report rests on it.',
  'report.product.caption': 'Severity × likelihood, {fiscalYear} – not for prioritising',
  'report.product.alt': 'Severity against likelihood with curves of equal product. For comparison only.',
  'report.issuesInOrder': 'Issues in order of salience',
  'report.issuesInOrder.caption': 'Issues of {fiscalYear} in order of salience',
  'report.issuesInOrder.note':
    'Median over the assessors; in brackets the upper median where an even number of assessors has two middle values: the upper one ranks. “=” marks a shared rank. “≥”: a dimension is not rated yet, and severity is at least this. An actual impact is happening: its likelihood is not rated.',
  'report.order': 'Rank',
  'report.severity': 'Severity',
  'report.likelihood': 'Likelihood',
  'report.tier': 'Tier',
  'report.remarks': 'Remarks',
  'report.rank.tied': '{rank}=',
  'report.remark.incomplete': 'ratings incomplete',
  'report.remark.delay': 'delay would make it irremediable',
  'report.remark.divided': 'assessors divided on severity',
  'report.remark.uncertain': 'rank {best}–{worst} depending on the reading',
  'report.remark.tier': 'tier {tiers} depending on the reading',
  'report.remark.level': 'suggestion depends on the reading',
  'report.remark.near.above': 'just above the threshold of tier 1',
  'report.remark.near.below': 'just below the threshold of tier 1',
  'report.badge.no-evidence': 'no evidence cited or heard',
  'report.badge.below-floor-but-likely': 'below the floor, but happening or likely',
  'report.badge.carried-without-new-evidence': 'carried over without new evidence',
  'report.remark.common': 'True of all: {remarks}.',
  'report.raised': 'Raised by',
  'report.raised.note': '“Raised by”: people from outside who raised the issue, of all heard.',
  'report.shortlist': 'Issues at a glance',
  'report.shortlist.caption': 'Issues of {fiscalYear} in order of salience, with decisions',
  'report.shortlist.note':
    '“=” marks a shared place; “≥”: a dimension is not rated yet, and severity is at least this. A decision on a theme holds for its issues.',
  'report.source.round':
    'Ratings of “{round}” ({fiscalYear}) by {assessors, plural, one {# assessor} other {# assessors}}{dated, select, yes {, closed on {closed}} other {, not closed}}.',
  'report.source.indicators': 'Figures that the office entered for the indicators of the earlier decisions.',
  'report.ratings': 'Ratings',
  'report.ratings.caption': 'Ratings behind the order: median and range',
  'report.ratings.note':
    '* The assessors are divided: a range of three steps or more, or somebody two steps or more from the median.',
  'report.agreement': 'How robust the result is',
  'report.agreement.one': 'Fewer than two assessors have rated: agreement cannot be measured.',
  'report.agreement.reading':
    'Krippendorff’s alpha for ordinal data: 1 means full agreement, 0 no more than chance. Low values do not make a rating wrong; they say that it needs discussion.',
  'report.agreement.caption': 'Agreement of the assessors',
  'report.dimension': 'Dimension',
  'report.alpha': 'Alpha (ordinal)',
  'report.alpha.undefined': 'not defined',
  'report.divided': 'Where the assessors are divided',
  'report.divided.none': 'The assessors are not divided on any issue.',
  'report.divided.reading':
    'These were not averaged away: they are marked for discussion, and dissenting views are kept with their reasons.',
  'report.minority': 'An assessor ({voice}): {stands}',
  'report.minority.silent': 'No reason given by: {who}.',
  'report.robustness': 'How far ranks depend on the reading',
  'report.robustness.stable':
    '{top, plural, one {The first issue stays} other {The first # issues stay}} the same under every reading tried (upper median, median or mean; all assessors, or each left out in turn).',
  'report.robustness.uncertain':
    'Whether they are among the first {top} depends on the reading (upper median, median or mean; all assessors, or each left out in turn): {names}.',
  'report.robustness.moves':
    '{changed, plural, =0 {None of the {moves} possible moves of one dimension by one step} one {One of the {moves} possible moves of one dimension by one step} other {# of the {moves} possible moves of one dimension by one step}} {changed, plural, one {changes} other {change}} which issues are among the first {top}.',
  'report.robustness.readings':
    'Tried were the upper median, median and mean, with all assessors and with each left out in turn.',
  'report.robustness.tier.same': 'Every issue keeps its tier in all of them.',
  'report.robustness.tier.depends': 'The tier of these depends on the reading: {names}.',
  'report.robustness.level.same': 'Every suggested level is the same in all of them.',
  'report.robustness.level.depends': 'The suggested level of these depends on the reading: {names}.',
  'report.robustness.steps':
    'Of {moves} possible moves of one dimension by one step, {tier} change the tier of the issue, {level} its suggested level, and {first} which issues are among the first {top}.',
  'report.robustness.caption': 'Range of ranks over all readings',
  'report.robustness.alt':
    'For each issue, the range from its best to its worst rank over all readings of the ratings. The question is which are among the first {top}; this depends on the reading for: {names}.',
  'report.cards': 'How robust each monitored rank is',
  'report.cards.reading':
    'One card for each theme or issue that is monitored. A reading is one way to summarise the ratings: upper median, median or mean, with all assessors or with one of them left out.',
  'report.cards.rest': 'The other monitored issues',
  'report.card.place': 'Rank',
  'report.card.span': 'Over all readings',
  'report.card.readings':
    '{kind, select, theme {Rank {rank} among the themes} other {Rank {rank} among the issues}}; {same, select, yes {the same in every reading} other {{best} to {worst} depending on the reading}}. Among the first {k} in {share}% of the readings.',
  'report.card.conclusions': 'Tier and suggestion',
  'report.card.without': 'One assessor left out',
  'report.card.without.same': 'The rank stays the same, whoever is left out.',
  'report.card.without.moved': 'Another rank without {names}.',
  'report.card.without.one':
    '{count, plural, one {an assessor} other {one of # assessors}} ({voice}: then rank {ranks})',
  'report.card.without.upper':
    'In part this results from the upper median, which ranks an even number of assessors as precaution, and not from disagreement.',
  'report.card.step': 'One step',
  'report.card.step.none':
    'No change of one step in any of its dimensions changes which issues are the first {k}.',
  'report.card.step.some': 'Which issues are the first {k} changes with: {steps}.',
  'report.card.step.one': '{dimension} {step}',
  'report.card.severeBy': 'Severe by',
  'report.card.severeBy.one': '{dimension} alone',
  'report.card.severeBy.several': 'Several dimensions alike',
  'report.card.weights': 'If weighted',
  'report.card.weights.text':
    'If severity were a weighted mean of the three, it would be among the first {k} under {within} of {of} weightings, at ranks {best} to {worst}. The order uses no weights.',
  'report.card.weights.none': 'Not determined: a dimension is not rated yet.',
  'report.group.affected': 'Affected people and their representatives',
  'report.group.expert': 'Experts',
  'report.group.company': 'Company',
  'report.groups': 'Groups of assessors side by side',
  'report.groups.reading':
    'Where groups see an issue differently, the difference is a finding; it is not averaged away here.',
  'report.groups.missing': 'Nobody rated for: {groups}.',
  'report.groups.one': 'All assessors belong to one group: there is nothing to compare.',
  'report.groups.picture': 'Medians of each group, by dimension',
  'report.groups.alt':
    'For each issue and dimension, the medians of the groups of assessors on a scale from 1 to {most}. All values are in the table that follows.',
  'report.groups.caption': 'Severity by group, and the medians it is made of',
  'report.groups.note':
    'In bold the highest of the three severity medians; after it the medians of {dimensions}, in this order (no likelihood where the impact is actual), and n, the assessors of the group who gave a figure. A dash: not rated.',
  'report.groups.n': '(n = {n})',
  'report.divergence': 'Where outside voices and assessors differ',
  'report.divergence.reading':
    'A list to look into, not a correction: what was said is shown beside the ratings and never changes a rank. Listed is where a group of assessors from outside is two steps or more from the company’s own people or, by its own medians, in another tier; where people heard raised what is not in tier 1, or none of them what is among the first; and where they urged and less than monitoring is suggested. The largest differences come first, by tiers and then by steps; equal ones share a place.',
  'report.divergence.caption': 'Differences, the largest first',
  'report.divergence.place': 'Place',
  'report.divergence.what': 'What differs',
  'report.divergence.raisedMore':
    'Raised by {raised} of {heard, plural, one {# person} other {# people}} from outside, more than most; rank {rank} by salience.',
  'report.divergence.raisedLess':
    'Rank {rank} by salience, yet {raised, plural, =0 {raised by none} other {raised by only #}} of {heard, plural, one {# person} other {# people}} from outside.',
  'report.divergence.tier':
    '{group}: tier {external} by their own medians, tier {company} by those of the company’s people.',
  'report.divergence.urged':
    '{count, plural, one {One piece of advice from outside urges} other {# pieces of advice from outside urge}} the company to act; the thresholds suggest: {level}.',
  'report.divergence.nothing': 'nothing',
  'report.divergence.groups': '{group} (n = {externalN}) against company (n = {companyN}): {figures}.',
  'report.divergence.figures': '{dimension} {external} against {company}',
  'report.changes': 'What has changed',
  'report.changes.first': 'This is the first round recorded here: there is none to compare with.',
  'report.changes.since': 'Compared with {round} ({fiscalYear}).',
  'report.changes.nothing':
    'Nothing has changed since {round} ({fiscalYear}): the same issues, ranks and decisions.',
  'report.changes.sameMethod': 'Method and thresholds are the same.',
  'report.changes.restated':
    '{what, select, method {The method is not the same} lines {The thresholds are not the same} other {Neither method nor thresholds are the same}}: the earlier ratings were read again by the present ones, and ranks marked “restated” differ from those printed then.',
  'report.changes.scales':
    'That round was rated on scales of {earlier} points, this one on scales of {later}: figures, ranks and tiers of the two are not compared, and no move is shown.',
  'report.changes.reworded':
    'The levels of these dimensions were worded differently then, so the scores are not on the same scale: {dimensions}.',
  'report.changes.order':
    'Of {pairs, plural, one {# pair} other {# pairs}} of issues that are ordered in both, {kept} keep their order (Kendall’s tau {tau}).',
  'report.changes.caption': 'What has changed since {fiscalYear}',
  'report.changes.then': 'Then',
  'report.changes.now': 'Now',
  'report.changes.why': 'Cause',
  'report.changes.place': 'Rank {rank}, tier {tier}',
  'report.changes.values': 'severity {severity}, likelihood {likelihood}',
  'report.changes.values.actual': 'severity {severity}, already happening',
  'report.changes.mark': 'restated',
  'report.changes.entered': 'New on the list.',
  'report.changes.entered.names': 'New on the list: {names}.',
  'report.changes.split': 'Split off from {names}; the earlier rank is that issue’s.',
  'report.changes.merged': 'Made of: {names}.',
  'report.changes.left': 'Not assessed this time.',
  'report.changes.left.names': 'Not assessed this time: {names}.',
  'report.changes.retired': 'Removed from the list after {fiscalYear}.',
  'report.changes.cause':
    '{cause, select, score {Ratings} method {Method or thresholds} other {Other issues on the list}}: {places, plural, =0 {{known, select, yes {no other rank} other {changed}}} one {# rank {way, select, up {up} other {down}}} other {# ranks {way, select, up {up} other {down}}}}',
  'report.changes.unchanged':
    '{count, plural, one {One other issue is} other {# other issues are}} unchanged.',
  'report.changes.levels': 'Decisions that changed',
  'report.changes.levels.first': 'Decided for the first time, {level}: {names}.',
  'report.changes.noDecision': 'none recorded',
  'report.changes.byTheme': '{level} (theme: {theme})',
  'report.method': 'Calculation method',
  'report.method.intro':
    'How the result was reached. What is not stated here was not recorded, and is not guessed.',
  'report.method.caption': 'The method, point by point',
  'report.method.point': 'Point',
  'report.method.here': 'In this round',
  'report.method.standard': 'Standard',
  'report.method.version': 'Computed by the rules “{version}” of this application.',
  'report.method.perimeter': 'Perimeter and period',
  'report.method.perimeter.text':
    '{company}, {fiscalYear}; adverse impacts on people, in own operations and the value chain.',
  'report.method.perimeter.list':
    '{issues, plural, one {# issue} other {# issues}}{themes, plural, =0 {} one { and # theme} other { and # themes}} on the list of this round.',
  'report.method.perimeter.chain':
    'Where ratings place the impact: upstream {upstream}, own operations {operations}, downstream {downstream}; not said {unsaid}.',
  'report.method.perimeter.unsaid': 'Where in the value chain an impact lies was not recorded.',
  'report.method.sources': 'Sources',
  'report.method.sources.dialogue':
    '{name}{dated, select, yes {, {date}} other {}}; {external, plural, =0 {nobody from outside} one {# person from outside} other {# people from outside}}',
  'report.method.sources.offRecord': 'A dialogue held off the record',
  'report.method.sources.noDialogue': 'No dialogue was considered.',
  'report.method.sources.marked':
    '{passages, plural, =0 {No passage in them is coded} one {# passage in them is coded} other {# passages in them are coded}}, and {advice, plural, =0 {no advice is} one {# piece of advice is} other {# pieces of advice are}} recorded.',
  'report.method.sources.cited':
    '{total, plural, =0 {No rating cites a passage or a piece of advice.} other {Ratings cite {passages, plural, =0 {no passage} one {# passage} other {# passages}} and {advice, plural, =0 {no advice} one {# piece of advice} other {# pieces of advice}}.}}',
  'report.method.sources.risk':
    'The list of issues names {count, plural, one {# source} other {# sources}} of risk information; which of them were read for this round is not recorded.',
  'report.method.sources.other': 'Other sources named in ratings: {names}.',
  'report.method.sources.grievances': 'Grievance figures of {years}.',
  'report.method.sources.noGrievances': 'No grievance figures were kept.',
  'report.method.assessors': 'Who rated',
  'report.method.assessors.text': '{voices}.',
  'report.method.assessors.capacity':
    'Assessors are identified by the capacity in which they rated, not by name.',
  'report.method.assessors.partly':
    '{count, plural, one {One of them rated} other {# of them rated}} only some of the issues.',
  'report.method.assessors.undone':
    '{count, plural, one {One of them had not finished} other {# of them had not finished}} when ratings were shown to all.',
  'report.method.conflicts.none': 'Conflicts of interest: none was declared.',
  'report.method.conflicts.one': 'Conflict of interest declared by an assessor ({voice}): {conflict}',
  'report.method.rightsholders': 'Rightsholders’ voice',
  'report.method.rightsholders.heard':
    'Heard from outside: {heard, plural, one {# person} other {# people}} ({voices}).',
  'report.method.rightsholders.assessors':
    '{count, plural, =0 {Nobody who is affected, or speaks for those affected, was among the assessors.} one {One assessor is affected or speaks for those affected.} other {# assessors are affected or speak for those affected.}}',
  'report.method.rightsholders.silent': 'Raised by nobody from outside ({count}): {names}.',
  'report.method.rightsholders.use':
    'What was said is shown beside severity as evidence and is never multiplied into it.',
  'report.method.scales': 'Scales',
  'report.method.scales.text':
    'Scale, scope, irremediability and likelihood from 1 to {most}, each level with a written description{see, select, yes { (see “What the levels mean”)} other {}}. An actual impact is not rated for likelihood.',
  'report.method.scales.four':
    'The levels are the usual ones of a scale of four: the two lowest of five are one, and every other level has the words that it has on five. Tier 1 and tier 2 begin at the same words, one figure lower.',
  'report.method.order': 'Order and tiers',
  'report.method.order.text':
    'Severity first: what reaches {severe, number} on any of the three, or would become irremediable by delay, comes before the rest; then the three values are compared from the highest down; then actual before potential; then likelihood, for potential impacts only. What is still equal shares its rank. Nothing is multiplied.',
  'report.method.order.tiers':
    'By tier first, so that no issue is listed above one of a higher tier; within a tier the three severity values are compared from the highest down; then actual before potential; then likelihood, on which whoever says that a potential impact is happening stands at the top. What is still equal shares its rank. Nothing is multiplied.',
  'report.method.tiers':
    'Tier 1: severity {severe, number} or more, or the delay mark, whatever the likelihood. Tier 2: severity {moderate, number} and actual, or likelihood {likely, number} or more. Tier 3: the rest.',
  'report.method.band': 'Within {band, number} of the threshold of tier 1 an issue is called close to it.',
  'report.method.band.near': 'Close to it: {names}.',
  'report.method.band.none': 'None is.',
  'report.method.suggestion':
    'Suggested by the thresholds: close monitoring for the first {top, plural, one {theme} other {# themes}}, monitoring from severity {floor, number} on. People decide.',
  'report.method.setBy': 'The thresholds were set by {by} and have applied since rating began on {on}.',
  'report.method.setBy.unknown': 'Who set the thresholds, and when, is not recorded.',
  'report.method.lines.same': 'They are those of the round before.',
  'report.method.lines.changed': 'They are not those of the round before.',
  'report.method.aggregation': 'Aggregation',
  'report.method.aggregation.text':
    'Median per dimension; of an even number of assessors both middle values are printed and the upper one ranks, as precaution. Severity is the highest of the three dimensions. Assessors are left out in turn to test the order.',
  'report.method.divided':
    'A range of three steps or more, or an assessor two steps or more from the median, marks a dimension of an issue as divided.',
  'report.method.divided.marks':
    'So does a split on whether it is happening, or on whether delay would make it irremediable.',
  'report.method.quartiles':
    'Quartiles by rule 7 (linear interpolation), shown as whiskers and used for nothing else.',
  'report.method.history': 'Stages of the round: {moves}.',
  'report.method.history.move': '{stage} {on}',
  'report.method.history.none': 'The stages of the round were not recorded.',
  'report.moved.open': 'started',
  'report.moved.rating': 'rating from',
  'report.moved.discussion': 'discussion from',
  'report.moved.closed': 'closed',
  'report.method.reopened': 'Reopened after closing by {by} on {on}: {why}',
  'report.method.blind': 'Until {on} assessors rated without seeing the ratings of others.',
  'report.method.blind.none': 'When ratings were first shown to all was not recorded.',
  'report.method.discussion':
    'The discussion changed the ratings of {count, plural, one {# issue} other {# issues}}: {names}. Both states are kept.',
  'report.method.discussion.none': 'The discussion changed no rating.',
  'report.method.abstention': 'Abstention',
  'report.method.abstention.text':
    '“Cannot judge” is an answer and no number; what was not answered is none either. A missing dimension gives no figure, only a floor.',
  'report.method.abstention.abstained':
    '“Cannot judge”: {total, plural, =0 {given nowhere} other {# times ({by})}}.',
  'report.method.abstention.unanswered':
    'Not answered: {total, plural, =0 {nothing} other {# ratings ({by})}}.',
  'report.method.abstention.by': '{dimension} {count}',
  'report.method.exclusions': 'Left out',
  'report.method.exclusions.none': 'No issue of the list was left out.',
  'report.method.exclusions.not-assessed':
    'On the list, not assessed, no reason recorded ({count}): {issues}.',
  'report.method.exclusions.unrated': 'In the round, rated by nobody ({count}): {issues}.',
  'report.method.exclusions.incomplete':
    'Rated in part, with a floor instead of a figure ({count}): {issues}.',
  'report.method.exclusions.retired': 'Removed from the list earlier ({count}): {issues}.',
  'report.method.exclusions.merged': 'Merged into another issue ({count}): {issues}.',
  'report.method.changes': 'Changes',
  'report.method.changes.counts':
    'Issues: {entered} new, {left} no longer assessed, {merged} merged{split, plural, =0 {} other {, # split off}}{scales, select, two {} other {; {score} with other ratings, {method} with another rank by method or thresholds}}.',
  'report.method.changes.see': 'Issue by issue under “What has changed”.',
  'report.method.robustness': 'Robustness',
  'report.method.alpha': 'Agreement (Krippendorff’s alpha, ordinal): {alphas}.',
  'report.method.alpha.one': '{dimension} {alpha}',
  'report.method.concordance':
    'Agreement on the order (Kendall’s W): {w}, over {issues} issues that {assessors} assessors rated whole.',
  'report.method.divided.names': 'Divided on severity: {names}.',
  'report.method.decision': 'Decision and dissenting views',
  'report.method.decision.text': '{count, plural, one {One decision} other {# decisions}}, by {by}, on {on}.',
  'report.method.decision.asSuggested': 'All are as suggested.',
  'report.method.decision.departing': 'Departing from the suggestion, with a reason: {names}.',
  'report.method.dissent.none': 'No dissenting view is recorded.',
  'report.method.dissent': 'Dissenting view on {name}: {dissent}',
  'report.method.review': 'Next review',
  'report.method.review.next': 'The earliest review date named: {on}.',
  'report.method.review.without':
    '{count, plural, one {One decision names} other {# decisions name}} no date.',
  'report.method.fingerprint': 'Fingerprint of the ratings (SHA-256)',
  'report.method.data.ratings':
    'Over {count, plural, one {# rating} other {# ratings}}; equal data give an equal fingerprint.',
  'report.method.data.record':
    'Kept as it was at closing, by {by} on {on}; this report is drawn from that record.',
  'report.method.data.signedOff':
    'Signed off with decisions and indicators. Fingerprint of everything that is printed, reasons and evidence included: {fingerprint}.',
  'report.method.data.open':
    'The round is not closed: the ratings may still change, and the fingerprint with them.',
  'report.method.data.broken':
    'Warning: the record was kept with another fingerprint. Its data were changed outside the application.',
  'report.scales': 'What the levels mean',
  'report.scales.caption': 'Descriptions of the levels',
  'report.value': 'Level',
  'report.limits': 'Limits',
  'report.limits.nobody': 'Nobody from outside was heard for this assessment.',
  'report.limits.noRightsholder':
    'People from outside were heard, but no rightsholder: nobody who is affected was asked (UNGP 18).',
  'report.limits.incomplete':
    '{count, plural, one {One issue is} other {# issues are}} not fully rated; the rank shown is the lowest it can have given what is known.',
  'report.limits.unrated':
    '{count, plural, one {One issue has} other {# issues have}} not been rated by anybody.',
  'report.limits.uncertain': 'The rank of these depends on how the ratings are summarised: {names}.',
  'report.limits.depends':
    'The tier or the suggestion of these depends on how the ratings are summarised: {names}.',
  'report.limits.open': 'The round is not closed: ratings and decisions may still change.',
  'report.limits.record':
    'The record that this report is drawn from does not match its fingerprint: its data were changed outside the application.',
  'report.limits.ordinal':
    'Ratings are ordered judgements, not measurements. Differences between them must not be added up, averaged over issues or turned into money.',
  'report.board': 'Board page',
  'report.board.title': '{company} – human-rights issues and decisions, {fiscalYear}',
  'report.board.closely': 'Monitored closely in {fiscalYear}: {names}',
  'report.board.undecided': 'Nothing has been chosen for close monitoring yet',
  'report.board.separator': ' · ',
  'report.board.method': 'Rules {version} · ratings {sum}…',
  'report.board.level.monitor-closely': 'Closely',
  'report.board.level.monitor': 'Monitor',
  'report.board.level.watch': 'Watch',
  'report.board.level.none': 'None',
  'report.board.byTheme': '{level} (theme)',
  'report.board.measures': 'Measures of what is monitored',
  'report.board.measures.drawn':
    'Measures of what is monitored (dashes: target; double bar: not comparable with what is left of it)',
  'report.board.standing': '{name}: {status}. {measures}',
  'report.board.measure': '{name}: {actual}',
  'report.board.target': 'target: {target}',
  'report.board.since': 'Since {fiscalYear}',
  'report.board.new': 'new',
  'report.board.left': 'No longer on the list: {names}.',
  'report.board.levels': 'Decisions changed: {moves}.',
  'report.board.levels.first': 'Decided for the first time: {names}.',
  'report.board.level.move': '{name}: {before} → {now}',
  'report.board.level.separator': '; ',
  'report.board.restated':
    'Places and tiers of {fiscalYear} were read again by today’s method and thresholds (*): they may differ from those printed then.',
  'report.board.fileName': 'board page {fiscalYear} {paper}',
} as const;

import { readFile, writeFile } from 'node:fs/promises';
import { upgradeState } from '#shared/model/upgrade.ts';
import { checkedReport } from '#shared/report/index.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
const state = upgradeState(JSON.parse(await readFile('resources/sample/sample.json', 'utf8')));
for (const language of ['en', 'ja'] as const) {
  const { document, leaks } = await checkedReport(state, { kind: 'follow-up', subjectId: state.dialogues[0].id, language, creator: '', writtenAt: '2021-04-01T09:00:00.000Z', pictures: [], preset: 'full' });
  console.log(leaks.length, document.sections.map((s) => s.id));
  await writeFile(`/tmp/shots-follow/handout-${language}.docx`, await writeDocx(document, {}));
}

import type { UpdateManifest } from '../../main/update/manifest.ts';

const HEADING = /^## (\d+\.\d+\.\d+)\b/;

/** What each version changes, out of the text of CHANGELOG.md: its points without marks of Markdown, each in one line. */
export function changesIn(changelog: string): UpdateManifest['changes'] {
  const versions: { version: string; points: string[] }[] = [];
  for (const line of changelog.split('\n')) {
    const [, version] = HEADING.exec(line) ?? [];
    const points = versions.at(-1)?.points;
    if (version !== undefined) versions.push({ version, points: [] });
    else if (line.startsWith('- ')) points?.push(line.slice(2));
    else if (/^ {2}\S/.test(line) && points && points.length > 0)
      points[points.length - 1] += ` ${line.trim()}`;
  }
  return versions.map(({ version, points }) => ({ version, points: points.map(plain) }));
}

function plain(markdown: string): string {
  return markdown
    .replaceAll('**', '')
    .replaceAll(/(?<!\w)\*(\S[^*]*)\*/g, '$1')
    .replaceAll('`', '');
}

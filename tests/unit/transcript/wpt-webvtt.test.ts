import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CueNode, parseCueText } from '#shared/transcript/webvtt/cue-text.ts';
import { type FileCue, parseFile } from '#shared/transcript/webvtt/file.ts';
import { sharedMaterial } from './reading.ts';

/**
 * The web platform's own tests of WebVTT parsing. Their assertions are scripts over `cues`; they are run as they are.
 */
const files = sharedMaterial('transcripts/wpt-webvtt/wpt-file-parsing');
const texts = sharedMaterial('transcripts/wpt-webvtt/wpt-cue-parsing');
const ABSENT = 'the web platform tests are not on this machine';

function cuesOf(file: string): readonly FileCue[] {
  const text = new TextDecoder('utf-8').decode(readFileSync(file));
  return parseFile(text.replace(/\r\n?/g, '\n')).cues;
}

function check(script: string, cues: readonly FileCue[]): void {
  const equals = (got: unknown, wanted: unknown, words?: string) => expect(got, words).toBe(wanted);
  const assertions = {
    assert_equals: equals,
    assert_not_equals: (got: unknown, other: unknown) => expect(got).not.toBe(other),
    assert_true: (got: unknown, words?: string) => equals(got, true, words),
    assert_false: (got: unknown, words?: string) => equals(got, false, words),
  };
  const run = new Function('cues', ...Object.keys(assertions), script);
  run(cues, ...Object.values(assertions));
}

/** The tree as the web platform tests write it. */
function treeOf(nodes: readonly CueNode[], depth = 0): string {
  const line = (text: string, more = 0) => `| ${'  '.repeat(depth + more)}${text}\n`;
  return nodes
    .map((node) => {
      if (node.kind === 'text') return line(`"${node.text}"`);
      if (node.kind === 'timestamp') {
        const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
        const { seconds } = node;
        const thousandths = String(Math.round((seconds % 1) * 1000)).padStart(3, '0');
        const time = `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}.${thousandths}`;
        return line(`<?timestamp ${time}>`);
      }
      const name = node.tag === 'c' || node.tag === 'v' || node.tag === 'lang' ? 'span' : node.tag;
      const attributes = [
        ...(node.classes.length > 0 ? [`class="${node.classes.join(' ')}"`] : []),
        ...(node.tag === 'lang' ? [`lang="${node.annotation}"`] : []),
        ...(node.tag === 'v' ? [`title="${node.annotation}"`] : []),
      ];
      return [
        line(`<${name}>`),
        ...attributes.map((one) => line(one, 1)),
        treeOf(node.children, depth + 1),
      ].join('');
    })
    .join('');
}

describe.skipIf(!files)(`the web platform’s WebVTT files${files ? '' : ` (skipped: ${ABSENT})`}`, () => {
  const names = files ? readdirSync(files).filter((name) => name.endsWith('.js')) : [];
  it.each(names)('%s', (name) => {
    const file = path.join(files ?? '', name);
    check(readFileSync(file, 'utf8'), cuesOf(file.replace(/\.js$/, '.vtt')));
  });
});

describe.skipIf(!texts)(`the web platform’s cue texts${texts ? '' : ` (skipped: ${ABSENT})`}`, () => {
  const names = texts ? readdirSync(texts).filter((name) => name.endsWith('.json')) : [];
  it.each(names)('%s', (name) => {
    const file = path.join(texts ?? '', name);
    const expected: { text: string; expectedTree: string }[] = JSON.parse(readFileSync(file, 'utf8'));
    const trees = cuesOf(file.replace(/\.json$/, '.vtt')).map(({ text }) => treeOf(parseCueText(text)));
    expect(trees).toEqual(expected.map(({ expectedTree }) => expectedTree));
  });
});

// usage: zz-lab.ts N 'json settings' [names]
import { createHash } from 'node:crypto';
import { readCollection, type Collection } from './collection.ts';
import { searchable } from './engines/hearken.ts';
import { bm25, bigramLunr, plainLunr } from './engines/peers.ts';
import { WEIGHTS } from '#shared/search/weights.ts';
import { knownItems } from './known-items.ts';
import { tasksOf } from './task.ts';
import { judge } from './measure.ts';
import { mkdirSync, existsSync, readFileSync, writeFileSync, readdirSync } from 'node:fs';
const N = Number(process.argv[2] ?? 100);
const settings: Record<string, any> = JSON.parse(process.argv[3] ?? '{}');
const names = (process.argv[4] ?? 'cacm,cisi,cranfield,jaquad-paragraphs,jsquad-ja,qmsum-turns').split(',');
const h = (s: string) => createHash('md5').update(s).digest('hex');
function pick(c: Collection, n: number): Collection {
  if (c.queries.length <= n) return c;
  const q = [...c.queries].sort((a, b) => (h(a.id) < h(b.id) ? -1 : 1)).slice(0, n);
  return { ...c, queries: q };
}
const CACHE = '/tmp/rank/cache'; mkdirSync(CACHE, { recursive: true });
const dirOf = (n: string) => (n.startsWith('+') ? '/tmp/rank/extra/' + n.slice(1) : '../shared/search-eval/' + n);
type Row = { name: string; cells: string[] };
const head = ['setting'];
const table = new Map<string, string[]>();
const rel = new Map<string, number[]>();
const known = names.some(n => n.startsWith('=')) ? await knownItems('../shared') : [];
function titles(name: string): Collection { const c = readCollection(dirOf(name)); const docs = c.documents.filter(d => d.title.split(' ').length >= 3 && d.text.length > 200).map(d => ({...d, ask: d.title, text: d.text.startsWith(d.title) ? d.text.slice(d.title.length) : d.text, title: ''})); return { ...c, name: 'title ' + name, documents: docs, queries: docs.map(d => ({ id: d.id, text: d.ask, meeting: null })), relevant: new Map(docs.map(d => [d.id, new Set([d.id])])) }; }
for (const name of names) {
  const full = name.startsWith('=') ? known[Number(name.slice(1))]! : name.startsWith('@') ? titles(name.slice(1)) : readCollection(dirOf(name));
  const c = pick(full, N);
  const make = searchable(full);
  const tasks = tasksOf(c);
  const peers: any = {};
  for (const task of tasks) {
    head.push(task.name.replace('-paragraphs','').replace('-turns','').slice(0, 11));
    const peer = (e: any) => {
      const f = `${CACHE}/${h(e.name + task.name + name + full.documents.length + full.queries.length + 'v3')}.json`;
      const known: Record<string, number> = existsSync(f) ? JSON.parse(readFileSync(f, 'utf8')) : {};
      const todo = task.collection.queries.filter((q) => known[q.id] === undefined);
      if (todo.length) { const s = (peers[e.name] ??= e.build(full)); for (const q of todo) known[q.id] = judge(s.rank(q.text, 10, task.within ? q.meeting : null), full.relevant.get(q.id)!).ndcg10; writeFileSync(f, JSON.stringify(known)); }
      return task.collection.queries.map((q) => known[q.id]!);
    };
    const rows: [string, number[]][] = [['BM25', peer(bm25)], ['lunr', peer(full.japanese ? bigramLunr : plainLunr)]];
    let base: number[] | null = null;
    for (const [label, over] of [['base', {}], ...Object.entries(settings)] as [string, any][]) {
      const s = make({ ...WEIGHTS, ...over });
      const v = task.collection.queries.map((q) => judge(s.rank(q.text, 10, task.within ? q.meeting : null), full.relevant.get(q.id)!).ndcg10);
      base ??= v;
      rows.push([label, v]);
    }
    for (const [label, v] of rows) {
      const m = v.reduce((a, b) => a + b, 0) / v.length;
      const d = v.map((x, i) => x - base![i]!); const dm = d.reduce((a, b) => a + b, 0) / d.length;
      const se = Math.sqrt(d.reduce((a, b) => a + (b - dm) ** 2, 0) / (d.length - 1) / d.length);
      const bm = base!.reduce((a, b) => a + b, 0) / v.length;
      (table.get(label) ?? table.set(label, []).get(label)!).push(label === 'base' ? m.toFixed(4) + '      ' : `${m.toFixed(4)}${dm >= 0 ? '+' : ''}${(dm*1000).toFixed(0)}±${(se*1000).toFixed(0)}`);
      (rel.get(label) ?? rel.set(label, []).get(label)!).push(m / bm);
    }
  }
}
console.log(head.map((x, i) => i ? x.padStart(14) : x.padEnd(22)).join(''), '  mean rel');
for (const [l, cells] of table) console.log(l.padEnd(22) + cells.map((x) => x.padStart(14)).join(''), '  ' + (rel.get(l)!.reduce((a, b) => a + b, 0) / rel.get(l)!.length * 100 - 100).toFixed(2) + '%');

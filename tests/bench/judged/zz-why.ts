import { knownItems } from './known-items.ts';
import { searchable } from './engines/hearken.ts';
import { bm25 } from './engines/peers.ts';
import { WEIGHTS } from '#shared/search/weights.ts';
import { judge } from './measure.ts';
const c = (await knownItems('../shared'))[Number(process.argv[2])]!;
const over = JSON.parse(process.argv[3] ?? '{}');
const a = searchable(c)({ ...WEIGHTS, ...over }), b = bm25.build(c);
for (const q of c.queries) { const rel = c.relevant.get(q.id)!; const x = a.rank(q.text, 10), y = b.rank(q.text, 10); const d = judge(y, rel).ndcg10 - judge(x, rel).ndcg10; if (d > 0.05) console.log(d.toFixed(2), q.text, '| want', [...rel].map(s => s.slice(0, 10) + s.slice(-4)), 'ours', x.slice(0, 4).map(s => s.slice(0, 10) + s.slice(-4)), x.length); }

import { readFileSync } from 'node:fs';
import path from 'node:path';
const { readTranscript } = await import('/work/main/shared/transcript/registry.ts');
for (const f of process.argv.slice(2)) {
  const full = f.startsWith('-') ? '' : f; if (!full) continue;
  const t=Date.now();
  try {
  const r = await readTranscript({ name: path.basename(f), bytes: new Uint8Array(readFileSync(f)) });
  console.log('=====', path.basename(f), r.format, r.encoding, r.language, r.date, JSON.stringify(r.title), Date.now()-t, 'ms');
  console.log('P', r.participants.map(p=>`${p.label}|${p.name}|${p.title}|${p.organisation}|${p.external}|${p.kind}`).join('\n  '));
  console.log('H', r.headings);
  console.log('W', JSON.stringify(r.warnings));
  const n = process.argv.includes('--all')?9999:8;
  for (const b of r.blocks.slice(0,n)) console.log(' ', b.kind[0], b.speaker, b.start, b.end, '['+(b.heading??'').slice(0,20)+']', b.text.length, JSON.stringify(b.text.length>140? b.text.slice(0,70)+' … '+b.text.slice(-60):b.text));
  if (r.blocks.length>n) console.log('  +', r.blocks.length-n);
  } catch (e) { console.log('=====', path.basename(f), 'ERR', e.problem ?? e); }
}

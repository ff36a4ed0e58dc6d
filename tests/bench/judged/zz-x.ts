import { knownItems } from './known-items.ts';
for (const c of await knownItems('/work/shared')) { console.log(c.name, c.documents.length, c.queries.length); for (const q of c.queries.filter((_, i) => i % 60 === 0)) console.log('   ', q.text, [...c.relevant.get(q.id)!]); }

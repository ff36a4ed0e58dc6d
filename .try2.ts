const { readTranscript } = await import('/work/main/shared/transcript/registry.ts');
const MB=1048576;
for (const piece of ['Workers pay the fees. ','手数料を返してください。','x','Ana: ','Ana Bo ','[(<','**','<v ',' \t','&amp', 'A. ', 'Ana Bo\n', '松原　', '「', 'Ab', '（']) {
  const text=`Start ${piece.repeat(Math.ceil(5*MB/piece.length))} end.`; const bytes=new TextEncoder().encode(text);
  let t=performance.now(); const r=await readTranscript({name:'a.txt',bytes}); const a=performance.now()-t;
  t=performance.now(); const b2=new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`); await readTranscript({name:'a.vtt',bytes:b2});
  console.log(JSON.stringify(piece), r.format, r.blocks.length, Math.round(a), Math.round(performance.now()-t));
}
const big=('Ana: Yes we should look at wells.\nBo: No, fees.\n').repeat(50000);
let t=performance.now(); const r=await readTranscript({name:'a.txt',bytes:new TextEncoder().encode(big)}); console.log('100k turns', r.blocks.length, Math.round(performance.now()-t));

import { goTo, openSample, resize, setColorScheme, setLanguage, settled, startApp, workspaceState } from '../tests/e2e/harness.ts';
const OUT = '/tmp/shots-register';
const hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
const { page } = hearken;
page.setDefaultTimeout(15000);
try {
  await setLanguage(hearken, 'en');
  await openSample(page);
  const s = await workspaceState(page);
  const by = (rows: any[], text: string) => rows.find((r) => (r.name ?? r.title).en?.includes(text)).id;
  const places: Record<string, string> = {
    list: '/register/arrangements',
    orgs: '/register/organisations',
    texts: '/register/instruments',
    sources: '/register/sources',
    new: '/register/arrangements?new=1',
    review: `/register/arrangements/${by(s.arrangements, 'Quarterly review')}`,
    hotline: `/register/arrangements/${by(s.arrangements, 'Human Rights Hotline')}`,
    declaration: `/register/arrangements/${by(s.arrangements, 'Declaration of')}`,
    guidelines: `/register/instruments/${by(s.instruments, 'Guidelines for')}`,
    nec: `/register/organisations/${by(s.organisations, 'NEC Corporation')}`,
    bsr: `/register/organisations/${by(s.organisations, 'BSR')}`,
    page: `/register/sources/${by(s.sources, 'sustainability pages')}`,
    issue: `/issues/${by(s.issues, 'labour standards')}?tab=register`,
    person: `/people/${by(s.persons, 'Nagai')}?tab=register`,
    due: '/follow-up',
    home: '/home',
  };
  const only = process.argv.slice(2);
  const looks = [['en','light',1280,800],['ja','dark',1280,800],['ja','light',1024,700],['en','dark',1920,1080]] as const;
  for (const [lang, scheme, w, h] of looks) {
    if (only[0] && !only[0].split(',').some((o) => `${lang}-${w}`.includes(o))) continue;
    await setLanguage(hearken, lang); await setColorScheme(hearken, scheme); await resize(hearken, w, h);
    for (const [name, route] of Object.entries(places)) {
      if (only[1] && !only[1].split(',').includes(name)) continue;
      try { await goTo(page, route); await settled(page); await page.mouse.move(0,0); await page.screenshot({ path: `${OUT}/${name}-${lang}-${scheme}-${w}.png` });
      if (name==='new') { await page.keyboard.press('Escape'); } } catch (e) { console.error(name, String(e).split('\n')[0]); }
    }
    if (!only[1] || only[1].includes('entry')) {
      await goTo(page, places.review!); await settled(page); await page.keyboard.press('e'); await page.getByTestId('entry-form').waitFor(); await settled(page);
      await page.screenshot({ path: `${OUT}/entry-${lang}-${scheme}-${w}.png` });
      await page.keyboard.press('Escape');
    }
  }
} finally { await hearken.close(); }
console.log(hearken.pageErrors);

import { Alert, Button, Group, Loader, Menu, SegmentedControl } from '@mantine/core';
import { IconChevronDown, IconFileTypePdf, IconPhoto, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { type Leak, type LeakChoices, undecided } from '#shared/attribution/leak.ts';
import type { Paper } from '#shared/chart/board-page.ts';
import type { Scene } from '#shared/chart/scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { LANGUAGES, type Language } from '#shared/i18n/index.ts';
import type { IdOf } from '#shared/model/id.ts';
import { call } from '../../platform/bridge.ts';
import { pngOf } from '../../platform/png.ts';
import { openStoreId, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { notifyAct } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { useOwnPrint } from '../../ui/use-own-print.ts';
import { type Board, boardInWorker } from '../../workers/report/client.ts';
import { RoundLinks } from './round-links.tsx';
import { RoundProblem } from './round-problem.tsx';
import { Sheet } from './sheet.tsx';
import { useFollowed } from './use-followed.ts';

type Output = 'print' | 'pdf' | 'svg' | 'png2' | 'png4';

/** A page of a round for a board: looked at, printed, or saved as PDF or picture. */
export function BoardView({ roundId }: { roundId: IdOf<'rounds'> }) {
  const { t, language: spoken } = useSpeech();
  const [language, setLanguage] = useState<Language>(spoken);
  const [paper, setPaper] = useState<Paper>('A4');
  const [fit, setFit] = useState<'page' | 'width'>('page');
  const { ask, dialog } = useLeakDialog();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  /** Drawn with the choices about names while it is on its way to paper. */
  const [settled, setSettled] = useState<Scene | null>(null);
  const round = useRows((db) => db.rounds.get(roundId), [roundId]);
  const shown = useFollowed(async (signal) => {
    const storeId = openStoreId();
    const request = { roundId, language, paper, writtenAt: new Date().toISOString() };
    const { seq, value } = await boardInWorker(storeId, request, {}, { signal });
    const again = async (choices: LeakChoices) => (await boardInWorker(storeId, request, choices)).value;
    return { seq, value: { board: value, again } };
  }, [roundId, language, paper].join(' '));
  const ready = shown.state === 'failed' ? null : shown.value;

  const leave = (output: Output) =>
    void attempt(async () => {
      if (!ready) return;
      setBusy(true);
      try {
        const board = await settle(ready.board, ready.again, ask);
        if (!board) return;
        setSettled(board.scene);
        await nextPaint();
        const path = await send(board, output, paper, (kind) => t(`reports.board.kind.${kind}`));
        if (path !== null)
          notifyAct({
            message: t('reports.saved', { name: path.split(/[\\/]/).at(-1) ?? path }),
            actLabel: t('reports.show'),
            act: () => attempt(() => call('dialog.reveal', { path })),
          });
      } finally {
        setSettled(null);
        setBusy(false);
      }
    });

  useOwnPrint(() => leave('print'));

  return (
    <Page
      fill
      title={t('reports.board')}
      description={ready && t('reports.board.description', { round: round?.name ?? '' })}
      above={<RoundLinks roundId={roundId} here="board" />}
      actions={<Outputs disabled={!ready || busy} onChoose={leave} />}
      toolbar={
        <Group gap="md">
          <SegmentedControl
            size="xs"
            aria-label={t('reports.board.paper')}
            value={paper}
            onChange={(value) => setPaper(value === 'A3' ? 'A3' : 'A4')}
            data={['A4', 'A3']}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('reports.board.language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('reports.board.fit')}
            value={fit}
            onChange={(value) => setFit(value === 'width' ? 'width' : 'page')}
            data={(['page', 'width'] as const).map((value) => ({
              value,
              label: t(`reports.board.fit.${value}`),
            }))}
          />
        </Group>
      }
    >
      {shown.state === 'failed' && <RoundProblem problem={shown.problem} />}
      {shown.state === 'working' && !ready && <Loader size="sm" />}
      {ready && (
        <>
          {ready.board.leaks.length > 0 && (
            <Alert color="orange" variant="light" py={6} mb="sm">
              {t('reports.board.undecided', { count: ready.board.leaks.length })}
            </Alert>
          )}
          <Sheet scene={settled ?? ready.board.scene} fit={fit} />
        </>
      )}
      {dialog}
    </Page>
  );
}

/** Ways for the page to leave the office: on paper, as PDF, as a picture. */
function Outputs({ disabled, onChoose }: { disabled: boolean; onChoose: (output: Output) => void }) {
  const { t } = useSpeech();
  return (
    <>
      <Button leftSection={<IconPrinter size={16} />} disabled={disabled} onClick={() => onChoose('print')}>
        {t('reports.board.print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} />}
        disabled={disabled}
        onClick={() => onChoose('pdf')}
        data-testid="board-pdf"
      >
        {t('reports.board.pdf')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconPhoto size={16} />}
            rightSection={<IconChevronDown size={14} />}
            disabled={disabled}
          >
            {t('reports.board.picture')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['svg', 'png2', 'png4'] as const).map((type) => (
            <Menu.Item key={type} onClick={() => onChoose(type)}>
              {t(`reports.board.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** Asks about names that are left. @returns the page with the choices carried out; null = the person went back */
async function settle(
  board: Board,
  again: (choices: LeakChoices) => Promise<Board>,
  ask: (leaks: readonly Leak[]) => Promise<LeakChoices | null>,
): Promise<Board | null> {
  let choices: LeakChoices = {};
  let settled = board;
  // Again where the workspace has changed while they chose, and a name came with it.
  for (let open = board.leaks; open.length > 0; open = undecided(settled.leaks, choices)) {
    const chosen = await ask(open);
    if (chosen === null) return null;
    choices = { ...choices, ...chosen };
    settled = await again(choices);
  }
  return settled;
}

/** @returns where it was saved; null = printed, or the person went back */
async function send(
  { scene, fileName }: Board,
  output: Output,
  paper: Paper,
  kindOf: (extension: 'pdf' | 'svg' | 'png') => string,
): Promise<string | null> {
  if (output === 'print') {
    await call('page.print', { paper, landscape: true });
    return null;
  }
  const extension = output === 'png2' || output === 'png4' ? 'png' : output;
  const bytes =
    output === 'pdf'
      ? (await call('page.pdf', { paper, landscape: true })).bytes
      : output === 'svg'
        ? new TextEncoder().encode(svgOf(scene))
        : await pngOf(svgOf(scene), output === 'png4' ? 4 : 2);
  return call('dialog.save', {
    suggestedName: `${fileName}.${extension}`,
    filters: [{ name: kindOf(extension), extensions: [extension] }],
    bytes,
  });
}

/** Until what was set last is drawn, its picture loaded: what is printed is what stands in the window. */
async function nextPaint(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

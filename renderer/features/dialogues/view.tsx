import { IconFileImport } from '@tabler/icons-react';
import { useContext } from 'react';
import { Route, Switch } from 'wouter';
import { useAttempt } from '../../ui/attempt.tsx';
import { DropWindow } from '../../ui/drop-area.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { isWorkspaceFile, OpenWorkspaceFile } from '../../ui/open-workspace-file.ts';
import { CompareView } from './correct/compare-view.tsx';
import { GlossaryView } from './correct/glossary-view.tsx';
import { ReviewView } from './correct/review-view.tsx';
import { Desk } from './desk/desk.tsx';
import { DialogueList } from './dialogue-list.tsx';
import { formatsHint } from './import/formats-hint.ts';
import { ImportView } from './import/import-view.tsx';
import { receiveFiles } from './import/session.ts';
import { useTellStored } from './import/use-tell-stored.ts';

/** Dialogues: the list, one to read and mark, and what is imported or corrected; files can be dropped on all of it. */
export default function DialoguesView() {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const openWorkspaceFile = useContext(OpenWorkspaceFile);
  const receive = (files: readonly File[]) => {
    const [file] = files;
    return file && files.length === 1 && isWorkspaceFile(file)
      ? openWorkspaceFile(file)
      : receiveFiles(files);
  };
  useTellStored();
  return (
    <>
      <Switch>
        <Route path="/dialogues/import" component={ImportView} />
        <Route path="/dialogues/:id/review">{({ id }) => <ReviewView dialogueId={id} />}</Route>
        <Route path="/dialogues/:id/glossary">{({ id }) => <GlossaryView dialogueId={id} />}</Route>
        <Route path="/dialogues/:id/compare">{({ id }) => <CompareView dialogueId={id} />}</Route>
        <Route path="/dialogues/:id">{({ id }) => <Desk dialogueId={id} />}</Route>
        <Route component={DialogueList} />
      </Switch>
      <DropWindow
        icon={IconFileImport}
        title={t('dialogues.drop')}
        hint={formatsHint(t, language)}
        onDrop={(files) => void attempt(async () => receive(files))}
      />
    </>
  );
}

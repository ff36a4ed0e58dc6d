import { Box, type BoxProps, Portal, Stack, Text } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { type DropzoneState, useDropzone } from 'react-dropzone';
import classes from './drop-area.module.css';

export interface DropAreaProps extends BoxProps {
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A framed place in the page on which files can be dropped. What is in it works as anywhere else. */
export function DropArea({ onDrop, children, ...box }: DropAreaProps) {
  const { getRootProps, ...drag } = useDrop(true, onDrop);
  return (
    <Box {...getRootProps()} {...box} className={classes.area ?? ''} mod={look(drag)}>
      {children}
    </Box>
  );
}

export interface DropWindowProps {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly hint?: string;
  /** Whether several files are taken at once. */
  readonly multiple?: boolean;
  /** Whether files are taken at all. */
  readonly active?: boolean;
  readonly onDrop: (files: readonly File[]) => void;
}

/** The whole window as a place to drop files: covers it while files are dragged over it, and says what they become. */
export function DropWindow({ active = true, onDrop, ...shown }: DropWindowProps) {
  const over = useFilesOverWindow(active);
  return (
    over && (
      <Portal>
        <Cover {...shown} onDrop={onDrop} />
      </Portal>
    )
  );
}

function Cover({ icon: Icon, title, hint, multiple = true, onDrop }: Omit<DropWindowProps, 'active'>) {
  const { getRootProps, ...drag } = useDrop(multiple, onDrop);
  return (
    <div className={classes.cover}>
      <Box {...getRootProps()} className={classes.area ?? ''} mod={look(drag)}>
        {/* Not in the pointer's way: leaving a child would look like leaving the area. */}
        <Stack align="center" justify="center" h="100%" gap="xs" className={classes.words ?? ''}>
          <Icon size={48} stroke={1.5} />
          <Text size="xl" fw={600}>
            {title}
          </Text>
          {hint && <Text c="dimmed">{hint}</Text>}
        </Stack>
      </Box>
    </div>
  );
}

/** Takes drops only: files are chosen by the system's own dialog, which the app opens. */
function useDrop(multiple: boolean, onDrop: (files: readonly File[]) => void): DropzoneState {
  return useDropzone({ multiple, noClick: true, noKeyboard: true, onDropAccepted: onDrop });
}

function look({ isDragAccept, isDragReject }: Pick<DropzoneState, 'isDragAccept' | 'isDragReject'>) {
  return { accept: isDragAccept, reject: isDragReject };
}

/** Whether files are being dragged over the window now. */
function useFilesOverWindow(active: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!active) return;
    const enter = ({ dataTransfer }: DragEvent) => {
      if (dataTransfer?.types.includes('Files')) setOver(true);
    };
    // What is entered next is nothing when the window is left, or the drag given up.
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const end = () => setOver(false);
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', end);
    // The pointer says nothing while files are dragged: where it does, the drag has ended, told or not.
    document.addEventListener('pointermove', end);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', end);
      document.removeEventListener('pointermove', end);
      setOver(false);
    };
  }, [active]);
  return over;
}

/** Words in several versions, of which a program shows the first that it knows. */
interface Alternate {
  /** A version was read. */
  isRead: boolean;
  reading: boolean;
  read: string;
  other: string;
}

/** Which of several versions of the same words is read: the first that has any. One can stand inside of another. */
export class Alternates {
  readonly #open: Alternate[] = [];

  begin(): void {
    this.#open.push({ isRead: false, reading: false, read: '', other: '' });
  }

  /** @returns whether the version that begins is to be read */
  beginVersion(): boolean {
    const alternate = this.#open.at(-1);
    if (alternate?.isRead) return false;
    if (alternate) alternate.reading = true;
    return true;
  }

  /** The version that is read ends. */
  endVersion(): void {
    const alternate = this.#open.at(-1);
    if (!alternate) return;
    alternate.reading = false;
    alternate.isRead = alternate.read.trim() !== '';
  }

  /** Words are read. */
  read(words: string): void {
    const alternate = this.#open.at(-1);
    if (alternate?.reading) alternate.read += words;
  }

  /** Words of a version are passed over. */
  passOver(words: string): void {
    const alternate = this.#open.at(-1);
    if (alternate) alternate.other += words;
  }

  /** @returns the words passed over, where they are not those that were read; '' = they are */
  end(): string {
    const alternate = this.#open.pop();
    if (!alternate) return '';
    const { read, other } = alternate;
    this.read(read);
    return bare(read).includes(bare(other)) ? '' : other;
  }
}

function bare(words: string): string {
  return words.replace(/\s+/gu, '');
}

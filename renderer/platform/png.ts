import { ProblemError } from '#shared/model/problem.ts';

/**
 * Draws an SVG file as a PNG, with the fonts of this machine.
 * @param scale pixels of the picture per CSS pixel of the drawing; 2 is sharp in print at a page's width
 * @throws ProblemError `picture-failed`
 */
export async function pngOf(svg: string, scale = 2): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new ProblemError('picture-failed');
    return new Uint8Array(await blob.arrayBuffer());
  } catch (thrown) {
    throw thrown instanceof ProblemError
      ? thrown
      : new ProblemError('picture-failed', {}, thrown instanceof Error ? { cause: thrown } : {});
  } finally {
    URL.revokeObjectURL(url);
  }
}

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Scene } from '#shared/chart/scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import classes from './sheet.module.css';

/** A scene as the address of a picture, for as long as it is shown. Always on white: it is going to be printed. */
function useSvgAddress(scene: Scene): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(
      new Blob([svgOf(scene, { scheme: 'light' })], { type: 'image/svg+xml' }),
    );
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [scene]);
  return address;
}

/** A page as it will be printed: shown on the desk, and laid where `page.print` and `page.pdf` of the bridge find it. */
export function Sheet({ scene, fit }: { scene: Scene; fit: 'page' | 'width' }) {
  const address = useSvgAddress(scene);
  return (
    <>
      <div className={classes.desk} data-fit={fit} data-testid="sheet">
        {address && (
          <img
            className={classes.paper}
            src={address}
            width={scene.width}
            height={scene.height}
            alt={`${scene.title}. ${scene.description}`}
          />
        )}
      </div>
      {address &&
        createPortal(
          <div className={classes.sheet} aria-hidden="true">
            <img src={address} alt="" />
          </div>,
          document.body,
        )}
    </>
  );
}

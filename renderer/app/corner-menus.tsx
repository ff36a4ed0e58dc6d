import classes from './corner-menus.module.css';
import { ColorSchemeMenu, LanguageMenu } from './header.tsx';

/** Language and colours, in the corner of a screen that has no header. */
export function CornerMenus() {
  return (
    <div className={classes.corner}>
      <LanguageMenu />
      <ColorSchemeMenu />
    </div>
  );
}

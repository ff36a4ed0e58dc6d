import {
  type ActionIconFactory,
  type AlertFactory,
  type BadgeFactory,
  type CSSVariablesResolver,
  createTheme,
  type DrawerFactory,
  type ExtendComponent,
  type FactoryPayload,
  type InputWrapperFactory,
  type MantineColorsTuple,
  type MantineThemeComponent,
  type MantineThemeOverride,
  type MenuFactory,
  type ModalFactory,
  type MultiSelectFactory,
  mergeThemeOverrides,
  type NavLinkFactory,
  type SelectFactory,
  type TableFactory,
  type TooltipFactory,
} from '@mantine/core';
import { CATEGORY_COLOURS, type Scheme } from '#shared/chart/palette.ts';
import { type Language, translator } from '#shared/i18n/index.ts';

/** Indigo of the dyer (藍, ai): the app's own colour. 7 on white is 6.4 : 1, white on 6 is 4.8 : 1 (WCAG AA: 4.5). */
export const AI: MantineColorsTuple = [
  '#eef5f9',
  '#dce9f1',
  '#b8d2e2',
  '#90b9d1',
  '#6ea3c2',
  '#5692b6',
  '#38789f',
  '#2a6488',
  '#1d5272',
  '#0f3d58',
];

/** Greys of the dark scheme, from text (0) to the deepest ground (9), with a touch of the same blue. */
export const INK: MantineColorsTuple = [
  '#d5dae0',
  '#bcc4cc',
  '#98a2ac',
  '#7f8a95',
  '#4a545f',
  '#38414b',
  '#262d35',
  '#1c2228',
  '#161b20',
  '#101418',
];

/** Red of a warning, deep enough to carry white words: 7 is 5.9 : 1. */
const RED: MantineColorsTuple = [
  '#fdf1f0',
  '#f9dedb',
  '#f0b9b3',
  '#e6938a',
  '#dc7067',
  '#d4584e',
  '#c94a40',
  '#b23a31',
  '#962f28',
  '#7a251f',
];

export const PRIMARY_SHADE = { light: 7, dark: 6 } as const;

const FONTS = [
  '"Segoe UI Variable Text"',
  '"Segoe UI"',
  '-apple-system',
  'BlinkMacSystemFont',
  '"Hiragino Sans"',
  '"Yu Gothic UI"',
  '"Noto Sans"',
  '"Noto Sans CJK JP"',
  '"Noto Sans JP"',
  'Meiryo',
  'sans-serif',
].join(', ');

const TITLE = { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)', lineHeight: 1.4 } as const;

/** As a component's own `extend`, without the component: the first screen uses few of them. */
function of<F extends FactoryPayload>(extension: ExtendComponent<F>): MantineThemeComponent {
  return extension as MantineThemeComponent;
}

/** Letters that look for something are no sentence: their spelling is not checked. */
const UNCHECKED = { spellCheck: false };

const HEAD: MantineThemeComponent = { defaultProps: { role: 'presentation' } };

/** The app's look: calm, dense enough for office work, system fonts of both languages. */
const theme = createTheme({
  colors: { ai: AI, dark: INK, red: RED },
  primaryColor: 'ai',
  primaryShade: PRIMARY_SHADE,
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  fontFamily: FONTS,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK JP", monospace',
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontFamily: FONTS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.4rem', lineHeight: '1.35' },
      h2: { fontSize: '1.15rem', lineHeight: '1.4' },
      h3: { fontSize: '1.02rem', lineHeight: '1.45' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.5' },
      h5: { fontSize: '0.875rem', lineHeight: '1.5' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.5' },
    },
  },
  components: {
    ActionIcon: of<ActionIconFactory>({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Autocomplete: { defaultProps: UNCHECKED },
    Alert: of<AlertFactory>({ defaultProps: { variant: 'light' } }),
    // Capitals have no meaning in Japanese and shout in English.
    Badge: of<BadgeFactory>({
      defaultProps: { variant: 'light', tt: 'none', fw: 500 },
      // A status is a word or two: it is never worth less than its room.
      styles: { root: { minWidth: 'max-content' } },
    }),
    // A dialog's head is no banner of the window.
    DrawerHeader: HEAD,
    ModalHeader: HEAD,
    Drawer: of<DrawerFactory>({ styles: { title: TITLE } }),
    InputWrapper: of<InputWrapperFactory>({
      styles: { label: { marginBottom: 4 }, description: { lineHeight: 1.5, marginBottom: 4 } },
    }),
    // A form that a menu opened gives the focus back to the menu's button.
    Menu: of<MenuFactory>({ defaultProps: { returnFocus: true } }),
    Modal: of<ModalFactory>({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: TITLE },
    }),
    // Letters and Enter choose what they fit; without this, Enter would leave the letters and choose nothing.
    MultiSelect: of<MultiSelectFactory>({ defaultProps: { selectFirstOptionOnChange: true, ...UNCHECKED } }),
    NavLink: of<NavLinkFactory>({ defaultProps: { variant: 'light' } }),
    Select: of<SelectFactory>({ defaultProps: { selectFirstOptionOnChange: true, ...UNCHECKED } }),
    TagsInput: { defaultProps: UNCHECKED },
    Table: of<TableFactory>({
      defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' },
      styles: {
        table: { '--table-hover-color': 'var(--mantine-color-default-hover)' },
        th: { color: 'var(--mantine-color-dimmed)', fontWeight: 600, whiteSpace: 'nowrap' },
      },
    }),
    Tooltip: of<TooltipFactory>({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
});

/** The theme in a language: what components say that nobody else gives words to. */
export function themeIn(language: Language): MantineThemeOverride {
  const t = translator(language);
  const closing = { defaultProps: { 'aria-label': t('common.close') } };
  const dismissing = { defaultProps: { closeButtonProps: { 'aria-label': t('common.dismiss') } } };
  return mergeThemeOverrides(theme, {
    components: {
      ModalCloseButton: closing,
      DrawerCloseButton: closing,
      Notification: dismissing,
    },
  });
}

/** Tokens that Mantine lacks or draws too faint: dimmed and placeholder text keep 4.5 : 1 on their grounds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1a2128',
    '--mantine-color-dimmed': '#596570',
    '--mantine-color-placeholder': '#6b7580',
    '--mantine-color-default-border': '#d3dae0',
    // Small words on a light tint of their own colour: Mantine's stay below 4.5 : 1.
    '--mantine-color-yellow-text': '#7d5200',
    '--mantine-color-orange-text': '#914100',
    '--mantine-color-green-text': '#1f6a2b',
    '--mantine-color-teal-text': '#0a6657',
    '--mantine-color-yellow-light': '#fbf1d0',
    '--mantine-color-yellow-light-color': '#7a4f00',
    '--mantine-color-orange-light-color': '#914100',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-green-light-color': '#1f6a2b',
    '--mantine-color-teal-light-color': '#0a6657',
    '--mantine-color-gray-light-color': '#49535d',
    '--hearken-ground': '#f4f6f8',
    '--hearken-quote-line': AI[3],
    ...categoryColours('light'),
  },
  dark: {
    '--mantine-color-ai-light': 'rgba(86, 146, 182, 0.2)',
    '--mantine-color-ai-light-hover': 'rgba(86, 146, 182, 0.28)',
    '--mantine-color-ai-light-color': AI[2],
    '--mantine-primary-color-light-color': AI[2],
    // Mantine tints dark grounds with a full colour, which shouts; a veil of it says the same.
    ...veil('yellow', '240, 196, 90', '#f0d089'),
    ...veil('orange', '240, 150, 80', '#f2b482'),
    ...veil('red', '230, 110, 100', '#f0a69e'),
    ...veil('green', '110, 190, 120', '#a3d6a9'),
    ...veil('teal', '80, 190, 170', '#93d5c7'),
    ...veil('gray', '160, 170, 180', '#c3cad1'),
    // What is under the pointer or active: dimmed words and links keep 4.5 : 1 on it.
    '--mantine-color-default-hover': '#2b333c',
    '--mantine-color-dimmed': INK[2],
    '--mantine-color-placeholder': INK[3],
    '--mantine-color-default-border': INK[5],
    '--hearken-ground': INK[8],
    '--hearken-quote-line': AI[6],
    ...categoryColours('dark'),
  },
});

/** The light variant of a colour on the dark ground: the colour as `r, g, b` behind, and the words upon it. */
function veil(name: string, behind: string, words: string): Record<string, string> {
  return {
    [`--mantine-color-${name}-light`]: `rgba(${behind}, 0.14)`,
    [`--mantine-color-${name}-light-hover`]: `rgba(${behind}, 0.2)`,
    [`--mantine-color-${name}-light-color`]: words,
    [`--mantine-color-${name}-text`]: words,
  };
}

/** `--hearken-category-<category>`: the colours of the matrix, so that a category looks the same everywhere. */
function categoryColours(scheme: Scheme): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CATEGORY_COLOURS).map(([category, colours]) => [
      `--hearken-category-${category}`,
      colours[scheme],
    ]),
  );
}

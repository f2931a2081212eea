import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a quiet blue that keeps 4.5:1 on both surfaces at the shades used for text. */
const accent: MantineColorsTuple = [
  '#eef3fc',
  '#dce5f6',
  '#b6c8ec',
  '#8da9e2',
  '#6b8fda',
  '#557ed5',
  '#3f6bcb',
  '#345cb4',
  '#2b51a1',
  '#1d448f',
];

/** Near-white and near-black with a trace of blue; index 7 is the dark page, 6 a raised surface. */
const dark: MantineColorsTuple = [
  '#d8dbe2',
  '#b9bdc7',
  '#959ba8',
  '#6d7380',
  '#3d424d',
  '#2d3139',
  '#1d2026',
  '#14161a',
  '#0f1114',
  '#0a0b0d',
];
const gray: MantineColorsTuple = [
  '#f8f9fa',
  '#f1f3f5',
  '#e6e8ec',
  '#d9dce2',
  '#c6cad2',
  '#a3a8b3',
  '#767c88',
  '#565c68',
  '#3a3f4a',
  '#20242c',
];

/** Index 7 is the light theme's filled button, 6 the dark one's: both carry white letters. 4 is text on the dark page, 0 on its tints. */
const red: MantineColorsTuple = [
  '#ffb3ad',
  '#fbdcda',
  '#f5bbb7',
  '#f39a93',
  '#ff8f87',
  '#e05a51',
  '#cf372e',
  '#b3261e',
  '#9a1f18',
  '#7f1a14',
];
const yellow: MantineColorsTuple = [
  '#f5d592',
  '#fdf1d8',
  '#fae3b1',
  '#f5cd7c',
  '#f0b952',
  '#d9930d',
  '#a86a05',
  '#8a5300',
  '#7a4a00',
  '#6b4100',
];

const SANS =
  '"Inter Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** What stands at a field is no smaller than any other text; the library would take two pixels off the label's size. */
const HINT_SIZE = {
  '--input-description-size': 'var(--mantine-font-size-xs)',
  '--input-error-size': 'var(--mantine-font-size-xs)',
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { accent, dark, gray, red, yellow },
  fontFamily: SANS,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px' },
  headings: {
    fontFamily: SANS,
    fontWeight: '600',
    sizes: { h1: { fontSize: '18px', lineHeight: '1.35' }, h2: { fontSize: '14px' }, h3: { fontSize: '13px' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    InputWrapper: { vars: () => ({ description: HINT_SIZE, error: HINT_SIZE }) },
    // Plain objects: naming the components here would load them with every page.
    Modal: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.35 },
        centered: false,
        yOffset: '10vh',
        transitionProps: { duration: 120 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});

import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  NumberInput,
  PasswordInput,
  Popover,
  rem,
  Select,
  Textarea,
  Tooltip,
} from '@mantine/core'

/** Done, or pressable. Shade 7 fills buttons, 6 is links, 5 the focus ring, 9 the sidebar, 0 and 1 selections. */
const tinta: MantineColorsTuple = [
  '#EEF6F7',
  '#D8EAEC',
  '#B3D5D9',
  '#84B8BF',
  '#4F96A0',
  '#2A7884',
  '#14626F',
  '#0B4F5C',
  '#083F4A',
  '#062E37',
]

/** Mantine's own greys are bluish; these are the neutrals of our pages. */
const gray: MantineColorsTuple = [
  '#FAFBFB',
  '#EDF1F0',
  '#E3E9E8',
  '#DCE3E2',
  '#C6D0CF',
  '#A9B6B7',
  '#7D8E93',
  '#5F7076',
  '#485B61',
  '#14262B',
]

const red: MantineColorsTuple = [
  '#FDF4F2',
  '#FDECEA',
  '#FBDAD7',
  '#F0B4B0',
  '#E58983',
  '#D0564F',
  '#B3261E',
  '#A51C1C',
  '#7A1414',
  '#5C0E0E',
]

export const theme = createTheme({
  primaryColor: 'tinta',
  primaryShade: 7,
  colors: { tinta, gray, red },
  black: '#14262B',
  fontFamily: "'IBM Plex Sans Variable', 'Segoe UI', sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', Consolas, monospace",
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(12) },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.34', sm: '1.39', md: '1.43', lg: '1.4', xl: '1.4' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--floating-shadow)',
    lg: 'var(--floating-shadow)',
    xl: 'var(--floating-shadow)',
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    NumberInput: NumberInput.extend({
      defaultProps: { decimalSeparator: ',', thousandSeparator: '.', hideControls: true },
    }),
    PasswordInput: PasswordInput.extend({
      defaultProps: { visibilityToggleButtonProps: { tabIndex: -1, 'aria-label': 'Tampilkan sandi' } },
    }),
    Select: Select.extend({
      defaultProps: {
        allowDeselect: false,
        // Renders inside <main>, so that screen readers find it and no second scroll area appears.
        comboboxProps: { shadow: 'md', transitionProps: { duration: 0 }, portalProps: { target: 'main' } },
        withScrollArea: false,
        styles: { options: { maxHeight: rem(280), overflowY: 'auto' } },
        nothingFoundMessage: 'Tidak ada yang cocok',
      },
    }),
    Textarea: Textarea.extend({ defaultProps: { autosize: true } }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: rem(20),
        transitionProps: { duration: 120, transition: 'fade' },
        closeButtonProps: { 'aria-label': 'Tutup' },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        position: 'right',
        size: rem(420),
        transitionProps: { duration: 180 },
        closeButtonProps: { 'aria-label': 'Tutup' },
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, multiline: true, maw: rem(320), transitionProps: { duration: 0 } },
    }),
  },
})

/** Maps Mantine's variables to tokens.css, so that each colour is defined once. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--placeholder)',
    '--mantine-color-anchor': 'var(--tinta-6)',
    '--mantine-color-error': 'var(--err)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--surface)',
    '--mantine-color-default-border': 'var(--line-2)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-disabled': 'var(--refused)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--line-2)',
  },
  dark: {},
})

import { Box, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import layout from '../page/layout.module.css'
import styles from './field.module.css'

export interface FieldOptions {
  label: string
  /** Adds "(boleh kosong)" to the label. */
  optional?: boolean
  /** Restricted data: adds a violet lock to the label. */
  locked?: boolean
  /** Smaller text after the label. */
  aside?: ReactNode
  /** Help under the field. */
  hint?: ReactNode
  /** Amber, does not prevent saving: "NIK: 12 Mei 1990." */
  warning?: ReactNode
  /** A button that resolves the warning. */
  warningAction?: { label: string; onAction: () => void } | undefined
}

interface FieldProps {
  label: ReactNode
  description?: ReactNode
  wrapperProps?: { 'data-warned': true }
}

/**
 * Label, hint and warning as props of a Mantine input: `<TextInput {...field({ label: 'Alamat', optional: true })} {...form.getInputProps('address')}
 * />`. Errors use the input's own `error` prop.
 */
export function field(options: FieldOptions): FieldProps {
  const { label, optional, locked, aside, hint, warning, warningAction } = options
  const warned = warning !== undefined && warning !== null && warning !== false && warning !== ''
  const description =
    warned || hint !== undefined ? (
      <>
        {hint !== undefined && (
          <Box component="span" display="block" c="var(--ink-2)">
            {hint}
          </Box>
        )}
        {warned && (
          <Box component="span" data-warning c="var(--warn)">
            <IconAlertTriangle size={14} className={styles.sign} aria-hidden />
            <span className={styles.warning}>{warning}</span>
            {warningAction && (
              <UnstyledButton className={styles.action} onClick={warningAction.onAction}>
                {warningAction.label}
              </UnstyledButton>
            )}
          </Box>
        )}
      </>
    ) : undefined
  return {
    label: (
      <>
        {label}
        {optional && <span className={layout.aside}> (boleh kosong)</span>}
        {aside !== undefined && <span className={layout.aside}> {aside}</span>}
        {locked && <IconLock size={13} className={styles.lock} role="img" aria-label="data terbatas" />}
      </>
    ),
    ...(description ? { description } : {}),
    ...(warned ? { wrapperProps: { 'data-warned': true } } : {}),
  }
}

/** Everything that an input of a form needs: `<TextInput {...fieldOf(form, 'address', { label: 'Alamat' })} />`. */
export function fieldOf<Form extends { getInputProps: (path: never) => object }>(
  form: Form,
  path: Parameters<Form['getInputProps']>[0],
  options: FieldOptions,
): FieldProps & ReturnType<Form['getInputProps']> {
  return { ...field(options), ...(form.getInputProps(path as never) as ReturnType<Form['getInputProps']>) }
}

/** The text of an input and what takes each change: `<TextInput {...typing(name, setName)} />`. */
export function typing(value: string, onText: (text: string) => unknown) {
  return { value, onChange: (event: { currentTarget: { value: string } }) => void onText(event.currentTarget.value) }
}

/** The same of a box: `<Checkbox {...ticking(agreed, setAgreed)} />`. */
export function ticking(checked: boolean, onTick: (checked: boolean) => unknown) {
  return {
    checked,
    onChange: (event: { currentTarget: { checked: boolean } }) => void onTick(event.currentTarget.checked),
  }
}

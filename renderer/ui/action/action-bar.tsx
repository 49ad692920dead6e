import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StickyBar } from '../form/sticky-bar.tsx'
import layout from '../page/layout.module.css'
import { type Action, useActions } from './action.ts'
import { ActionButton } from './action-button.tsx'
import { KeyHints } from './key-cap.tsx'
import { listKeys } from './widget-keys.ts'

interface ActionBarProps {
  /** "2 angkatan dipilih" */
  title: string
  /** Actions on the selected rows. */
  children: ReactNode
  onClear: () => void
}

export function clearAction(run: () => void): Action {
  return { label: 'Batal pilih', keys: 'Esc', tone: 'quiet', icon: IconX, run }
}

/** Bottom bar while rows are selected; Esc clears the selection. */
export function ActionBar({ title, children, onClear }: ActionBarProps) {
  const clear = clearAction(onClear)
  useActions([clear])
  return (
    <StickyBar
      tone="selection"
      label="Tindakan untuk baris yang dipilih"
      note={
        <>
          <strong className={layout.ink} role="status">
            {title}
          </strong>
          <KeyHints hints={[listKeys.select, listKeys.range]} />
        </>
      }
    >
      {children}
      <ActionButton action={clear} keyCap={false} />
    </StickyBar>
  )
}

import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StickyBar } from '../form/sticky-bar.tsx'
import layout from '../page/layout.module.css'
import { type Action, useActions } from './action.ts'
import { ActionButton } from './action-button.tsx'
import { KeyHints } from './key-cap.tsx'

interface ActionBarProps {
  /** "2 angkatan dipilih" */
  title: string
  /** Actions on the selected rows. */
  children: ReactNode
  onClear: () => void
}

/** Bottom bar while rows are selected; Esc clears the selection. */
export function ActionBar({ title, children, onClear }: ActionBarProps) {
  const clear: Action = { label: 'Batal pilih', keys: 'Esc', tone: 'quiet', icon: IconX, run: onClear }
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
          <KeyHints
            hints={[
              { keys: 'Spasi', text: 'pilih' },
              { keys: 'Shift ↓', text: 'rentang' },
            ]}
          />
        </>
      }
    >
      {children}
      <ActionButton action={clear} keyCap={false} />
    </StickyBar>
  )
}

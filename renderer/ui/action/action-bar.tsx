import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StickyBar } from '../form/sticky-bar.tsx'
import styles from './action-bar.module.css'
import { ActionButton } from './action-button.tsx'
import { KeyHints } from './key-cap.tsx'
import { useKeys } from './use-keys.ts'

interface ActionBarProps {
  /** "2 angkatan dipilih" */
  title: string
  /** What can be done with the chosen rows. */
  children: ReactNode
  onClear: () => void
}

/** Stands at the foot of a list while rows are chosen; Esc lets them go. */
export function ActionBar({ title, children, onClear }: ActionBarProps) {
  useKeys([{ keys: 'Esc', label: 'batal pilih', run: onClear }])
  return (
    <StickyBar
      tone="selection"
      label="Tindakan untuk baris yang dipilih"
      note={
        <>
          <strong className={styles.title} role="status">
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
      <ActionButton tone="quiet" icon={IconX} onAction={onClear}>
        Batal pilih
      </ActionButton>
    </StickyBar>
  )
}

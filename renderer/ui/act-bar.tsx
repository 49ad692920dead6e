import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './act-bar.module.css'
import { ActButton } from './act-button.tsx'
import { KeyHints } from './key-cap.tsx'
import { StickyBar } from './sticky-bar.tsx'
import { useKeys } from './use-keys.ts'

export interface ActBarProps {
  /** "2 angkatan dipilih" */
  title: string
  /** What can be done with the chosen rows. */
  children: ReactNode
  onClear: () => void
}

/** Stands at the foot of a list while rows are chosen; Esc lets them go. */
export function ActBar({ title, children, onClear }: ActBarProps) {
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
      <ActButton tone="quiet" icon={IconX} onAct={onClear}>
        Batal pilih
      </ActButton>
    </StickyBar>
  )
}

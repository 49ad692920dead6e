import { IconFileTypePdf } from '@tabler/icons-react'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'

interface ChosenPapersBarProps {
  titles: readonly string[]
  clear: Action
  print: Action
  saving: boolean
  /** Makes one PDF of the selection. */
  onSave: () => void
}

/** At the bottom of Berkas while papers are selected. */
export function ChosenPapersBar({ titles, clear, print, saving, onSave }: ChosenPapersBarProps) {
  return (
    <StickyBar tone="selection" label="Yang dipilih" note={formatChosen(titles)}>
      <ActionButton action={clear} />
      <ActionButton
        needs="paper.print"
        icon={IconFileTypePdf}
        refused={print.refused}
        pending={saving}
        onAction={onSave}
      >
        Simpan satu PDF
      </ActionButton>
      <ActionButton action={print} />
    </StickyBar>
  )
}

/** '3 berkas dipilih: Jadwal, Kurikulum, Silabus' */
function formatChosen(titles: readonly string[]): string {
  const named = titles.slice(0, 3).join(', ')
  return `${titles.length} berkas dipilih: ${named}${titles.length > 3 ? ` dan ${titles.length - 3} lagi` : ''}`
}

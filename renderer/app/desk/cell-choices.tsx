import type { AskedField } from '../../../shared/kernel/join-values.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import styles from './cell-choices.module.css'
import { type Changed, plainValue } from './join-panel.tsx'

interface CellChoicesProps {
  changed: Changed
  label: (cell: AskedField) => string
  format: (cell: AskedField, value: unknown) => string | undefined
  onChoose: (cells: readonly AskedField[], take: 'theirs' | 'mine') => void
}

/** More are chosen together. */
const shown = 8

/** Cells that two people wrote at once, each with both values; no page opens, and the grid stays as it is. */
export function CellChoices({ changed, label, format, onChoose }: CellChoicesProps) {
  const { by, at, asked } = changed
  const name = by.split(' ')[0] ?? by
  const time = at === '' ? '' : ` ${at.slice(11, 16).replace(':', '.')}`
  const said = (cell: AskedField, value: unknown) => format(cell, value) ?? plainValue(value)
  return (
    <Note
      tone="warn"
      live
      title={`${name} menyimpan lebih dulu${time}. Pilih untuk ${asked.length === 1 ? 'sel ini' : `${asked.length} sel`}:`}
      actions={
        asked.length > 1 && (
          <>
            <ActionButton size="xs" onAction={() => onChoose(asked, 'theirs')}>
              Semua punya {name}
            </ActionButton>
            <ActionButton size="xs" onAction={() => onChoose(asked, 'mine')}>
              Semua punya Anda
            </ActionButton>
          </>
        )
      }
    >
      <ul className={styles.cells}>
        {asked.slice(0, shown).map(cell => (
          <li key={`${cell.row} ${cell.field}`}>
            <span>
              <strong>{label(cell)}</strong> {name}: {said(cell, cell.theirs)}, Anda: {said(cell, cell.mine)}.
            </span>
            {(['theirs', 'mine'] as const).map(whose => (
              <ActionButton
                key={whose}
                size="xs"
                label={`Punya ${whose === 'theirs' ? name : 'Anda'}: ${label(cell)}`}
                onAction={() => onChoose([cell], whose)}
              >
                Punya {whose === 'theirs' ? name : 'Anda'}
              </ActionButton>
            ))}
          </li>
        ))}
        {asked.length > shown && <li>dan {asked.length - shown} sel lagi</li>}
      </ul>
    </Note>
  )
}

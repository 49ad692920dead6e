import type { FieldConflict } from '../../../shared/kernel/join-values.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import type { KeyGridQuestion } from '../../ui/grid/key-grid-types.ts'
import styles from './cell-choices.module.css'
import { type Changed, clockOfChange, firstNameOf, plainValue } from './changed.ts'

interface Words {
  label: (cell: FieldConflict) => string
  format: (cell: FieldConflict, value: unknown) => string | undefined
  onChoose: (cells: readonly FieldConflict[], take: 'theirs' | 'mine') => void
}

interface CellChoicesProps extends Words {
  changed: Changed
  /** True if the grid shows the question in the cell; other cells are asked here. */
  inGrid: (cell: FieldConflict) => boolean
}

/** With more cells than this they are chosen together. */
const shown = 8

/** Cells that two people wrote at the same time, each with both values. Opens no page; the grid stays as it is. */
export function CellChoices({ changed, inGrid, onChoose, ...words }: CellChoicesProps) {
  const { conflicts } = changed
  const name = firstNameOf(changed)
  const time = ` ${clockOfChange(changed)}`.trimEnd()
  const listed = conflicts.filter(cell => !inGrid(cell))
  return (
    <div data-cell-question>
      <Note
        tone="warn"
        live
        title={`${name} menyimpan lebih dulu${time}. Pilih untuk ${conflicts.length === 1 ? 'sel ini' : `${conflicts.length} sel`}:`}
        actions={
          <>
            {listed.length < conflicts.length && (
              <ActionButton size="xs" onAction={goToAskedCell}>
                Ke selnya
              </ActionButton>
            )}
            {conflicts.length > 1 && (
              <>
                <ActionButton size="xs" onAction={() => onChoose(conflicts, 'theirs')}>
                  Semua punya {name}
                </ActionButton>
                <ActionButton size="xs" onAction={() => onChoose(conflicts, 'mine')}>
                  Semua punya Anda
                </ActionButton>
              </>
            )}
          </>
        }
      >
        {listed.length > 0 && (
          <ul className={styles.cells}>
            {listed.slice(0, shown).map(cell => {
              const { words: said, choices } = questionOf(changed, cell, '', { ...words, onChoose })
              return (
                <li key={`${cell.row} ${cell.field}`}>
                  <span>
                    <strong>{words.label(cell)}</strong> {said}
                  </span>
                  {choices.map(choice => (
                    <ActionButton key={choice.label} size="xs" label={choice.spoken} onAction={choice.run}>
                      {choice.label}
                    </ActionButton>
                  ))}
                </li>
              )
            })}
            {listed.length > shown && <li>dan {listed.length - shown} sel lagi</li>}
          </ul>
        )}
      </Note>
    </div>
  )
}

/** The question of a cell, 'Dimas: Sakit, Anda: Hadir.', with its two answers. */
export function questionOf(
  changed: Changed,
  cell: FieldConflict,
  column: string,
  { label, format, onChoose }: Words,
): KeyGridQuestion {
  const name = firstNameOf(changed)
  const said = (value: unknown) => format(cell, value) ?? plainValue(value)
  return {
    row: cell.row ?? '',
    column,
    words: `${name}: ${said(cell.theirs)}, Anda: ${said(cell.mine)}.`,
    choices: (['mine', 'theirs'] as const).map(whose => ({
      label: `Punya ${whose === 'theirs' ? name : 'Anda'}`,
      spoken: `Punya ${whose === 'theirs' ? name : 'Anda'}: ${label(cell)}`,
      run: () => onChoose([cell], whose),
    })),
  }
}

/** Focusing the cell moves the cursor of the grid, and the cell shows the question. */
function goToAskedCell(): void {
  document.querySelector<HTMLElement>('[role=gridcell][data-question]')?.focus()
}

import { IconGitMerge } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { shortDay } from '../../../shared/kernel/date-format.ts'
import type { AskedField } from '../../../shared/kernel/join-values.ts'
import { isPlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './join-panel.module.css'

/** Fields that another person changed while the form was open, as the backend reports them. */
export interface Changed {
  by: string
  at: string
  desk: string
  asked: AskedField[]
  joined: string[]
}

interface JoinPanelProps {
  changed: Changed
  labels: Readonly<Record<string, string>>
  /** Text of a field's value. */
  /** Text of a field's value; when undefined, the value is shown as it is. */
  format?: (field: string, value: unknown) => string | undefined
  /** In a drawer its keys work on the level of dialogs. */
  level?: 'page' | 'dialog'
  pending: boolean
  /** Gets the chosen value of each field. */
  onJoin: (choices: ReadonlyMap<string, unknown>) => unknown
  onBack: () => void
}

/** Two people changed the same fields: each must be chosen, nothing is preselected. Arrows move between fields. */
export function JoinPanel({
  changed,
  labels,
  format = () => undefined,
  level = 'page',
  pending,
  onJoin,
  onBack,
}: JoinPanelProps) {
  const { by, at, desk, asked, joined } = changed
  const [choices, setChoices] = useState<ReadonlyMap<string, 'theirs' | 'mine'>>(new Map())
  const first = useFirstField<HTMLDivElement>()
  const left = asked.length - choices.size
  const join: Action = {
    label: left > 0 ? `Pilih ${left} kolom lagi` : 'Simpan gabungan',
    hint: 'simpan gabungan',
    keys: 'Ctrl Enter',
    tone: 'primary',
    pending,
    refused: left > 0 ? `Pilih ${left} kolom lagi.` : undefined,
    run: () =>
      onJoin(new Map(asked.map(one => [one.field, choices.get(one.field) === 'theirs' ? one.theirs : one.mine]))),
  }
  useActions([join], level)
  const said = (field: string, value: unknown) => format(field, value) ?? plainValue(value)
  const name = by.split(' ')[0] ?? by
  function move(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radiogroup"]')]
    const here = rows.findIndex(row => row.contains(event.target as Node))
    rows[here + step]?.querySelector<HTMLInputElement>('input')?.focus()
  }
  return (
    <div ref={first} className={layout.stack} onKeyDownCapture={move}>
      <ResultLine facts="isian Anda utuh">
        <IconGitMerge size={20} aria-hidden /> {name} menyimpan lebih dulu, {asked.length} kolom perlu dipilih
      </ResultLine>
      <Panel flush label="Kolom yang diubah keduanya">
        <div className={styles.row}>
          <span className={styles.head}>Kolom, nilai sebelumnya</span>
          <span className={styles.head}>
            <strong>Punya {name}</strong> {desk}, tersimpan {at.slice(11, 16).replace(':', '.')}
          </span>
          <span className={styles.head}>
            <strong>Punya Anda</strong> belum disimpan
          </span>
        </div>
        {asked.map(one => {
          const label = labels[one.field] ?? one.field
          return (
            <div key={one.field} className={styles.row} role="radiogroup" aria-label={label}>
              <span>
                <strong>{label}</strong>
                <span className={styles.before}>sebelumnya {said(one.field, one.before)}</span>
              </span>
              {(['theirs', 'mine'] as const).map(whose => (
                <label key={whose} className={styles.choice}>
                  <input
                    type="radio"
                    name={`gabung-${one.field}`}
                    checked={choices.get(one.field) === whose}
                    onChange={() => setChoices(new Map(choices).set(one.field, whose))}
                  />
                  {said(one.field, one[whose])}
                </label>
              ))}
            </div>
          )
        })}
      </Panel>
      {joined.length > 0 && (
        <Panel title="Digabung otomatis" facts="hanya diubah salah satu">
          <p>{joined.map(field => labels[field] ?? field).join(', ')}</p>
        </Panel>
      )}
      <div className={layout.buttons}>
        <ActionButton onAction={onBack}>Kembali ke isian</ActionButton>
        <ActionButton action={join} />
      </div>
    </div>
  )
}

/** Text of a value where the caller has no own format. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'kosong'
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'string' && isPlainDate(value)) return shortDay(value)
  if (!Array.isArray(value)) return typeof value === 'object' ? 'diubah' : String(value)
  return value.every(one => typeof one !== 'object') ? value.join(', ') : `${value.length} baris`
}

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Comparison } from '../../../../shared/features/duplicate/contract.ts'
import { type MergeField, mergeFieldNames } from '../../../../shared/features/trainee/merge-fields.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatMergeField, mergeFieldLabels } from './duplicate-format.ts'
import { differingFields, type MergeChoices, type Side } from './merge-choices.ts'
import styles from './merge-grid.module.css'

interface MergeGridProps {
  comparison: Comparison
  choices: MergeChoices
  onChoices: (choices: MergeChoices) => void
}

/** Two columns and the result, one radio group for each line: ← → choose, ↑ ↓ change the line. */
export function MergeGrid({ comparison, choices, onChoices }: MergeGridProps) {
  const { first, second } = comparison
  const grid = useRef<HTMLDivElement>(null)
  const differing = differingFields(first, second)
  const same = mergeFieldNames.filter(field => !differing.includes(field) && field !== 'photo')
  const survivor = choices.survivor === 'first' ? first : second
  const pick = (field: MergeField) => (side: Side) =>
    onChoices({ ...choices, picks: { ...choices.picks, [field]: side } })

  useEffect(() => grid.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])

  function press(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const chosen = [...(grid.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])]
    const at = chosen.findIndex(input => input.name === (event.target as HTMLInputElement).name)
    chosen[at + step]?.focus()
  }

  return (
    // The keys belong to the radio buttons inside
    <Columns widths="9.5rem repeat(3, 1fr)" align="stretch" gap="0" ref={grid} onKeyDown={press}>
      <div className={classNames(styles.line, styles.head)}>
        <span className={styles.cell}>Isian yang berbeda</span>
        <span className={classNames(styles.cell, styles.fact)}>Data 1</span>
        <span className={classNames(styles.cell, styles.fact)}>Data 2</span>
        <span className={classNames(styles.cell, styles.result)}>Hasil</span>
      </div>
      <ChoiceLine
        name="survivor"
        label="Yang dipertahankan"
        first={`Data 1: ${first.name}`}
        second={`Data 2: ${second.name}`}
        value={choices.survivor}
        onChange={side => onChoices({ ...choices, survivor: side })}
        result={`${survivor.name}, beserta data terbatasnya`}
      />
      {differing.map(field => {
        const values = { first: faceOf(comparison, 'first', field), second: faceOf(comparison, 'second', field) }
        return (
          <ChoiceLine
            key={field}
            name={field}
            label={mergeFieldLabels[field]}
            first={values.first}
            second={values.second}
            value={choices.picks[field]}
            onChange={pick(field)}
            result={values[choices.picks[field]]}
          />
        )
      })}
      <FactLine
        label="Kelas"
        first={first.cohorts.map(one => one.title)}
        second={second.cohorts.map(one => one.title)}
      />
      <FactLine
        label="Bukti dan berkas"
        first={formatCount(first.evidence.length, first.files.length)}
        second={formatCount(second.evidence.length, second.files.length)}
        result={formatCount(first.evidence.length + second.evidence.length, first.files.length + second.files.length)}
      />
      {same.length > 0 && (
        <p className={classNames(styles.line, styles.same)}>
          Sama pada keduanya: {same.map(field => mergeFieldLabels[field]).join(', ')}.
        </p>
      )}
    </Columns>
  )
}

interface ChoiceLineProps {
  name: string
  label: string
  first: ReactNode
  second: ReactNode
  value: Side
  onChange: (side: Side) => void
  result: ReactNode
}

function ChoiceLine({ name, label, first, second, value, onChange, result }: ChoiceLineProps) {
  const line = useRef<HTMLDivElement>(null)
  // Like a radio group, but without wrapping around: ← is always the left one.
  function press(event: KeyboardEvent) {
    const side = ({ ArrowLeft: 'first', ArrowRight: 'second' } as const)[event.key]
    if (side === undefined) return
    event.preventDefault()
    onChange(side)
    line.current?.querySelector<HTMLInputElement>(`input[value=${side}]`)?.focus()
  }
  return (
    <div ref={line} className={styles.line} role="radiogroup" aria-label={label} onKeyDown={press}>
      <span className={classNames(styles.cell, styles.label)}>{label}</span>
      {(['first', 'second'] as const).map(side => (
        <label key={side} className={classNames(styles.option, value === side && styles.chosen)}>
          <input type="radio" name={name} value={side} checked={value === side} onChange={() => onChange(side)} />
          <span>{side === 'first' ? first : second}</span>
        </label>
      ))}
      <span className={classNames(styles.cell, styles.result)}>{result}</span>
    </div>
  )
}

/** Data that needs no choice: both are kept. */
function FactLine(props: { label: string; first: string[]; second: string[]; result?: string[] }) {
  const { label, first, second, result = [...first, ...second] } = props
  const words = (values: string[]) =>
    values.length === 0 ? <span className={layout.aside}>–</span> : values.join(', ')
  return (
    <div className={styles.line}>
      <span className={classNames(styles.cell, styles.label)}>{label}</span>
      <span className={classNames(styles.cell, styles.fact)}>{words(first)}</span>
      <span className={classNames(styles.cell, styles.fact)}>{words(second)}</span>
      <span className={classNames(styles.cell, styles.result)}>{words(result)}</span>
    </div>
  )
}

function formatCount(evidence: number, files: number): string[] {
  return [...(evidence === 0 ? [] : [`${evidence} bukti`]), ...(files === 0 ? [] : [`${files} berkas`])]
}

function faceOf(comparison: Comparison, side: Side, field: MergeField): ReactNode {
  const [own, other] = side === 'first' ? [comparison.first, comparison.second] : [comparison.second, comparison.first]
  const nothing = <span className={layout.aside}>kosong</span>
  if (field === 'photo') {
    if (own.photo === null) return nothing
    return <img className={styles.photo} src={own.photo} alt={`Pas foto data ${side === 'first' ? 1 : 2}`} />
  }
  const words = formatMergeField(own, field)
  if (words === '') return nothing
  if (field !== 'nik' && field !== 'familyCard') return words
  const theirs = formatMergeField(other, field)
  return (
    <span className={layout.digits}>
      {[...words].map((digit, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a digit is identified by its position
        <span key={place} className={theirs !== '' && theirs[place] !== digit ? styles.off : undefined}>
          {digit}
        </span>
      ))}
    </span>
  )
}

import { NumberInput, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { FieldConflict } from '../../../shared/kernel/join-values.ts'
import { ChoiceSelect } from '../../ui/form/choice-select.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { typing } from '../../ui/form/field.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import { classNames } from '../../ui/page/class-names.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { useSession } from '../session.tsx'
import { type Changed, clockOfChange, firstNameOf } from './changed.ts'
import styles from './join-page.module.css'
import { asDate, type OwnField } from './own-value.ts'
import type { useJoinChoices } from './use-join-choices.ts'

interface JoinChoicesProps {
  changed: Changed
  label: (field: string) => string
  said: (field: string, value: unknown) => string
  choices: ReturnType<typeof useJoinChoices>
}

/** The fields that two people changed, theirs at the left and mine at the right: left and right choose, up and down go from field to field. */
export function JoinChoices({ changed, label, said, choices }: JoinChoicesProps) {
  const { conflicts, desk } = changed
  const name = firstNameOf(changed)
  const { desk: own } = useSession()
  function press(event: KeyboardEvent<HTMLElement>, one: FieldConflict) {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return
    if (event.key === 'ArrowDown') choices.step(one.field, 1)
    else if (event.key === 'ArrowUp') choices.step(one.field, -1)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const side = event.key === 'ArrowLeft' ? 'theirs' : 'mine'
      choices.choose(one, side)
      choices.focusOn(one.field, side)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={choices.list}>
      <Panel flush label="Kolom yang diubah keduanya">
        <div className={classNames(styles.row, styles.heads)}>
          <span>Kolom, nilai sebelumnya</span>
          <span>
            <strong>Punya {name}</strong> {[desk, `tersimpan ${clockOfChange(changed)}`].filter(Boolean).join(', ')}
          </span>
          <span>
            <strong>Punya Anda</strong> {own}, belum disimpan
          </span>
        </div>
        {conflicts.map((one, index) => {
          const { field } = one
          const side = choices.sideOf(field)
          const written = choices.ownOf(field)
          return (
            <div
              key={field}
              className={styles.row}
              role="radiogroup"
              aria-label={label(field)}
              data-field={field}
              onKeyDownCapture={event => press(event, one)}
            >
              <span>
                <strong>{label(field)}</strong>
                <span className={styles.before}>sebelumnya {said(field, one.before)}</span>
              </span>
              {(['theirs', 'mine'] as const).map(whose => (
                <label key={whose} className={styles.choice}>
                  <input
                    type="radio"
                    name={`gabung-${field}`}
                    data-side={whose}
                    {...(index === 0 && whose === 'theirs' && { 'data-autofocus': true })}
                    checked={side === whose}
                    onChange={() => choices.choose(one, whose)}
                  />
                  {said(field, one[whose])}
                </label>
              ))}
              {choices.writing?.field === field ? (
                <OwnValue
                  label={`${label(field)}, tulis sendiri`}
                  kind={choices.writing.kind}
                  start={written ?? one.mine}
                  said={value => said(field, value)}
                  onTake={value => choices.takeOwn(field, value)}
                  onLeave={choices.stopWriting}
                />
              ) : (
                side === 'own' && (
                  <label className={classNames(styles.choice, styles.own)}>
                    <input type="radio" name={`gabung-${field}`} data-side="own" checked onChange={() => undefined} />
                    {said(field, written)}
                  </label>
                )
              )}
            </div>
          )
        })}
      </Panel>
    </div>
  )
}

interface OwnValueProps {
  label: string
  kind: OwnField
  start: unknown
  said: (value: unknown) => string
  onTake: (value: unknown) => string | null
  onLeave: () => void
}

/** A third value: Enter takes it, Esc leaves it. */
function OwnValue({ label, kind, start, said, onTake, onLeave }: OwnValueProps) {
  const [value, setValue] = useState(start)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useFirstField<HTMLFieldSetElement>()
  const shown = { 'aria-label': label, error: problem, 'data-autofocus': true }
  return (
    <fieldset
      ref={field}
      className={classNames(styles.own, styles.write)}
      aria-label={label}
      onKeyDown={event => {
        if (event.key === 'Escape') onLeave()
        else if (event.key === 'Enter' && !event.ctrlKey) setProblem(onTake(value))
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {kind.kind === 'text' && <TextInput {...shown} {...typing(String(value ?? ''), setValue)} />}
      {kind.kind === 'number' && (
        <NumberInput
          {...shown}
          value={Number(value ?? 0)}
          onChange={next => setValue(next === '' ? null : Number(next))}
        />
      )}
      {kind.kind === 'date' && <DateField label={label} value={asDate(value)} onChange={setValue} error={problem} />}
      {kind.kind === 'choice' && (
        <ChoiceSelect
          {...shown}
          data={kind.values.map(one => ({ value: one, label: said(one) }))}
          value={typeof value === 'string' ? value : null}
          onChange={next => {
            setValue(next)
            if (next !== null) setProblem(onTake(next))
          }}
        />
      )}
    </fieldset>
  )
}

import { Checkbox, Group, NumberInput, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { FieldConflict } from '../../../../shared/kernel/join-values.ts'
import { ChoiceSelect } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { typing } from '../../../ui/form/field.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { useSession } from '../../session.tsx'
import { type Changed, clockOfChange, firstNameOf } from '../changed.ts'
import styles from './join-page.module.css'
import { asDate, type OwnField } from './own-value.ts'
import type { OwnFieldOf, useJoinChoices } from './use-join-choices.ts'

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
  kind: OwnField | OwnFieldOf
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
  return (
    <fieldset
      ref={field}
      className={classNames(styles.own, styles.write)}
      aria-label={label}
      onKeyDown={event => {
        // An open list takes its Enter itself.
        if (event.defaultPrevented) return
        if (event.key === 'Escape') onLeave()
        else if (event.key === 'Enter' && !event.ctrlKey) setProblem(onTake(value))
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <Input {...{ label, kind, value, said, problem }} onChange={setValue} onTake={next => setProblem(onTake(next))} />
    </fieldset>
  )
}

interface InputProps extends Pick<OwnValueProps, 'label' | 'kind' | 'said'> {
  value: unknown
  problem: string | null
  onChange: (value: unknown) => void
  onTake: (value: unknown) => void
}

function Input({ label, kind, value, said, problem, onChange, onTake }: InputProps) {
  const shown = { 'aria-label': label, error: problem, 'data-autofocus': true }
  if (typeof kind === 'function') return kind({ label, onTake })
  switch (kind.kind) {
    case 'text':
      return <TextInput {...shown} {...typing(String(value ?? ''), onChange)} />
    case 'number':
      return (
        <NumberInput
          {...shown}
          value={Number(value ?? 0)}
          onChange={next => onChange(next === '' ? null : Number(next))}
        />
      )
    case 'date':
      return <DateField label={label} value={asDate(value)} onChange={onChange} error={problem} />
    case 'choice':
      return (
        <ChoiceSelect
          {...shown}
          data={kind.values.map(one => ({ value: String(one), label: said(one) }))}
          value={value === null || value === undefined ? null : String(value)}
          onChange={next => {
            const chosen = kind.values.find(one => String(one) === next) ?? null
            onChange(chosen)
            if (chosen !== null) onTake(chosen)
          }}
        />
      )
    case 'list':
      return (
        <Checkbox.Group
          aria-label={label}
          error={problem}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        >
          <Group gap="0.5rem 1rem">
            {kind.values.map((one, index) => (
              <Checkbox key={one} value={one} label={said([one])} {...(index === 0 && { 'data-autofocus': true })} />
            ))}
          </Group>
        </Checkbox.Group>
      )
  }
}

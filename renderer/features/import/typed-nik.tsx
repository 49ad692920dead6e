import { Flex, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { checkNik, cleanNik, nikPrefix } from '../../../shared/features/trainee/nik/nik.ts'
import { formatNikProblem } from '../../../shared/features/trainee/nik/nik-format.ts'
import { longDate } from '../../../shared/kernel/plain-date.ts'
import { api, keepShown, useRead, useToday } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { submitting } from '../../ui/form/enter-moves-on.ts'
import { field, typing } from '../../ui/form/field.tsx'
import styles from './row-pane.module.css'

interface TypedNikProps {
  /** From the file or as typed; the remaining digits are worth keeping. */
  nik: string
  repaired: boolean
  onRepair: (nik: string) => void
  /** Goes to another row and opens its field too. */
  onStep: (by: 1 | -1) => void
  /** Returns to the list without saving. */
  onLeave: () => void
  pending: boolean
}

/** The NIK from the KTP, validated while typing. */
export function TypedNik({ nik, repaired, onRepair, onStep, onLeave, pending }: TypedNikProps) {
  const today = useToday()
  const [typed, setTyped] = useState(repaired ? nik : /^\d{12,16}$/.test(nik) ? nik.slice(0, 15) : '')
  const digits = cleanNik(typed)
  const prefix = nikPrefix(digits, today)
  const placed = Math.min(6, digits.length - (digits.length % 2))
  const place = useRead(
    api.trainee.nikPlace,
    placed < 2 || prefix.problem?.code === 'not_digits' ? null : { digits: digits.slice(0, placed) },
    keepShown,
  )
  const problem = checkNik(digits)
  const refused = problem ? formatNikProblem(problem) : undefined
  const words = [
    place.data?.district ?? place.data?.regency ?? place.data?.province,
    prefix.birthDate && longDate(prefix.birthDate),
    prefix.day && (prefix.day.sex === 'P' ? 'Perempuan' : 'Laki-laki'),
    digits.length < 16 ? `kurang ${16 - digits.length} angka` : null,
  ].filter(Boolean)
  const take = () => refused === undefined && onRepair(digits)
  function press(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (by === undefined && event.key !== 'Escape') return
    // Otherwise the page would also handle Esc and go back a step.
    event.stopPropagation()
    event.preventDefault()
    if (by === undefined) onLeave()
    else onStep(by)
  }
  return (
    <form className={styles.typed} onSubmit={submitting(take)}>
      <TextInput
        {...field({ label: 'NIK dari KTP', hint: words.join(' · ') })}
        classNames={{ input: styles.typedInput ?? '' }}
        inputMode="numeric"
        {...typing(typed, setTyped)}
        error={prefix.problem && digits !== '' ? formatNikProblem(prefix.problem) : undefined}
        onFocus={event => event.currentTarget.setSelectionRange(typed.length, typed.length)}
        onKeyDown={press}
      />
      <Flex wrap="wrap" align="center" gap="0.5rem">
        <ActionButton size="xs" action={{ label: 'Pakai NIK ini', keys: 'Enter', refused, pending, run: take }} />
        <KeyHints hints={[{ keys: 'Esc', text: 'ke daftar' }]} />
      </Flex>
    </form>
  )
}

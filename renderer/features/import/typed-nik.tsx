import { TextInput } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkNik, cleanNik, nikPrefix } from '../../../shared/features/trainee/nik/nik.ts'
import { formatNikProblem } from '../../../shared/features/trainee/nik/nik-format.ts'
import { longDate } from '../../../shared/kernel/date-format.ts'
import { api } from '../../app/client.ts'
import { useToday } from '../../app/session.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { field } from '../../ui/form/field.tsx'
import styles from './row-pane.module.css'

interface TypedNikProps {
  /** As the file has it; what is left of it is worth keeping. */
  nik: string
  onRepair: (nik: string) => void
  pending: boolean
}

/** The NIK from the KTP, read while it is typed. */
export function TypedNik({ nik, onRepair, pending }: TypedNikProps) {
  const today = useToday()
  const [typed, setTyped] = useState(/^\d{12,16}$/.test(nik) ? nik.slice(0, 15) : '')
  const digits = cleanNik(typed)
  const prefix = nikPrefix(digits, today)
  const placed = Math.min(6, digits.length - (digits.length % 2))
  const place = useQuery({
    ...api.trainee.nikPlace.queryOptions({
      input: placed < 2 || prefix.problem?.code === 'not_digits' ? skipToken : { digits: digits.slice(0, placed) },
    }),
    placeholderData: keepPreviousData,
  })
  const problem = checkNik(digits)
  const refused = problem ? formatNikProblem(problem) : undefined
  const words = [
    place.data?.district ?? place.data?.regency ?? place.data?.province,
    prefix.birthDate && longDate(prefix.birthDate),
    prefix.day && (prefix.day.sex === 'P' ? 'Perempuan' : 'Laki-laki'),
    digits.length < 16 ? `kurang ${16 - digits.length} angka` : null,
  ].filter(Boolean)
  const take = () => refused === undefined && onRepair(digits)
  return (
    <form
      className={styles.typed}
      onSubmit={event => {
        event.preventDefault()
        take()
      }}
    >
      <TextInput
        {...field({ label: 'NIK dari KTP', hint: words.join(' · ') })}
        classNames={{ input: styles.typedInput ?? '' }}
        inputMode="numeric"
        value={typed}
        error={prefix.problem && digits !== '' ? formatNikProblem(prefix.problem) : undefined}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <ActionButton size="xs" refused={refused} pending={pending} onAction={take}>
        Pakai NIK ini
      </ActionButton>
    </form>
  )
}

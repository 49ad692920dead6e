import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  kindOfPeriod,
  type Period,
  type PeriodKind,
  periodKindLabels,
  periodLengths,
  periodName,
  periodNumber,
  periodOf,
} from '../../../shared/features/report/period.ts'
import { monthName, shortDay, yearOf } from '../../../shared/kernel/plain-date.ts'
import { typing } from '../../ui/form/field.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'

interface PeriodPickerProps {
  period: Period
  onChange: (period: Period) => void
  /** The field has the first focus of the page. */
  autoFocus?: boolean
}

const kinds = Object.keys(periodLengths) as PeriodKind[]

/** Chooses a month, quarter, semester or year; the field accepts '3', 'okt', 'tw3 2026', '2026'. */
export function PeriodPicker({ period, onChange, autoFocus = false }: PeriodPickerProps) {
  const kind = kindOfPeriod(period) ?? 'year'
  const [typed, setTyped] = useState<string | null>(null)
  const problem = typed !== null && readPeriod(typed, kind, yearOf(period.from)) === null
  function take() {
    const read = typed === null ? null : readPeriod(typed, kind, yearOf(period.from))
    if (read) onChange(read)
    setTyped(null)
  }
  return (
    <>
      <SwitchBar
        size="small"
        label="Panjang periode"
        options={kinds.map(value => ({ value, label: periodKindLabels[value] }))}
        value={kind}
        onChange={value => onChange(periodOf(value, yearOf(period.from), periodNumber(value, period.from)))}
      />
      <TextInput
        w="11rem"
        size="xs"
        aria-label="Periode"
        data-autofocus={autoFocus || undefined}
        title={`${shortDay(period.from, { year: true })} s.d. ${shortDay(period.to, { year: true })}`}
        {...typing(typed ?? periodName(period), setTyped)}
        error={problem ? 'Tulis seperti 3, okt, atau 2026.' : undefined}
        onFocus={event => event.currentTarget.select()}
        onKeyDown={event => event.key === 'Enter' && take()}
        onBlur={take}
      />
    </>
  )
}

export function SourceSelect<Value extends string>({
  value,
  choices,
  onChange,
}: {
  value: Value | null
  choices: { value: Value; label: string }[]
  onChange: (value: Value | null) => void
}) {
  return (
    <Select
      w="13rem"
      size="xs"
      aria-label="Sumber dana"
      data={[{ value: 'all', label: 'Semua sumber dana' }, ...choices]}
      value={value ?? 'all'}
      onChange={next => onChange(choices.find(one => one.value === next)?.value ?? null)}
    />
  )
}

/** Parses a typed period: '3', 'okt', 'tw3', 'smt 2 2025', '2026'. Null if it cannot be read. */
function readPeriod(text: string, kind: PeriodKind, year: number): Period | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const [, own] = /(?:^|\s)(20\d{2})$/.exec(words) ?? []
  const named = own ? Number(own) : year
  const rest = own ? words.slice(0, -4).trim() : words
  if (rest === '' || rest === 'tahun') return own ? periodOf('year', named) : null
  const month = Array.from({ length: 12 }, (_, index) => index + 1).find(
    number => rest.length >= 3 && monthName(number).toLowerCase().startsWith(rest),
  )
  if (month) return periodOf('month', named, month)
  const [, word = '', number = ''] = /^(tw|triwulan|smt|semester|bulan)?\s*([ivx]+|\d+)$/.exec(rest) ?? []
  const n = /^\d+$/.test(number) ? Number(number) : ['', 'i', 'ii', 'iii', 'iv'].indexOf(number)
  const unit = word.startsWith('t')
    ? 'quarter'
    : word.startsWith('s')
      ? 'semester'
      : word === 'bulan'
        ? 'month'
        : kind === 'year'
          ? 'month'
          : kind
  return n >= 1 && n <= 12 / periodLengths[unit] ? periodOf(unit, named, n) : null
}

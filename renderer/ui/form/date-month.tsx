import { Calendar } from '@mantine/dates'
import { isPlainDate, longDate, type PlainDate, weekdayName } from '../../../shared/kernel/plain-date.ts'
import { classNames } from '../page/class-names.ts'
import type { RailGap } from '../rail/rail-day.ts'
import styles from './date-month.module.css'

interface DateMonthProps {
  value: PlainDate | null
  today: PlainDate
  onPick: (date: PlainDate) => void
  dayOff?: (date: PlainDate) => RailGap | undefined
  min?: PlainDate
  max?: PlainDate
}

const labels = {
  nextMonth: 'Bulan berikutnya',
  previousMonth: 'Bulan sebelumnya',
  nextYear: 'Tahun berikutnya',
  previousYear: 'Tahun sebelumnya',
  nextDecade: 'Sepuluh tahun berikutnya',
  previousDecade: 'Sepuluh tahun sebelumnya',
}

/** A month with hatched days off. A day off can be picked; the caller decides. */
export function DateMonth({ value, today, onPick, dayOff, min, max }: DateMonthProps) {
  function dayProps(text: string) {
    if (!isPlainDate(text)) return {}
    const off = dayOff?.(text)
    return {
      selected: text === value,
      onClick: () => onPick(text),
      className: classNames(styles.day, off && styles[off.kind], text === today && styles.today),
      ...(text === value || (value === null && text === today) ? { 'data-autofocus': true } : {}),
      ...(off ? { title: off.name } : {}),
    }
  }
  return (
    <Calendar
      defaultDate={value ?? today}
      getDayProps={dayProps}
      getDayAriaLabel={text => ariaLabel(text, dayOff)}
      ariaLabels={labels}
      withCellSpacing={false}
      weekdayFormat="ddd"
      maxLevel="decade"
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
    />
  )
}

function ariaLabel(text: string, dayOff: DateMonthProps['dayOff']): string {
  if (!isPlainDate(text)) return text
  const off = dayOff?.(text)
  return `${weekdayName(text)} ${longDate(text)}${off ? `, ${off.name}` : ''}`
}

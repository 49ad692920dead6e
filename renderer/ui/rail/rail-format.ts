import { capital } from '../../../shared/kernel/capital.ts'
import { dayOf, longDate, shortDay, slashDate, weekdayName } from '../../../shared/kernel/plain-date.ts'
import type { RailDay, RailDayState, RailGap, RailGapKind, RailSize } from './rail-day.ts'
import type { RailGapColumn } from './rail-layout.ts'

const formatState: Record<RailDayState, string> = {
  planned: 'belum berjalan',
  today: 'hari ini',
  filled: 'terisi, belum ditutup',
  closed: 'ditutup',
  missed: 'belum diisi',
  moved: 'pindah tanggal',
  problem: 'bermasalah',
  released: 'tanggal lama',
}

const gapKindLabels: Record<RailGapKind, string> = {
  weekend: 'akhir pekan',
  national_holiday: 'libur nasional',
  joint_leave: 'cuti bersama',
  regional_holiday: 'libur daerah',
  centre_closure: 'libur balai',
}

/** "Hari ke-11, Kamis 2 Januari 2025, belum berjalan" */
export function daySentence(day: RailDay): string {
  return `Hari ke-${day.n}, ${weekdayName(day.date)} ${longDate(day.date)}, ${day.note ?? formatState[day.state]}`
}

/** "Libur nasional, Rabu 25 Desember 2024: Hari Raya Natal"; for a weekend or a fold from when to when. */
export function gapSentence(column: RailGapColumn): string {
  const first = column.gaps[0]
  const last = column.gaps.at(-1)
  if (!first || !last) return ''
  if (column.width === 'weekend')
    return first === last
      ? `Akhir pekan, ${shortDay(first.date)}`
      : `Akhir pekan, ${shortDay(first.date)} sampai ${shortDay(last.date)}`
  if (column.width === 'off')
    return `${capital(gapKindLabels[first.kind])}, ${weekdayName(first.date)} ${longDate(first.date)}: ${first.name}`
  const named = column.gaps.filter(gap => gap.kind !== 'weekend')
  return `Libur ${shortDay(first.date)} sampai ${shortDay(last.date)}: ${named.map(gap => `${shortDay(gap.date)} ${gap.name}`).join('; ')}`
}

/** The name of a day off, with its kind if the name alone could be mistaken for a holiday. */
export function formatSkipped(gap: RailGap): string {
  if (gap.kind === 'national_holiday') return gap.name
  return gap.kind === 'joint_leave' ? 'cuti bersama' : `${gap.name} (${gapKindLabels[gap.kind]})`
}

/** Vertical text in a gap: "25 Natal", "26 Cuti b.", "28/3–7/4 Lebaran"; only the day in size M, nothing in S. */
export function gapLabel(column: RailGapColumn, size: RailSize): string | null {
  const first = column.gaps[0]
  const last = column.gaps.at(-1)
  if (!first || !last || size === 'S' || column.width === 'weekend') return null
  if (column.width === 'fold') {
    const range = `${slashDate(first.date)}–${slashDate(last.date)}`
    // Allows a line break if the cell is too low for the whole range.
    const broken = range.replace('–', '–\u200b')
    return size === 'L' ? `${range} ${holidayShortName(foldName(column.gaps))}` : broken
  }
  if (size === 'M') return String(dayOf(first.date))
  const name = first.kind === 'joint_leave' ? 'Cuti b.' : holidayShortName(first.name)
  // A longer label would be cut, and the day is clear from its neighbours.
  const whole = `${dayOf(first.date)} ${name}`
  return whole.length > mostLetters ? name : whole
}

/** Letters that fit vertically in the head of a day. */
const mostLetters = 10

/** Name of a fold: the holiday with most of its days, a national one if equal. */
function foldName(gaps: readonly RailGap[]): string {
  const days = new Map<string, number>()
  for (const gap of gaps) {
    if (gap.kind === 'weekend') continue
    const name = holidayShortName(gap.name)
    days.set(name, (days.get(name) ?? 0) + (gap.kind === 'national_holiday' ? 1.5 : 1))
  }
  return [...days].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

const shorter: readonly [RegExp, string][] = [
  [/\s*\(.*?\)/g, ''],
  [/Hari (Raya|Suci) /g, ''],
  [/^Hari /, ''],
  [/Idul Fitri.*/, 'Lebaran'],
  [/(Kelahiran Yesus Kristus.*|.*Natal.*)/, 'Natal'],
  [/Tahun Baru Imlek.*/, 'Imlek'],
  [/.*Tahun Baru Islam.*/, '1 Muharam'],
  [/(Nyepi|Waisak|Idul Adha|Isra Mikraj|Maulid) .*/, '$1'],
  [/Pemungutan [Ss]uara /, ''],
  [/(Wafat|Kenaikan|Kebangkitan) .*/, '$1'],
  [/Proklamasi .*/, 'HUT RI'],
  [/Buruh Internasional/, 'Buruh'],
  [/Lahir Pancasila/, 'Pancasila'],
  [/^Tahun Baru.*/, 'Th. Baru'],
]

/** The usual short name of a holiday; an unknown name stays and is cut by the cell. */
function holidayShortName(name: string): string {
  return shorter.reduce((text, [pattern, words]) => text.replace(pattern, words), name).trim()
}

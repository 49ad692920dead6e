import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fullDate } from '../../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../../shared/kernel/time.ts'
import { cohortTitle, instructorNames } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** Rows for guests and the committee before the trainees. */
const guests = 6

export function drawOpeningAttendance(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawAttendance(facts, size, 'Pembukaan', facts.cohort.start)
}

export function drawClosingAttendance(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawAttendance(facts, size, 'Penutupan', facts.signedOn)
}

/** Signatures of guests, instructors and trainees at the opening or closing. */
function drawAttendance(facts: ListFacts, size: PaperSize, what: string, date: ListFacts['signedOn']): DrawnPaper {
  const { cohort, trainees, days, centre } = facts
  const isClosing = what === 'Penutupan'
  const present = trainees.filter(one => !isClosing || one.left === null)
  const people = [
    ...Array.from({ length: guests }, () => ['', '']),
    ...instructorNames(facts).map(name => [name, 'Instruktur']),
    ...(present.length === 0
      ? Array.from({ length: 16 }, () => ['', 'Peserta'])
      : present.map(one => [one.name.toUpperCase(), 'Peserta'])),
  ]
  const time = isClosing ? '' : `${showTime(days[0]?.startTime ?? cohort.startTime)} ${centre.zone}`.trim()
  return drawListPaper(facts, size, 'list', {
    name: `Daftar hadir ${what.toLowerCase()}`,
    title: `DAFTAR HADIR ${what.toUpperCase()} PELATIHAN`,
    subtitle: cohortTitle(cohort),
    info: [
      { label: 'Hari, tanggal', value: date === null ? '' : fullDate(date) },
      { label: 'Waktu', value: time === '' ? '' : `pukul ${time} s.d. selesai` },
      { label: 'Tempat', value: cohort.room },
    ],
    table: usable => ({
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nama', width: 72 },
        { title: 'Jabatan/Unsur', width: 38, size: 9 },
        { title: 'Tanda Tangan', width: usable - 120 },
      ],
      headHeight: 7.4,
      zigzag: true,
    }),
    rows: people.map((cells, index) => ({ height: 9, cells: [String(index + 1), ...cells] })),
    spaces: people.map((_, index) => ({ number: index + 1, remark: '' })),
    signOff: () => byHead(facts, { date, lead: 10 }),
  })
}

import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showNip } from '../../../../../shared/features/centre/signatory.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import { formatBatch, formatClock, formatCount, instructorNames } from '../../../paper-kit/cohort-format.ts'
import { rowsOrForm } from '../../../paper-kit/list-paper.ts'
import { participantColumns, participantRow } from '../../../paper-kit/participants-table.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawDecree } from './decree.ts'

/** SK penetapan peserta; includes people who left later. */
export function drawDecreeOfParticipants(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  return drawDecree(facts, size, width => {
    const columns = participantColumns(width)
    return {
      title: 'DAFTAR PESERTA PELATIHAN',
      columns,
      rows: rowsOrForm(
        facts.trainees.map(trainee => participantRow(trainee, trainee.position, columns)),
        7.2,
      ),
    }
  })
}

/** SK penetapan instruktur dan panitia. */
export function drawDecreeOfInstructors(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  return drawDecree(facts, size, width => {
    const nips = new Map(facts.days.flatMap(day => day.instructors.map(one => [one.name, one.nip] as const)))
    const teachers = instructorNames(facts).map(name => ({ name, nip: nips.get(name) ?? '', task: 'Instruktur' }))
    const committee = committeeOf(facts)
    const people = [...committee, ...teachers]
    return {
      title:
        committee.length > 0 ? 'DAFTAR INSTRUKTUR DAN PANITIA PENYELENGGARA PELATIHAN' : 'DAFTAR INSTRUKTUR PELATIHAN',
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nama', width: width - 104 },
        { title: 'NIP', width: 44, align: 'center', size: 9 },
        { title: 'Tugas', width: 50, size: 9.5 },
      ],
      rows: rowsOrForm(
        people.map(({ name, nip, task }, index) => ({
          height: 7.2,
          cells: [String(index + 1), name, nip === '' ? '–' : showNip(nip), task],
        })),
        7.2,
      ),
    }
  })
}

/** SK penyelenggaraan, with facts of the class as its list. */
export function drawDecreeOfTraining(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  return drawDecree(facts, size, width => ({
    title: 'RINCIAN PENYELENGGARAAN PELATIHAN',
    columns: [
      { title: 'No.', width: 10, align: 'center' },
      { title: 'Uraian', width: 48 },
      { title: 'Keterangan', width: width - 58 },
    ],
    rows: detailsOf(facts).map(([label, value], index) => ({ height: 7.4, cells: [String(index + 1), label, value] })),
  }))
}

function detailsOf(facts: CohortLetterFacts): [string, string][] {
  const { cohort, days, trainees, centre, letter } = facts
  return [
    ['Kejuruan', cohort.trade],
    ['Program pelatihan', cohort.program],
    ['Angkatan', formatBatch(cohort)],
    ['Kode kelas', cohort.code],
    ['Tanggal pelaksanaan', dateRange(cohort.start, cohort.end)],
    ['Lama pelatihan', `${formatCount(days.length)} hari kerja`],
    [
      'Jumlah jam pelatihan',
      `${formatCount(days.reduce((sum, day) => sum + day.hours, 0))} JP @ ${cohort.minutesPerHour} menit`,
    ],
    ['Waktu', formatClock(days, centre.zone)],
    ['Tempat', [cohort.room, letter.names.name].filter(part => part !== '').join(', ')],
    ['Jumlah peserta', trainees.length === 0 ? '' : `${formatCount(trainees.length)} orang`],
    ['Instruktur', instructorNames(facts).join('; ')],
    ['Kegiatan', cohort.activity],
    ['Sumber dana', cohort.fundingSource],
  ]
}

/** 'nama | NIP | tugas', one a line; with two parts the second is the task. */
export function committeeOf({ letter }: CohortLetterFacts): { name: string; nip: string; task: string }[] {
  const lines = (letter.values.extra.panitia ?? '').split('\n').filter(line => line.trim() !== '')
  return lines.map(line => {
    const parts = line.split('|').map(part => part.trim())
    const [name = '', second = '', third] = parts
    return third === undefined ? { name, nip: '', task: second } : { name, nip: second.replace(/\s/g, ''), task: third }
  })
}

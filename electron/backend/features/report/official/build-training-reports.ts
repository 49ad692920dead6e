import { fundingSourceName, isFundingSource } from '../../../../../shared/features/activity/funding-source.ts'
import { isWholeYears } from '../../../../../shared/features/report/period.ts'
import type { ReportSetting } from '../../../../../shared/features/report/report-setting.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { Scope } from '../measure/measure-store.ts'
import { classFacts } from '../measure/report-facts-store.ts'
import type { Built } from './build-money-reports.ts'
import { buildTable, definitionsOf, type Figure } from './build-table.ts'

/** The share of graduates, of whom the office decided; `whole` must be among the figures. */
export function passFigures({ passBase }: Pick<ReportSetting, 'passBase'>): Figure[] {
  if (passBase === 'decree')
    return [
      { key: 'passShare', title: '% lulus', follows: { rule: 'share', part: 'graduates', whole: 'participants' } },
    ]
  return [
    { key: 'decided', title: 'Diputuskan', follows: { rule: 'sum', of: ['graduates', 'failed'] } },
    { key: 'passShare', title: '% lulus', follows: { rule: 'share', part: 'graduates', whole: 'decided' } },
  ]
}

const people: Figure[] = [
  { key: 'men', measure: 'men' },
  { key: 'women', measure: 'women' },
  { key: 'participants', measure: 'participants' },
]
const results: Figure[] = [
  { key: 'graduates', measure: 'graduates' },
  { key: 'failed', measure: 'failed' },
  { key: 'withdrawn', measure: 'withdrawn' },
  { key: 'expelled', measure: 'expelled', onlyIfAny: true },
  { key: 'running', measure: 'running', onlyIfAny: true },
]
const tests: Figure[] = [
  { key: 'certified', measure: 'certified' },
  { key: 'tested', measure: 'tested' },
  { key: 'competent', measure: 'competent' },
  { key: 'notCompetent', measure: 'notCompetent' },
  { key: 'competentShare', title: '% K', follows: { rule: 'share', part: 'competent', whole: 'tested' } },
]

/** Example B of the domain research; places of the year stand there only where the period is whole years. */
export function buildTradeRecap(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const figures: Figure[] = [
    { key: 'finished', title: 'Angkatan', measure: 'finished' },
    { key: 'hours', measure: 'hours' },
    ...(isWholeYears(scope.period) ? [{ key: 'quota', measure: 'quota' } as const] : []),
    { key: 'applicants', measure: 'applicants' },
    ...people,
    ...results,
    ...passFigures(setting),
    ...tests,
  ]
  const table = buildTable(db, scope, { by: 'trade', head: 'Kejuruan', figures })
  return {
    tables: [table],
    definitions: definitionsOf(figures, table),
    notes: ['Sertifikat BLK bukan tanda kompeten; K dan BK adalah hasil uji kompetensi BNSP.'],
  }
}

export function buildClassRecap(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const figures: Figure[] = [
    { key: 'hours', measure: 'hours' },
    ...people,
    ...results,
    ...passFigures(setting),
    ...tests,
  ]
  const table = buildTable(db, scope, {
    by: 'class',
    head: 'Angkatan',
    figures,
    texts: {
      columns: [
        { key: 'source', title: 'Sumber dana', kind: 'text' },
        { key: 'start', title: 'Mulai', kind: 'date' },
        { key: 'end', title: 'Selesai', kind: 'date' },
        { key: 'panel', title: 'Sidang', kind: 'date' },
      ],
      cellsOf: keys => {
        const classes = classFacts(db, keys.map(String))
        return key => {
          const one = classes.get(String(key))
          return {
            source: one && isFundingSource(one.source) ? fundingSourceName(one.source) : null,
            start: one?.start ?? null,
            end: one?.end ?? null,
            panel: one?.panel ?? null,
          }
        }
      },
    },
  })
  return { tables: [table], definitions: definitionsOf(figures, table), notes: [] }
}

export function buildAttendance(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    { key: 'present', measure: 'present' },
    { key: 'sick', measure: 'sick' },
    { key: 'excused', measure: 'excused' },
    { key: 'absent', measure: 'absent' },
    { key: 'marks', measure: 'marks' },
    { key: 'presentShare', title: '% hadir', follows: { rule: 'share', part: 'present', whole: 'marks' } },
    { key: 'personHours', measure: 'personHours' },
  ]
  return {
    tables: [buildTable(db, scope, { by: 'class', head: 'Angkatan', figures })],
    definitions: definitionsOf(figures),
    notes: ['Kehadiran dihitung menurut harinya: angkatan yang melewati akhir periode tampak pada kedua periode.'],
  }
}

export function buildTeaching(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    { key: 'taughtClasses', title: 'Kelas', measure: 'taughtClasses' },
    { key: 'taughtDays', title: 'Hari', measure: 'taughtDays' },
    { key: 'theoryHours', measure: 'theoryHours' },
    { key: 'practiceHours', measure: 'practiceHours' },
    { key: 'taughtHours', title: 'Jumlah JP', measure: 'taughtHours' },
  ]
  return {
    tables: [buildTable(db, scope, { by: 'teacher', head: 'Instruktur', figures })],
    definitions: definitionsOf(figures),
    notes: ['Kelas dan hari yang diajar beberapa instruktur tampak pada tiap instruktur, dan sekali pada jumlahnya.'],
  }
}

export function buildCertificates(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    { key: 'issued', title: 'Terbit', measure: 'issued' },
    { key: 'holding', measure: 'holding' },
    { key: 'replaced', measure: 'replaced' },
    { key: 'revoked', measure: 'revoked' },
    { key: 'collected', measure: 'collected' },
    { key: 'uncollected', measure: 'uncollected' },
    { key: 'statements', measure: 'statements' },
  ]
  return {
    tables: [buildTable(db, scope, { by: 'trade', head: 'Kejuruan', figures })],
    definitions: definitionsOf(figures),
    notes: ['Sertifikat dihitung menurut tanggal terbitnya.'],
  }
}

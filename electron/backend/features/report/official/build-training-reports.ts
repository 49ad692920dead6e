import { fundingSourceName, isFundingSource } from '../../../../../shared/features/activity/funding-source.ts'
import { isWholeYears } from '../../../../../shared/features/report/period.ts'
import type { ReportSetting } from '../../../../../shared/features/report/report-setting.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { Scope } from '../measure/measure-store.ts'
import { classFacts } from '../measure/report-facts-store.ts'
import { type Built, type Figure, figuresOf, oneTable } from './build-table.ts'

/** Share of graduates, by the base that the office chose; `whole` must be among the figures. */
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

export const people = figuresOf('men', 'women', 'participants')
export const results: Figure[] = [
  ...figuresOf('graduates', 'failed', 'withdrawn'),
  { key: 'expelled', measure: 'expelled', onlyIfAny: true },
  { key: 'running', measure: 'running', onlyIfAny: true },
]
const tests: Figure[] = [
  ...figuresOf('certified', 'tested', 'competent', 'notCompetent'),
  { key: 'competentShare', title: '% K', follows: { rule: 'share', part: 'competent', whole: 'tested' } },
]

/** Results by trade; yearly places only if the period is whole years. */
export function buildTradeRecap(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const figures: Figure[] = [
    { key: 'finished', title: 'Angkatan', measure: 'finished' },
    ...figuresOf('hours'),
    ...(isWholeYears(scope.period) ? figuresOf('quota') : []),
    ...figuresOf('applicants'),
    ...people,
    ...results,
    ...passFigures(setting),
    ...tests,
  ]
  return oneTable(db, scope, { by: 'trade', head: 'Kejuruan', figures }, [
    'Sertifikat BLK bukan tanda kompeten; K dan BK adalah hasil uji kompetensi BNSP.',
  ])
}

export function buildClassRecap(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const figures: Figure[] = [...figuresOf('hours'), ...people, ...results, ...passFigures(setting), ...tests]
  return oneTable(db, scope, {
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
}

export function buildAttendance(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    ...figuresOf('present', 'sick', 'excused', 'absent', 'marks'),
    { key: 'presentShare', title: '% hadir', follows: { rule: 'share', part: 'present', whole: 'marks' } },
    ...figuresOf('personHours'),
  ]
  return oneTable(db, scope, { by: 'class', head: 'Angkatan', figures }, [
    'Kehadiran dihitung menurut harinya: angkatan yang melewati akhir periode tampak pada kedua periode.',
  ])
}

export function buildTeaching(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    { key: 'taughtClasses', title: 'Kelas', measure: 'taughtClasses' },
    { key: 'taughtDays', title: 'Hari', measure: 'taughtDays' },
    ...figuresOf('theoryHours', 'practiceHours'),
    { key: 'taughtHours', title: 'Jumlah JP', measure: 'taughtHours' },
  ]
  return oneTable(db, scope, { by: 'teacher', head: 'Instruktur', figures }, [
    'Kelas dan hari yang diajar beberapa instruktur tampak pada tiap instruktur, dan sekali pada jumlahnya.',
  ])
}

export function buildCertificates(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    { key: 'issued', title: 'Terbit', measure: 'issued' },
    ...figuresOf('holding', 'replaced', 'revoked', 'collected', 'uncollected', 'statements'),
  ]
  return oneTable(db, scope, { by: 'trade', head: 'Kejuruan', figures }, [
    'Sertifikat dihitung menurut tanggal terbitnya.',
  ])
}

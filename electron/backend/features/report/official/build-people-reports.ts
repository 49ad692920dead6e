import type { DimensionKey } from '../../../../../shared/features/report/dimension.ts'
import type { ReportSetting } from '../../../../../shared/features/report/report-setting.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { districtsOfRegency } from '../../../region/regencies.ts'
import type { Scope } from '../measure/measure-store.ts'
import {
  type Built,
  buildTable,
  countTogether,
  definitionsOf,
  type Figure,
  figuresOf,
  oneTable,
} from './build-table.ts'
import { passFigures, people } from './build-training-reports.ts'

const targets = figuresOf('poor', 'extremePoor', 'stunting')
const outcome = (setting: ReportSetting): Figure[] => [
  ...figuresOf('graduates'),
  ...(setting.passBase === 'finished' ? figuresOf('failed') : []),
  ...passFigures(setting),
]
const targetNote =
  'Seorang yang termasuk dua kategori dihitung sekali pada Peserta dan sekali pada tiap kategori, sehingga kategori tidak dijumlahkan.'

export function buildTargets(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const byTrade: Figure[] = [...people, ...targets, ...outcome(setting)]
  const byDecile: Figure[] = [...people, ...outcome(setting)]
  const counting = countTogether(db, scope, byTrade, ['trade', 'decile'])
  const part = (title: string, by: DimensionKey, head: string, figures: Figure[]) =>
    buildTable(db, scope, { title, by, head, figures, counting })
  return {
    tables: [
      part('Menurut kategori sasaran', 'trade', 'Kejuruan', byTrade),
      part('Menurut desil saat masuk', 'decile', 'Desil (1 paling miskin)', byDecile),
    ],
    definitions: definitionsOf(byTrade),
    notes: [
      targetNote,
      'Kategori dan desil adalah keadaan menurut bukti pada saat peserta masuk kelas. Desil 1 paling miskin, 10 paling mampu.',
    ],
  }
}

export function buildVillages(db: ReadDatabase, scope: Scope, setting: ReportSetting, regency: string): Built {
  const figures: Figure[] = [...people, ...targets, ...outcome(setting), ...figuresOf('working')]
  const always = districtsOfRegency(regency).flatMap(district =>
    district.villages.map(village => ({ key: village.code, group: district.code, label: village.name })),
  )
  const table = buildTable(db, scope, { by: 'village', groupBy: 'district', head: 'Kelurahan', figures, always })
  const empty = table.rows.filter(
    row =>
      row.kind === 'row' && row.cells.participants === 0 && always.some(one => one.key === row.filters?.village?.[0]),
  )
  return {
    tables: [table],
    definitions: definitionsOf(figures),
    notes: [
      targetNote,
      empty.length === 0
        ? `Semua ${always.length} kelurahan punya peserta.`
        : `${empty.length} dari ${always.length} kelurahan belum punya peserta: ${empty.map(row => row.cells.name).join(', ')}.`,
    ],
  }
}

export function buildDistricts(db: ReadDatabase, scope: Scope, setting: ReportSetting, regency: string): Built {
  const figures: Figure[] = [...people, ...targets, ...outcome(setting), ...figuresOf('working')]
  const always = districtsOfRegency(regency).map(({ code, name }) => ({ key: code, label: name }))
  return oneTable(db, scope, { by: 'district', head: 'Kecamatan', figures, always }, [targetNote])
}

export function buildProfile(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const figures: Figure[] = [...people, ...outcome(setting)]
  const counting = countTogether(db, scope, figures, ['sex', 'age', 'education'])
  const part = (title: string, by: DimensionKey, head: string) =>
    buildTable(db, scope, { title, by, head, figures, counting })
  return {
    tables: [
      part('Menurut jenis kelamin', 'sex', 'Jenis kelamin'),
      part('Menurut usia', 'age', 'Usia (tahun)'),
      part('Menurut pendidikan', 'education', 'Pendidikan'),
    ],
    definitions: definitionsOf(figures),
    notes: ['Usia adalah usia pada hari pertama kelas.'],
  }
}

export function buildAid(db: ReadDatabase, scope: Scope): Built {
  const figures: Figure[] = [
    { key: 'aidProposed', title: 'Diusulkan', measure: 'aidProposed' },
    { key: 'aidApproved', title: 'Disetujui', measure: 'aidApproved' },
    { key: 'aidPaid', title: 'Disalurkan', measure: 'aidPaid' },
    { key: 'aidEnded', title: 'Ditolak/batal', measure: 'aidEnded' },
    { key: 'aidMoney', title: 'Disalurkan (Rp)', measure: 'aidMoney' },
  ]
  return oneTable(db, scope, { by: 'district', head: 'Kecamatan', figures }, [
    'Modal kerja dihitung menurut tanggal langkah terakhirnya dan kelurahan saat diusulkan.',
  ])
}

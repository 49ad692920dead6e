import { type AidState, aidLabels } from '../../../../../shared/features/alumni/aid.ts'
import type { CellValue } from '../../../../../shared/features/report/report.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik/nik.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import { findVillage } from '../../../region/villages.ts'
import { type ListedPerson, listedPeople } from '../measure/list-rows-store.ts'
import type { Scope } from '../measure/measure-store.ts'
import type { Built } from './build-table.ts'
import {
  classesOf,
  formatFollowUpStatus,
  hiddenNote,
  identityOf,
  type ListOptions,
  listTable,
  maskNote,
  outcomes,
  traineesIn,
} from './list-cells.ts'

function formatTargets({ poor, extremePoor, stunting }: ListedPerson): string {
  const words = [
    extremePoor === 1 ? 'miskin ekstrem' : poor === 1 ? 'miskin' : '',
    stunting === 1 ? 'keluarga stunting' : '',
  ]
  return words.filter(Boolean).join(', ') || 'umum'
}

/** By name and address; without the name of a child. */
export function buildBeneficiaries(db: ReadDatabase, scope: Scope, options: ListOptions): Built {
  const listed = listedPeople(db, scope)
  // Names together with decile and stunting only for people who may open restricted data.
  const people = options.restricted ? listed : listed.map(person => ({ ...person, decile: 0, stunting: 0 }))
  const open = (person: ListedPerson, value: CellValue) => (person.closed === 1 ? null : value)
  const classes = classesOf(db, people)
  const table = listTable(
    people.map((person, index) => ({ ...person, ...identityOf(person, options), index, bare: person })),
    [
      ['no', 'No', 'text', row => String(row.index + 1)],
      ['nik', 'NIK', 'text', row => row.nik],
      [
        'familyCard',
        'No. KK',
        'text',
        row => open(row, options.fullNik ? row.familyCard : row.familyCard && maskNik(row.familyCard)),
      ],
      ['name', 'Nama', 'text', row => row.name],
      ['sex', 'L/P', 'text', row => row.sex],
      ['birthDate', 'Tgl lahir', 'date', row => open(row, row.birthDate)],
      ['address', 'Alamat', 'text', row => open(row, homeOf(row))],
      ['target', 'Kategori sasaran', 'text', row => open(row, formatTargets(row))],
      ['evidence', 'Sumber data', 'text', row => open(row, row.evidenceSource)],
      ['evidenceDate', 'Tanggal data', 'date', row => open(row, row.evidenceDate)],
      ['decile', 'Desil (1 paling miskin)', 'text', row => open(row, row.decile === 0 ? null : String(row.decile))],
      ['class', 'Pelatihan', 'text', row => classes.get(row.code)?.title ?? row.code],
      ['outcome', 'Hasil', 'text', row => outcomes[row.outcome] ?? row.outcome],
      ['aid', 'Modal kerja', 'text', row => (row.aid ? aidLabels[row.aid as AidState] : null)],
      ['status3', '3 bulan', 'text', row => formatFollowUpStatus(row.status3) || null],
      ['status6', '6 bulan', 'text', row => formatFollowUpStatus(row.status6) || null],
      ['status12', '12 bulan', 'text', row => formatFollowUpStatus(row.status12) || null],
    ],
  )
  return {
    tables: [table],
    definitions: [
      'Peserta angkatan dalam periode ini, menurut angkatan dan nomor urutnya; kategori dan desil (1 paling miskin, 10 paling mampu) menurut bukti saat masuk.',
    ],
    notes: [
      ...hiddenNote(people.filter(person => person.closed === 1).length),
      ...maskNote(options),
      ...(options.restricted
        ? []
        : ['Desil dan keluarga stunting tidak ditulis: hanya untuk petugas yang boleh membuka data terbatas.']),
    ],
    people: traineesIn(people),
  }
}

function homeOf({ address, rt, rw, villageCode }: ListedPerson): string {
  const place = findVillage(villageCode)
  return formatHome({ address, rt, rw, village: place?.village ?? '', district: place?.district ?? '' })
}

import { fundingSourceName, isFundingSource } from '../../../../../shared/features/activity/funding-source.ts'
import { dueOn } from '../../../../../shared/features/alumni/follow-up.ts'
import { isTradeCode, tradeName } from '../../../../../shared/features/program/trades.ts'
import {
  type CellKind,
  type CellValue,
  percentOf,
  type ReportTable,
} from '../../../../../shared/features/report/report.ts'
import { finalMark } from '../../../../../shared/features/score/score.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { findVillage } from '../../../region/villages.ts'
import { listedAnswers, listedInstructors, listedPeople } from '../measure/list-rows-store.ts'
import { countMeasures, type Scope } from '../measure/measure-store.ts'
import { classFacts } from '../measure/report-facts-store.ts'
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

/** Heads of tables for other systems are keys. */
function dataTable<Row>(
  rows: readonly Row[],
  columns: readonly (readonly [string, CellKind, (row: Row) => CellValue])[],
): ReportTable {
  return listTable(
    rows,
    columns.map(([key, kind, cell]) => [key, key, kind, cell] as const),
  )
}

function formatSourceCode(source: string): string {
  return isFundingSource(source) ? fundingSourceName(source) : ''
}

function formatTradeCode(trade: string): string {
  return isTradeCode(trade) ? tradeName(trade) : trade
}

export function buildPeopleData(db: ReadDatabase, scope: Scope, options: ListOptions): Built {
  const people = listedPeople(db, scope)
  const classes = classesOf(db, people)
  const table = dataTable(people, [
    ['nik', 'text', row => identityOf(row, options).nik],
    ['nama', 'text', row => identityOf(row, options).name],
    ['jenis_kelamin', 'text', row => row.sex],
    ['tanggal_lahir', 'date', row => (row.closed === 1 ? null : row.birthDate)],
    ['pendidikan', 'text', row => row.education],
    ['kelurahan_kode', 'text', row => row.villageCode],
    ['kelurahan', 'text', row => findVillage(row.villageCode)?.village ?? null],
    ['kecamatan', 'text', row => findVillage(row.villageCode)?.district ?? null],
    ['kode_kelas', 'text', row => row.code],
    ['kejuruan', 'text', row => formatTradeCode(row.trade)],
    ['program', 'text', row => row.program],
    ['sumber_dana', 'text', row => formatSourceCode(row.source)],
    ['mulai', 'date', row => classes.get(row.code)?.start ?? null],
    ['selesai', 'date', row => classes.get(row.code)?.end ?? null],
    ['sasaran', 'text', row => (row.extremePoor === 1 ? 'MISKIN_EKSTREM' : row.poor === 1 ? 'MISKIN' : 'UMUM')],
    ['hasil', 'text', row => outcomes[row.outcome] ?? row.outcome],
    ['nomor_sertifikat', 'text', row => row.certificate],
  ])
  return peopleTable(table, people, options)
}

export function buildResultData(db: ReadDatabase, scope: Scope, options: ListOptions): Built {
  const people = listedPeople(db, scope)
  const mark = (value: number | null) => (value === null ? null : value / 100)
  const table = dataTable(people, [
    ['nik', 'text', row => identityOf(row, options).nik],
    ['nama', 'text', row => identityOf(row, options).name],
    ['kode_kelas', 'text', row => row.code],
    ['kejuruan', 'text', row => formatTradeCode(row.trade)],
    ['hari_hadir', 'count', row => row.present],
    ['hari_kelas', 'count', row => row.days],
    ['persen_hadir', 'percent', row => percentOf(row.present, row.days)],
    ['nilai_teori', 'count', row => mark(row.theory)],
    ['nilai_praktik', 'count', row => mark(row.practice)],
    [
      'nilai_akhir',
      'count',
      row =>
        row.theory === null || row.practice === null
          ? null
          : mark(finalMark(row.theory, row.practice, row.theoryWeight, row.practiceWeight)),
    ],
    ['hasil', 'text', row => outcomes[row.outcome] ?? row.outcome],
    ['tanggal_sidang', 'date', row => row.panel || null],
    ['nomor_sertifikat', 'text', row => row.certificate],
    ['tanggal_sertifikat', 'date', row => row.certificateDate],
    ['uji_bnsp', 'text', row => row.test || null],
    ['nomor_bnsp', 'text', row => row.testNumber || null],
  ])
  return peopleTable(table, people, options)
}

function peopleTable(
  table: Built['tables'][number],
  people: ReturnType<typeof listedPeople>,
  options: ListOptions,
): Built {
  return {
    tables: [table],
    definitions: [],
    notes: [...hiddenNote(people.filter(one => one.closed === 1).length), ...maskNote(options)],
    people: traineesIn(people),
  }
}

export function buildClassData(db: ReadDatabase, scope: Scope): Built {
  const wanted = [
    'classes',
    'participants',
    'men',
    'women',
    'graduates',
    'failed',
    'withdrawn',
    'expelled',
    'running',
  ] as const
  const counted = countMeasures(db, wanted, ['class'], scope).toSorted((a, b) =>
    String(a.keys[0]) < String(b.keys[0]) ? -1 : 1,
  )
  const classes = classFacts(
    db,
    counted.map(row => String(row.keys[0])),
  )
  const facts = (row: (typeof counted)[number]) => classes.get(String(row.keys[0]))
  const table = dataTable(counted, [
    ['kode_kelas', 'text', row => String(row.keys[0])],
    ['judul', 'text', row => facts(row)?.title ?? null],
    ['kejuruan', 'text', row => formatTradeCode(facts(row)?.trade ?? '')],
    ['program', 'text', row => facts(row)?.program ?? null],
    ['angkatan', 'count', row => facts(row)?.number ?? null],
    ['sumber_dana', 'text', row => formatSourceCode(facts(row)?.source ?? '')],
    ['kegiatan', 'text', row => facts(row)?.activity || null],
    ['mulai', 'date', row => facts(row)?.start ?? null],
    ['selesai', 'date', row => facts(row)?.end ?? null],
    ['tanggal_sidang', 'date', row => facts(row)?.panel ?? null],
    ['hari', 'count', row => facts(row)?.days ?? null],
    ['jp', 'count', row => facts(row)?.hours ?? null],
    ['ruang', 'text', row => facts(row)?.room || null],
    ['peserta', 'count', row => row.values.participants],
    ['laki_laki', 'count', row => row.values.men],
    ['perempuan', 'count', row => row.values.women],
    ['lulus', 'count', row => row.values.graduates],
    ['tidak_lulus', 'count', row => row.values.failed],
    ['undur_diri', 'count', row => row.values.withdrawn],
    ['dikeluarkan', 'count', row => row.values.expelled],
    ['berjalan', 'count', row => row.values.running],
  ])
  return { tables: [table], definitions: [], notes: [] }
}

export function buildInstructorData(db: ReadDatabase, scope: Scope): Built {
  const hours = new Map(
    countMeasures(db, ['taughtHours'], ['teacher'], scope).map(row => [row.keys[0], row.values.taughtHours]),
  )
  const table = dataTable(listedInstructors(db), [
    ['nama', 'text', row => row.name],
    ['nip', 'text', row => row.nip || null],
    ['lembaga', 'text', row => row.institution || null],
    ['aktif', 'text', row => (row.active === 1 ? 'ya' : 'tidak')],
    ['jenis_sertifikat', 'text', row => row.kind],
    ['nomor_sertifikat', 'text', row => row.number],
    ['nomor_registrasi', 'text', row => row.registration || null],
    ['lsp', 'text', row => row.lsp || null],
    ['skema', 'text', row => row.scheme || null],
    ['kode_kejuruan', 'text', row => row.trades],
    ['terbit', 'date', row => row.issued],
    ['berlaku_sampai', 'date', row => row.validUntil],
    ['jp_mengajar', 'count', row => hours.get(row.id) ?? 0],
  ])
  return {
    tables: [table],
    definitions: [],
    notes: ['jp_mengajar adalah JP instruktur itu dalam periode, sama pada tiap baris sertifikatnya.'],
  }
}

export function buildPlacementData(db: ReadDatabase, scope: Scope, options: ListOptions): Built {
  const answers = listedAnswers(db, scope)
  const due = (row: (typeof answers)[number]) => dueOn(row.graduatedOn as PlainDate, row.month)
  const rows = answers.filter(row => due(row) <= scope.today)
  const table = dataTable(rows, [
    ['nik', 'text', row => identityOf(row, options).nik],
    ['nama', 'text', row => identityOf(row, options).name],
    ['jenis_kelamin', 'text', row => row.sex],
    ['kode_kelas', 'text', row => row.code],
    ['kejuruan', 'text', row => formatTradeCode(row.trade)],
    ['tanggal_lulus', 'date', row => row.graduatedOn],
    ['bulan', 'count', row => row.month],
    ['jatuh_tempo', 'date', due],
    ['status', 'text', row => formatFollowUpStatus(row.status) || null],
    ['sesuai_kejuruan', 'text', row => (row.relevant === null ? null : row.relevant === 1 ? 'ya' : 'tidak')],
    ['tempat', 'text', row => (row.closed === 1 ? null : row.place || null)],
    ['pekerjaan', 'text', row => (row.closed === 1 ? null : row.work || null)],
    ['ditanya', 'date', row => row.askedOn],
    ['ditempatkan', 'text', row => (row.status === 'EMPLOYED' || row.status === 'SELF_EMPLOYED' ? 'ya' : 'tidak')],
  ])
  return {
    tables: [table],
    definitions: [
      'Tingkat penempatan: baris dengan ditempatkan = ya ÷ semua baris bulan itu; hanya lulusan yang sudah waktunya.',
    ],
    notes: maskNote(options),
    people: traineesIn(rows),
  }
}

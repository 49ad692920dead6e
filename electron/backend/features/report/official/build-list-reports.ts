import { fundingSourceName, isFundingSource } from '../../../../../shared/features/activity/funding-source.ts'
import { type AidState, aidLabels } from '../../../../../shared/features/alumni/aid.ts'
import { dueOn, type FollowUpStatus, followUpLabels } from '../../../../../shared/features/alumni/follow-up.ts'
import { isTradeCode, tradeName } from '../../../../../shared/features/program/trades.ts'
import {
  type CellKind,
  type CellValue,
  percentOf,
  type ReportRow,
  type ReportTable,
} from '../../../../../shared/features/report/report.ts'
import { finalMark } from '../../../../../shared/features/score/score.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik/nik.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import { findVillage } from '../../../region/villages.ts'
import { type ListedPerson, listedAnswers, listedInstructors, listedPeople } from '../measure/list-rows-store.ts'
import { countMeasures, type Scope } from '../measure/measure-store.ts'
import { classFacts } from '../measure/report-facts-store.ts'
import type { Built } from './build-money-reports.ts'

type ListOptions = { fullNik: boolean; restricted: boolean }
type Column<Row> = readonly [key: string, title: string, kind: CellKind, cell: (row: Row) => CellValue]

function listTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): ReportTable {
  return {
    title: '',
    columns: columns.map(([key, title, kind]) => ({ key, title, kind })),
    rows: rows.map(
      (row): ReportRow => ({
        kind: 'row',
        cells: Object.fromEntries(columns.map(([key, , , cell]) => [key, cell(row)])),
        filters: null,
      }),
    ),
  }
}

/** Heads of tables for other systems are their keys: a program reads them. */
function dataTable<Row>(
  rows: readonly Row[],
  columns: readonly (readonly [string, CellKind, (row: Row) => CellValue])[],
): ReportTable {
  return listTable(
    rows,
    columns.map(([key, kind, cell]) => [key, key, kind, cell] as const),
  )
}

const outcomes: Record<string, string> = {
  passed: 'LULUS',
  failed: 'TIDAK LULUS',
  withdrawn: 'UNDUR DIRI',
  expelled: 'DIKELUARKAN',
  running: 'BERJALAN',
}

/** Also of those without name: their row is there, and a number of a paper leads to them. */
function traineesIn(rows: readonly { traineeId: number }[]): number[] {
  return [...new Set(rows.map(row => row.traineeId))]
}

/** What other people may not read any more; the row stays, so that lists and figures agree. */
function identityOf(
  { closed, nik, name }: Pick<ListedPerson, 'closed' | 'nik' | 'name'>,
  { fullNik }: Pick<ListOptions, 'fullNik'>,
) {
  if (closed === 1) return { nik: '', name: '(disamarkan)' }
  return { nik: fullNik ? nik : maskNik(nik), name }
}

function targetWords({ poor, extremePoor, stunting }: ListedPerson): string {
  const words = [
    extremePoor === 1 ? 'miskin ekstrem' : poor === 1 ? 'miskin' : '',
    stunting === 1 ? 'keluarga stunting' : '',
  ]
  return words.filter(Boolean).join(', ') || 'umum'
}

function sourceWords(source: string): string {
  return isFundingSource(source) ? fundingSourceName(source) : ''
}

function tradeWords(trade: string): string {
  return isTradeCode(trade) ? tradeName(trade) : trade
}

function statusWords(status: string | null): string {
  return status ? followUpLabels[status as FollowUpStatus] : ''
}

const hiddenNote = (people: number) =>
  people > 0 ? [`${people} orang ikut dihitung tanpa nama: datanya dibekukan atau sudah dianonimkan.`] : []
const maskNote = ({ fullNik }: ListOptions) => (fullNik ? [] : ['NIK disamarkan; angka lengkap hanya bila diminta.'])

function classesOf(db: ReadDatabase, people: readonly Pick<ListedPerson, 'code'>[]) {
  return classFacts(db, [...new Set(people.map(one => one.code))])
}

/** By name, by address (domain research 11.5); without the name of a child. */
export function buildBeneficiaries(db: ReadDatabase, scope: Scope, options: ListOptions): Built {
  const listed = listedPeople(db, scope)
  // The queries know the figures; a name with them is for those who may open restricted data.
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
      ['target', 'Kategori sasaran', 'text', row => open(row, targetWords(row))],
      ['evidence', 'Sumber data', 'text', row => open(row, row.evidenceSource)],
      ['evidenceDate', 'Tanggal data', 'date', row => open(row, row.evidenceDate)],
      ['decile', 'Desil', 'text', row => open(row, row.decile === 0 ? null : String(row.decile))],
      ['class', 'Pelatihan', 'text', row => classes.get(row.code)?.title ?? row.code],
      ['outcome', 'Hasil', 'text', row => outcomes[row.outcome] ?? row.outcome],
      ['aid', 'Modal kerja', 'text', row => (row.aid ? aidLabels[row.aid as AidState] : null)],
      ['status3', '3 bulan', 'text', row => statusWords(row.status3) || null],
      ['status6', '6 bulan', 'text', row => statusWords(row.status6) || null],
      ['status12', '12 bulan', 'text', row => statusWords(row.status12) || null],
    ],
  )
  return {
    tables: [table],
    definitions: [
      'Peserta angkatan dalam periode ini, menurut angkatan dan nomor urutnya; kategori dan desil menurut bukti saat masuk.',
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
    ['kejuruan', 'text', row => tradeWords(row.trade)],
    ['program', 'text', row => row.program],
    ['sumber_dana', 'text', row => sourceWords(row.source)],
    ['mulai', 'date', row => classes.get(row.code)?.start ?? null],
    ['selesai', 'date', row => classes.get(row.code)?.end ?? null],
    ['sasaran', 'text', row => (row.extremePoor === 1 ? 'MISKIN_EKSTREM' : row.poor === 1 ? 'MISKIN' : 'UMUM')],
    ['hasil', 'text', row => outcomes[row.outcome] ?? row.outcome],
    ['nomor_sertifikat', 'text', row => row.certificate],
  ])
  return {
    tables: [table],
    definitions: [],
    notes: [...hiddenNote(people.filter(one => one.closed === 1).length), ...maskNote(options)],
    people: traineesIn(people),
  }
}

export function buildResultData(db: ReadDatabase, scope: Scope, options: ListOptions): Built {
  const people = listedPeople(db, scope)
  const mark = (value: number | null) => (value === null ? null : value / 100)
  const table = dataTable(people, [
    ['nik', 'text', row => identityOf(row, options).nik],
    ['nama', 'text', row => identityOf(row, options).name],
    ['kode_kelas', 'text', row => row.code],
    ['kejuruan', 'text', row => tradeWords(row.trade)],
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
    ['kejuruan', 'text', row => tradeWords(facts(row)?.trade ?? '')],
    ['program', 'text', row => facts(row)?.program ?? null],
    ['angkatan', 'count', row => facts(row)?.number ?? null],
    ['sumber_dana', 'text', row => sourceWords(facts(row)?.source ?? '')],
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
    ['kejuruan', 'text', row => tradeWords(row.trade)],
    ['tanggal_lulus', 'date', row => row.graduatedOn],
    ['bulan', 'count', row => row.month],
    ['jatuh_tempo', 'date', due],
    ['status', 'text', row => statusWords(row.status) || null],
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

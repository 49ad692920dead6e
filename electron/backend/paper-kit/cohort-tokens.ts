import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { CentreNames, CohortLetterFacts, LetterValues } from '../../../shared/facts/letter-facts.ts'
import { tally } from '../../../shared/features/attendance/attendance.ts'
import { officeOf } from '../../../shared/features/centre/signatory.ts'
import {
  fillTemplate,
  known,
  type LetterSpan,
  optional,
  type TokenValue,
  type TokenValues,
  textOfSpans,
} from '../../../shared/features/letter/fill-template.ts'
import type { LetterBody } from '../../../shared/features/letter/letter-form.ts'
import { hundredths, roman, spellNumber } from '../../../shared/kernel/number-format.ts'
import {
  dayOf,
  fullDate,
  longDate,
  monthName,
  monthOf,
  type PlainDate,
  weekdayName,
  yearOf,
} from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import type { Span } from '../pdf/text/paragraph.ts'
import { centreTokens, officeInFull, withZone } from './centre-tokens.ts'
import { decisionOf, formatClock, formatCount, formatCourse, formatPercent, instructorNames } from './cohort-format.ts'

const nbsp = '\u00a0'
const figure = 12
const words = 24
const date = 34
const person = 62

export function cohortTokens({ letter, ...facts }: CohortLetterFacts): TokenValues {
  const { names, values, body } = letter
  const tokens = {
    ...centreTokens(names, facts.centre.city),
    ...courseTokens(facts, names),
    ...peopleTokens(facts),
    ...outcomeTokens(facts),
    ...letterTokens(values, names),
    ...eventTokens(values, facts.centre.zone, names),
  }
  return { ...tokens, tentang: subjectOf(body, tokens) }
}

function courseTokens({ cohort, days, centre }: CohortFacts, names: CentreNames): TokenValues {
  const hours = days.reduce((sum, day) => sum + day.hours, 0)
  const place = [cohort.room, names.name].filter(part => part !== '')
  return {
    kode_kelas: known(cohort.code),
    kejuruan: known(cohort.trade),
    nama_program: known(cohort.program),
    pelatihan: known(formatCourse(cohort)),
    angkatan: known(`Angkatan${nbsp}${roman(cohort.number)}`),
    tahun: known(String(cohort.year)),
    tanggal_mulai: known(longDate(cohort.start)),
    tanggal_selesai: known(longDate(cohort.end)),
    ...counted('jumlah_hari', days.length),
    ...counted('jumlah_jp', hours),
    menit_per_jp: known(String(cohort.minutesPerHour)),
    waktu_pelatihan: known(formatClock(days, centre.zone)),
    tempat_pelatihan: known(place.join(', ')),
    kegiatan: known(cohort.activity, person),
    sumber_dana: known(cohort.fundingSource, person),
    tahun_anggaran: known(String(cohort.year)),
    nomor_sk_peserta: known(cohort.decree?.number ?? null, 50),
    tanggal_sk_peserta: known(cohort.decree?.date ? longDate(cohort.decree.date) : null, date),
    syarat_kelulusan: known(conditionsOf(cohort)),
    batas_kehadiran: known(`${cohort.minimumAttendance}%`),
    nilai_minimum: known(hundredths(cohort.passMark)),
    bobot_teori: known(`${cohort.weights.theory}%`),
    bobot_praktik: known(`${cohort.weights.practice}%`),
  }
}

/** 'kehadiran paling sedikit 80%, nilai akhir paling rendah 70,00 (teori 30%, praktik 70%), dan seluruh unit wajib tercapai' */
function conditionsOf({ minimumAttendance, passMark, weights, unitsRequired }: CohortFacts['cohort']): string {
  const present = `kehadiran paling sedikit ${minimumAttendance}%`
  const mark = `nilai akhir paling rendah ${hundredths(passMark)} (teori ${weights.theory}%, praktik ${weights.practice}%)`
  return unitsRequired ? `${present}, ${mark}, dan seluruh unit wajib tercapai` : `${present} dan ${mark}`
}

function peopleTokens(facts: CohortFacts): TokenValues {
  const people = facts.trainees
  const some = people.length > 0
  const names = instructorNames(facts)
  const sex = (wanted: 'L' | 'P') =>
    known(some ? String(people.filter(trainee => trainee.sex === wanted).length) : null, figure)
  return {
    ...counted('jumlah_peserta', some ? people.length : null),
    rincian_kelamin: known(some ? formatSexes(people) : null, person),
    jumlah_laki_laki: sex('L'),
    jumlah_perempuan: sex('P'),
    ...counted('jumlah_instruktur', names.length || null),
    nama_keluar: known(formatChange(facts, 'left'), person),
    nama_pengganti: known(formatChange(facts, 'joined'), person),
    nama_instruktur: known(formatList(names.map(unbrokenName)), person),
  }
}

/** 'Yuni Astuti (sesudah hari ke-7)', 'Rina (mulai hari ke-3)' */
function formatChange({ trainees }: CohortFacts, what: 'left' | 'joined'): string {
  const people =
    what === 'left'
      ? trainees.flatMap(one => (one.left ? [`${one.name} (sesudah hari ke-${one.left.afterDay})`] : []))
      : trainees.flatMap(one => (one.joinedDay > 1 ? [`${one.name} (mulai hari ke-${one.joinedDay})`] : []))
  return formatList(people)
}

/** '1 orang laki-laki dan 15 orang perempuan', 'seluruhnya perempuan' */
export function formatSexes(people: readonly { sex: 'L' | 'P' }[]): string {
  const men = people.filter(one => one.sex === 'L').length
  const women = people.length - men
  if (men === 0) return 'seluruhnya perempuan'
  return women === 0 ? 'seluruhnya laki-laki' : `${men} orang laki-laki dan ${women} orang perempuan`
}

/** '13 + 2 + 1 = 16': passed, failed and left. */
function formatSum(trainees: CohortFacts['trainees']): string {
  const count = (...wanted: string[]) => trainees.filter(one => wanted.includes(decisionOf(one) ?? '')).length
  const parts = [count('passed'), count('failed'), count('withdrawn', 'expelled')]
  const open = trainees.length - parts.reduce((sum, part) => sum + part, 0)
  return `${[...parts, ...(open > 0 ? [open] : [])].join(' + ')} = ${trainees.length}`
}

/** '1 (satu) orang mengundurkan diri'; '' if nobody left. */
function formatLeft(trainees: CohortFacts['trainees']): string {
  const kinds = [
    ['withdrawn', 'mengundurkan diri'],
    ['expelled', 'dikeluarkan'],
  ] as const
  return kinds
    .map(([kind, words]) => [trainees.filter(one => decisionOf(one) === kind).length, words] as const)
    .flatMap(([count, words]) => (count === 0 ? [] : [`${formatCount(count)} orang ${words}`]))
    .join(' dan ')
}

function outcomeTokens({ trainees, days, panel, recordedUntilDay }: CohortFacts): TokenValues {
  const decided = panel !== null && trainees.some(trainee => trainee.decision !== null)
  const count = (...decisions: string[]) =>
    decided ? trainees.filter(trainee => decisions.includes(trainee.decision ?? '')).length : null
  const passed = count('passed')
  const leftWords = formatLeft(trainees)
  const marks = trainees.flatMap(trainee => (trainee.final === null ? [] : [trainee.final]))
  const attendance = trainees
    .filter(trainee => trainee.left === null)
    .map(({ marks, joinedDay }) => tally(marks, days.length, { joinedDay, leftAfterDay: null }).percent)
  return {
    ...counted('jumlah_lulus', passed),
    ...counted('jumlah_tidak_lulus', count('failed')),
    peserta_keluar: optional(decided && leftWords !== '' ? `, serta ${leftWords}` : ''),
    jumlah_seluruhnya: known(decided ? formatSum(trainees) : null, words),
    jumlah_keluar: known(decided ? String(count('withdrawn', 'expelled')) : null, figure),
    persentase_kelulusan: known(
      passed === null ? null : formatPercent(Math.round((passed * 10_000) / trainees.length)),
      figure * 2,
    ),
    rata_rata_nilai: known(marks.length === 0 ? null : hundredths(average(marks)), figure * 2),
    rata_rata_kehadiran: known(
      recordedUntilDay < days.length || attendance.length === 0 ? null : formatPercent(average(attendance)),
      figure * 2,
    ),
    tanggal_sidang: known(panel ? longDate(panel.heldOn) : null, date),
  }
}

function letterTokens({ number, date: dated, signatory, budget }: LetterValues, names: CentreNames): TokenValues {
  return {
    // Replaced by several lines before tokens are filled.
    dasar_hukum: optional(''),
    perda_apbd: known(budget.perda, person),
    perwal_apbd: known(budget.perwal, person),
    nomor_dpa: known(budget.dpa, person),
    sub_kegiatan: known(budget.subActivity, person),
    kode_rekening: known(budget.account, person),
    nomor_surat: known(number, 50),
    tanggal_surat: known(dated && longDate(dated), date),
    jabatan_penandatangan: known(officeInFull(signatory, names), person),
    nama_penandatangan: known(signatory.name, person),
  }
}

function eventTokens(
  { heldOn, time, place, extra, signatory, applicants }: LetterValues,
  zone: string,
  names: CentreNames,
): TokenValues {
  const office = officeInFull({ title: officeOf(signatory) }, names)
  return {
    hari_acara: known(heldOn && fullDate(heldOn), 50),
    hari_ini_terbilang: spellDate(heldOn),
    waktu_acara: known(time && withZone(showTime(time), zone), words),
    tempat_acara: known(place, person),
    dibuka_oleh: known(extra.dibuka_oleh || office, person),
    dan_panitia: optional(extra.panitia ? ' dan Panitia Penyelenggara' : ''),
    tugas_panitia: optional(
      extra.panitia
        ? '; panitia bertugas menyiapkan sarana dan administrasi, mengawasi pelaksanaan, serta menyusun laporan pelatihan'
        : '',
    ),
    ...counted('jumlah_pendaftar', applicants),
    ditutup_oleh: known(extra.ditutup_oleh || office, person),
    masalah: optional(extra.masalah || 'Tidak ada masalah yang menghambat pelaksanaan pelatihan.'),
    pemecahan: optional(extra.pemecahan || 'Tidak diperlukan.'),
    saran: optional(
      extra.saran || 'Pelatihan serupa agar dilanjutkan dengan penyempurnaan bahan dan peralatan praktik.',
    ),
  }
}

/** '**Jumat** tanggal **sepuluh** bulan **Januari** tahun **dua ribu dua puluh lima** (10-01-2025)', or blanks. */
function spellDate(day: PlainDate | null): TokenValue {
  const plain = (text: string): LetterSpan => ({ text, bold: false })
  if (day === null) {
    const blanks = [
      ['', words],
      [' tanggal ', words],
      [' bulan ', words],
      [' tahun ', 40],
    ] as const
    const spans = blanks.flatMap(([text, blank]) => (text === '' ? [{ blank }] : [plain(text), { blank }]))
    return { spans: [...spans, plain(' ('), { blank: words }, plain(')')], missing: true }
  }
  const bold = (text: string): LetterSpan => ({ text, bold: true })
  const [year, month, number] = day.split('-')
  return {
    spans: [
      bold(weekdayName(day)),
      plain(' tanggal '),
      bold(spellNumber(dayOf(day))),
      plain(' bulan '),
      bold(monthName(monthOf(day))),
      plain(' tahun '),
      bold(spellNumber(yearOf(day))),
      plain(` (${number}-${month}-${year})`),
    ],
    missing: false,
  }
}

/** 'Pada hari ini **Jumat** tanggal …', the beginning of minutes. */
export function formatSpelledDay(day: PlainDate | null): Span[] {
  const spans = spellDate(day).spans.map(
    (span): Span => ('blank' in span ? span : span.bold ? { text: span.text, face: 'arimo-bold' } : span.text),
  )
  return ['Pada hari ini ', ...spans]
}

function subjectOf(body: LetterBody, tokens: TokenValues): TokenValue {
  const { spans, missing } = fillTemplate(body.tentang ?? '', tokens)
  return { spans, missing: missing.length > 0 }
}

/** The subject of a decree as plain text, for its title. */
export function formatSubject(tokens: TokenValues): string {
  return textOfSpans(tokens.tentang?.spans ?? [])
}

function counted(name: string, count: number | null): TokenValues {
  return {
    [name]: known(count === null ? null : String(count), figure),
    [`${name}_terbilang`]: known(count === null ? null : spellNumber(count), words),
  }
}

/** Keeps degrees on the same line as the name. */
function unbrokenName(name: string): string {
  return name.replaceAll(', ', `,${nbsp}`)
}

/** 'A', 'A dan B', 'A, B, dan C'; names may contain commas before degrees. */
function formatList(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  const separator = names.some(name => name.includes(',')) ? '; ' : ', '
  const head = names.slice(0, -1).join(separator)
  return names.length === 2 ? `${head} dan ${last}` : `${head}${separator}dan ${last}`
}

function average(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
}

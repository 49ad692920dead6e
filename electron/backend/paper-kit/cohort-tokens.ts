import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { CentreNames, CohortLetterFacts, LetterValues } from '../../../shared/facts/letter-facts.ts'
import { tally } from '../../../shared/features/attendance/attendance.ts'
import { officeOf } from '../../../shared/features/centre/signatory.ts'
import {
  fillTemplate,
  known,
  type LetterSpan,
  plainWords,
  type TokenValue,
  type TokenValues,
} from '../../../shared/features/letter/fill-template.ts'
import type { LetterBody } from '../../../shared/features/letter/letter-form.ts'
import { fullDate, longDate, monthName, weekdayName } from '../../../shared/kernel/date-format.ts'
import { hundredths, roman, spellNumber } from '../../../shared/kernel/number-format.ts'
import { dayOf, monthOf, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { centreTokens, officeInFull, withZone } from './centre-tokens.ts'
import { formatCourse, formatPercent, instructorNames } from './cohort-format.ts'

const nbsp = '\u00a0'
const figure = 12
const words = 24
const date = 34
const person = 62

/** Every token of the letters of a class. */
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
    waktu_pelatihan: known(withZone(`${showTime(cohort.startTime)}–${showTime(cohort.endTime)}`, centre.zone)),
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
    jumlah_laki_laki: sex('L'),
    jumlah_perempuan: sex('P'),
    ...counted('jumlah_instruktur', names.length || null),
    nama_instruktur: known(formatList(names.map(unbrokenName)), person),
  }
}

function outcomeTokens({ trainees, days, panel, recordedUntilDay }: CohortFacts): TokenValues {
  const decided = panel !== null && trainees.some(trainee => trainee.decision !== null)
  const count = (...decisions: string[]) =>
    decided ? trainees.filter(trainee => decisions.includes(trainee.decision ?? '')).length : null
  const passed = count('passed')
  const marks = trainees.flatMap(trainee => (trainee.final === null ? [] : [trainee.final]))
  const attendance = trainees
    .filter(trainee => trainee.left === null)
    .map(({ marks, joinedDay }) => tally(marks, days.length, { joinedDay, leftAfterDay: null }).percent)
  return {
    ...counted('jumlah_lulus', passed),
    ...counted('jumlah_tidak_lulus', count('failed')),
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

function letterTokens({ number, date: dated, signatory }: LetterValues, names: CentreNames): TokenValues {
  return {
    nomor_surat: known(number, 50),
    tanggal_surat: known(dated && longDate(dated), date),
    jabatan_penandatangan: known(officeInFull(signatory, names), person),
    nama_penandatangan: known(signatory.name, person),
  }
}

function eventTokens(
  { heldOn, time, place, extra, signatory }: LetterValues,
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
    ditutup_oleh: known(extra.ditutup_oleh || office, person),
  }
}

/** '**Jumat** tanggal **sepuluh** bulan **Januari** tahun **dua ribu dua puluh lima** (10-01-2025)', or the same to be written into. */
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

function subjectOf(body: LetterBody, tokens: TokenValues): TokenValue {
  const { spans, missing } = fillTemplate(body.tentang ?? '', tokens)
  return { spans, missing: missing.length > 0 }
}

/** The subject of a decree as words, for its title. */
export function formatSubject(tokens: TokenValues): string {
  return plainWords(tokens.tentang?.spans ?? [])
}

function counted(name: string, count: number | null): TokenValues {
  return {
    [name]: known(count === null ? null : String(count), figure),
    [`${name}_terbilang`]: known(count === null ? null : spellNumber(count), words),
  }
}

/** Degrees stay with the name. */
function unbrokenName(name: string): string {
  return name.replaceAll(', ', `,${nbsp}`)
}

/** 'A', 'A dan B', 'A, B, dan C'; names hold commas of their own before degrees. */
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

import { encode } from 'fast-png'
import { create } from 'qrcode'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import { tally } from '../../../../shared/features/attendance/attendance.ts'
import { isPresent } from '../../../../shared/features/attendance/mark.ts'
import { type Signatory, showNip } from '../../../../shared/features/centre/signatory.ts'
import { type TokenValues, textOfSpans } from '../../../../shared/features/letter/fill-template.ts'
import { dateTokens, type LetterTokenName } from '../../../../shared/features/office-form/class-tokens.ts'
import { formTokens } from '../../../../shared/features/office-form/form-tokens.ts'
import { budgetAmount } from '../../../../shared/features/provision/budget.ts'
import { type PlainDate, weekdayName } from '../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../shared/kernel/time.ts'
import type { FormPicture, FormText, FormValues } from '../../office/form-values.ts'
import { decisionOf, formatDecision, formatPercent } from '../../paper-kit/cohort-format.ts'
import { realisedOf } from '../provision/documents/realised.ts'
import { day, numeral, ofHundredths, personValues, photoValue, words } from './person-values.ts'

/** Tokens of a class that letters have too; dates and numbers keep their type for Excel. */
export function letterValues(tokens: TokenValues, { cohort, panel }: ListFacts): FormValues {
  const dates: Partial<Record<LetterTokenName, PlainDate | null>> = {
    tanggal_mulai: cohort.start,
    tanggal_selesai: cohort.end,
    tanggal_sk_peserta: cohort.decree?.date ?? null,
    tanggal_sidang: panel?.heldOn ?? null,
  }
  const names = formTokens.COHORT.filter(token => Object.hasOwn(tokens, token.name))
  return Object.fromEntries(
    names.map(({ name, kind }): [string, FormText] => {
      if (dateTokens[name as LetterTokenName]) return [name, day(dates[name as LetterTokenName] ?? null)]
      const value = tokens[name]
      const said = !value || value.missing ? '' : textOfSpans(value.spans).replaceAll('\u00a0', ' ')
      return [name, kind === 'number' && /^\d+$/.test(said) ? { text: said, number: Number(said) } : { text: said }]
    }),
  )
}

export function officialValues({ officials, rates }: ListFacts): FormValues {
  const name = (who: Signatory | null) => words(who?.name ?? '')
  const nip = (who: Signatory | null) => words(who ? plainNip(who.nip) : '')
  return {
    nama_kpa: name(officials.budgetHolder),
    nip_kpa: nip(officials.budgetHolder),
    nama_pptk: name(officials.technical),
    nip_pptk: nip(officials.technical),
    nama_bendahara: name(officials.treasurer),
    nip_bendahara: nip(officials.treasurer),
    tarif_transport: numeral(rates.transport),
    tarif_konsumsi: numeral(rates.meal),
    tarif_honor: numeral(rates.honorarium),
  }
}

export function plainNip(nip: string): string {
  return showNip(nip).replaceAll('\u00a0', ' ')
}

export function conditionValues({ panel, cohort }: ListFacts): FormValues {
  return {
    sudah_sidang: panel !== null,
    belum_sidang: panel === null,
    insentif_fiskal: cohort.fundingSource.startsWith('Insentif Fiskal'),
  }
}

/** A member, as a row of a list or the person of a form; `names` are the requested tokens. */
export function memberValues(
  facts: ListFacts,
  index: number,
  { isWhole, names }: { isWhole: boolean; names: ReadonlySet<string> },
): FormValues {
  const trainee = facts.trainees[index]
  const member = facts.members[index]
  if (!trainee) return {}
  const { marks, joinedDay, left, theory, practice, final } = trainee
  const { counts, present, percent } = tally(marks, facts.days.length, {
    joinedDay,
    leftAfterDay: left?.afterDay ?? null,
  })
  const decision = decisionOf(trainee)
  const { transport } = facts.rates
  return {
    ...personValues(trainee, { isWhole, on: facts.cohort.start }),
    no: numeral(trainee.position),
    hadir: numeral(present),
    sakit: numeral(counts.S),
    izin: numeral(counts.I),
    alpa: numeral(counts.A),
    persen_hadir: words(formatPercent(percent)),
    nilai_teori: ofHundredths(theory),
    nilai_praktik: ofHundredths(practice),
    nilai_akhir: ofHundredths(final),
    hasil: words(formatDecision(trainee)),
    nomor_sertifikat: words(member?.certificate ?? ''),
    ukuran_baju: words(member?.clothingSize ?? ''),
    nomor_asuransi: words(member?.insuranceCard ?? ''),
    bank: words(member?.bank.name ?? ''),
    rekening: words(member?.bank.account ?? ''),
    nama_rekening: words(member?.bank.holder ?? ''),
    uang_transport: numeral(transport === null ? null : present * transport),
    lulus: decision === 'passed',
    tidak_lulus: decision === 'failed',
    keluar: left !== null,
    masih_ikut: left === null,
    foto: photoValue(member?.photo ?? null),
    qr: names.has('qr')
      ? qrValue(`BALAI ${facts.cohort.code}-${String(trainee.position).padStart(2, '0')}`)
      : words(''),
  }
}

/** Lists of a class except that of its people. */
export function classLists(facts: ListFacts): FormValues {
  const { teachers, days, units, materials, budgetLines, trainees } = facts
  return {
    instruktur: teachers.map(({ name, nip, credential, hours }, index) => ({
      no: numeral(index + 1),
      nama: words(name),
      nip: words(plainNip(nip)),
      jp: numeral(hours),
      nomor_sertifikat: words(credential?.number ?? ''),
      skema: words(credential?.scheme ?? ''),
      berlaku_sampai: day(credential?.validUntil ?? null),
    })),
    hari: days.map(one => ({
      no: numeral(one.n),
      tanggal: day(one.date),
      nama_hari: words(weekdayName(one.date)),
      jam_mulai: words(showTime(one.startTime)),
      jam_selesai: words(showTime(one.endTime)),
      jp: numeral(one.hours),
      materi: words(one.topic),
      instruktur: words(one.instructors.map(teacher => teacher.name).join('; ')),
      hadir: numeral(one.closed ? trainees.filter(trainee => isPresent(trainee.marks[one.n - 1] ?? 'A')).length : null),
    })),
    unit: units.map(({ code, title, theoryHours, practiceHours }, index) => ({
      no: numeral(index + 1),
      kode: words(code),
      judul: words(title),
      jp_teori: numeral(theoryHours),
      jp_praktik: numeral(practiceHours),
      jp: numeral(theoryHours + practiceHours),
    })),
    bahan: materials.map(({ name, specification, unit, amount, price }, index) => ({
      no: numeral(index + 1),
      nama: words(name),
      spesifikasi: words(specification),
      satuan: words(unit),
      jumlah: amount === null ? words('') : numeral(amount / 100),
      harga: numeral(price),
      jumlah_harga: numeral(amount === null || price === null ? null : Math.round((amount * price) / 100)),
    })),
    anggaran: budgetLines.map((line, index) => ({
      no: numeral(index + 1),
      tahun: { text: String(line.year), number: line.year },
      rekening: words(line.account),
      uraian: words(line.description),
      rencana: numeral(budgetAmount(line)),
      realisasi: numeral(realisedOf(facts, line)),
    })),
  }
}

const module = 8
const quiet = 4

/** A QR code as a picture, with the quiet zone of four modules. */
function qrValue(text: string): FormPicture {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const side = (size + 2 * quiet) * module
  const pixels = new Uint8Array(side * side).fill(255)
  for (let y = 0; y < size * module; y += 1)
    for (let x = 0; x < size * module; x += 1)
      if (data[Math.floor(y / module) * size + Math.floor(x / module)])
        pixels[(y + quiet * module) * side + x + quiet * module] = 0
  const picture = encode({ width: side, height: side, data: pixels, channels: 1, depth: 8 })
  return { picture: new Uint8Array(picture), widthMm: 25, heightMm: 25, says: `Kode QR ${text}` }
}

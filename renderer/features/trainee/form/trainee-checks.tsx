import type { Consent } from '../../../../shared/features/rights/contract.ts'
import type { KnownTrainee, TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import { checkNik, cleanNik, compareNik, readNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { formatNikMismatch, formatNikProblem } from '../../../../shared/features/trainee/nik/nik-format.ts'
import { readPhone } from '../../../../shared/features/trainee/phone.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import type { Check } from '../../../ui/feedback/check-list.tsx'
import type { TraineeValues } from './trainee-values.ts'

interface CheckFacts {
  values: TraineeValues
  today: PlainDate
  /** The form edits a registered trainee. */
  registered: boolean
  /** Another person with this NIK; undefined until it was read. */
  known: KnownTrainee | null | undefined
  /** The period in which a second training needs a reason: 'tahun 2024'. */
  formatTrained: string
  /** Undefined until read. */
  consents: readonly Consent[] | undefined
  /** People with the same name. */
  namesakes: readonly TraineeRow[]
}

/** All checks of the form, also those that passed. Only an invalid or used NIK prevents saving. */
export function traineeChecks(facts: CheckFacts): Check[] {
  return [
    ...nikChecks(facts),
    ...differences(facts),
    namesakeCheck(facts),
    ...placeChecks(facts),
    ...fieldChecks(facts.values),
    ...consentChecks(facts),
  ]
}

function nikChecks({ values, known, registered }: CheckFacts): Check[] {
  const digits = cleanNik(values.nik)
  if (digits === '') return [{ key: 'nik', tone: 'open', title: 'NIK belum diisi' }]
  const problem = checkNik(digits)
  if (problem?.code === 'length' && digits.length < 16)
    return [{ key: 'nik', tone: 'open', title: `NIK ${digits.length} dari 16 angka` }]
  if (problem) return [{ key: 'nik', tone: 'err', title: 'NIK salah', detail: formatNikProblem(problem) }]
  if (known)
    return [
      {
        key: 'nik',
        tone: 'err',
        title: `Sudah terdaftar: ${known.name}`,
        ...(known.cohort ? { detail: `Sedang mengikuti ${known.cohort}.` } : {}),
        action: <LinkAction path={`/peserta/${known.id}`}>Buka</LinkAction>,
      },
    ]
  return known === null
    ? [{ key: 'nik', tone: 'ok', title: registered ? 'NIK tidak dipakai orang lain' : 'NIK belum terdaftar' }]
    : []
}

function differences({ values, today }: CheckFacts): Check[] {
  const nik = readNik(cleanNik(values.nik), today, values.birthDate)
  if (!nik.ok) return [{ key: 'same', tone: 'open', title: 'Tanggal lahir dan jenis kelamin menunggu NIK' }]
  const mismatches = compareNik(nik, values)
  const age: Check[] = nik.unusualAge
    ? [
        {
          key: 'age',
          tone: 'warn',
          title: 'Umur menurut NIK tidak biasa',
          detail: 'Di luar 10 s.d. 90 tahun. Periksa KTP.',
        },
      ]
    : []
  if (mismatches.length === 0)
    return [{ key: 'same', tone: 'ok', title: 'Tanggal lahir dan jenis kelamin sama dengan NIK' }, ...age]
  return [
    ...mismatches.map(
      (mismatch): Check => ({
        key: mismatch.field,
        tone: 'warn',
        title: mismatch.field === 'sex' ? 'Jenis kelamin berbeda dari NIK' : 'Tanggal lahir berbeda dari NIK',
        detail: `${formatNikMismatch(mismatch)} Boleh disimpan bila KTP memang demikian.`,
      }),
    ),
    ...age,
  ]
}

/** Only for a new trainee; the page of a registered one shows the classes. */
function placeChecks({ values, known, registered, formatTrained }: CheckFacts): Check[] {
  if (registered) return []
  if (known === undefined || checkNik(cleanNik(values.nik)) !== null)
    return [
      { key: 'place', tone: 'open', title: 'Kelas yang bertabrakan menunggu NIK' },
      { key: 'trained', tone: 'open', title: 'Pelatihan sebelumnya menunggu NIK' },
    ]
  const clash = known?.overlap?.cohort ?? known?.cohort
  return [
    clash
      ? { key: 'place', tone: 'err', title: `Bertabrakan dengan ${clash}` }
      : { key: 'place', tone: 'ok', title: 'Tidak ada kelas yang bertabrakan' },
    known?.trained
      ? {
          key: 'trained',
          tone: 'warn',
          title: `Sudah ikut pelatihan ${formatTrained}`,
          detail: `${known.trained.title}. Boleh ikut lagi dengan alasan.`,
        }
      : { key: 'trained', tone: 'ok', title: `Belum ikut pelatihan ${formatTrained}` },
  ]
}

function namesakeCheck({ values, namesakes }: CheckFacts): Check {
  const name = foldName(values.name)
  if (name === '') return { key: 'name', tone: 'open', title: 'Nama belum diisi' }
  const [twin] = namesakes.filter(row => foldName(row.name) === name)
  if (!twin) return { key: 'name', tone: 'ok', title: 'Tidak ada nama yang sama' }
  const place = twin.village ? `Kel. ${twin.village}` : 'kelurahan tidak tercatat'
  return {
    key: 'name',
    tone: 'warn',
    title: `Nama sama: ${twin.name}`,
    detail: `NIK ${twin.maskedNik}, ${place}. Pastikan bukan orang yang sama.`,
    action: <LinkAction path={`/peserta/${twin.id}`}>Bandingkan</LinkAction>,
  }
}

function consentChecks({ consents, registered }: CheckFacts): Check[] {
  if (consents === undefined) return []
  const held = consents.find(one => one.withdrawn === null)
  if (held) return [{ key: 'consent', tone: 'ok', title: `Persetujuan ditandatangani ${longDate(held.signedOn)}` }]
  return [
    {
      key: 'consent',
      tone: registered ? 'warn' : 'open',
      title: 'Persetujuan belum ditandatangani',
      detail: registered ? 'Catat di halaman peserta.' : 'Catat di halaman peserta setelah disimpan.',
    },
  ]
}

function fieldChecks({ phone, villageCode }: TraineeValues): Check[] {
  const reading = readPhone(phone)
  const phoneCheck: Check =
    phone.trim() === ''
      ? { key: 'phone', tone: 'open', title: 'No. HP belum diisi' }
      : reading.ok
        ? { key: 'phone', tone: 'ok', title: 'No. HP dikenal' }
        : { key: 'phone', tone: 'err', title: 'No. HP tidak dikenal' }
  const villageCheck: Check = villageCode
    ? { key: 'village', tone: 'ok', title: 'Kelurahan dipilih' }
    : { key: 'village', tone: 'open', title: 'Kelurahan belum dipilih' }
  return [phoneCheck, villageCheck]
}

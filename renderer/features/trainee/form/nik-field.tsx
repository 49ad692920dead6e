import { Box } from '@mantine/core'
import { ageOn } from '../../../../shared/features/trainee/age.ts'
import type { KnownTrainee, NikPlace } from '../../../../shared/features/trainee/contract.ts'
import { checkNik, cleanNik, type NikPrefix, nikPrefix } from '../../../../shared/features/trainee/nik/nik.ts'
import { formatNikProblem } from '../../../../shared/features/trainee/nik/nik-format.ts'
import { type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, useRead } from '../../../app/client.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { type LensGroup, NikLens } from '../../../ui/form/nik-lens.tsx'

interface NikFieldProps {
  value: string
  onChange: (digits: string) => void
  onBlur?: () => void
  today: PlainDate
  /** Birth date or sex in the form differ from the NIK. */
  differs: boolean
  known: KnownTrainee | null
  /** Address of the person who already has this NIK. */
  knownPath: string | null
  error?: string | undefined
  /** False if another field of the page comes first. */
  autoFocus?: boolean
}

/** The NIK in groups, each explained while typing: place of registration, birth date and sex, serial number. */
export function NikField(props: NikFieldProps) {
  const { value, onChange, onBlur, today, differs, known, knownPath, error, autoFocus = true } = props
  const digits = cleanNik(value)
  const prefix = nikPrefix(digits, today)
  const placed = Math.min(6, digits.length - (digits.length % 2))
  const place = useRead(api.trainee.nikPlace, placed < 2 ? null : { digits: digits.slice(0, placed) }, { ...keepShown })
  const problem = prefix.problem ? formatNikProblem(prefix.problem) : error
  return (
    <NikLens
      label="NIK"
      aside="dibaca sambil diketik; kecamatan pada NIK = tempat pertama didaftarkan, bukan tempat tinggal"
      value={value}
      onChange={onChange}
      groups={groups(prefix, place.data, today, differs)}
      badge={
        (known || checkNik(digits) === null) && (
          <Badge tone={known ? 'err' : 'ok'} signed>
            {known ? 'sudah terdaftar' : 'sah'}
          </Badge>
        )
      }
      error={problem}
      autoFocus={autoFocus}
      data-path="nik"
      {...(known
        ? {
            note: (
              <Box component="span" role="alert" c="var(--err)">
                Sudah terdaftar: <strong>{known.name}</strong>
                {known.cohort && `, sedang mengikuti ${known.cohort}`}.{' '}
                <LinkAction path={knownPath ?? `/peserta/${known.id}`}>Buka</LinkAction> <KeyCap>Enter</KeyCap>
              </Box>
            ),
          }
        : {})}
      {...(onBlur ? { onBlur } : {})}
    />
  )
}

function groups(prefix: NikPrefix, place: NikPlace | undefined, today: PlainDate, differs: boolean): LensGroup[] {
  const { code } = prefix.problem ?? {}
  const wrongBirth = code === 'day' || code === 'month' || code === 'date'
  return [
    { what: 'provinsi', length: 2, name: place?.province ?? 'tidak dikenal' },
    { what: 'kab/kota', length: 2, name: place?.regency ?? 'tidak dikenal' },
    { what: 'kecamatan asal', length: 2, name: place?.district ?? 'tidak dikenal' },
    {
      what: 'tanggal lahir',
      length: 6,
      name: formatBirthOfNik(prefix, today),
      ...(prefix.day && prefix.day.sex === 'P'
        ? { detail: `${prefix.day.written} − 40 = tanggal ${prefix.day.day}, perempuan` }
        : {}),
      ...(wrongBirth ? { tone: 'err' as const } : differs ? { tone: 'warn' as const } : {}),
    },
    {
      what: 'nomor urut',
      length: 4,
      name: prefix.serial && `Urut ${prefix.serial}`,
      ...(code === 'serial_zero' ? { tone: 'err' as const } : {}),
    },
  ]
}

/** '12 Mei 1990 · Perempuan · 34 th' */
function formatBirthOfNik({ birthDate, day }: NikPrefix, today: PlainDate): string {
  if (!birthDate || !day) return 'tanggal tidak ada'
  const sex = day.sex === 'P' ? 'Perempuan' : 'Laki-laki'
  return `${shortDate(birthDate)} ${yearOf(birthDate)} · ${sex} · ${ageOn(birthDate, today)} th`
}

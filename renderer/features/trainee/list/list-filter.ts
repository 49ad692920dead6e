import {
  everybody,
  type TraineeFilter,
  type TraineeState,
  traineeFilter,
} from '../../../../shared/features/trainee/trainee-filter.ts'

/** The search of the list in the address, so that links and going back show the same people. */
interface ListAddress {
  cari?: string
  kelurahan?: string
  program?: number
  tahun?: number
  keadaan?: string
  sasaran?: string
}

// The router parses '?cari=3671' as a number.
export function readListAddress(search: Record<string, unknown>): ListAddress {
  const { cari, kelurahan, program, tahun, keadaan, sasaran } = search
  return {
    ...(cari === undefined || cari === '' ? {} : { cari: String(cari) }),
    ...(kelurahan === undefined ? {} : { kelurahan: String(kelurahan) }),
    ...(typeof program === 'number' ? { program } : {}),
    ...(typeof tahun === 'number' ? { tahun } : {}),
    ...(typeof keadaan === 'string' ? { keadaan } : {}),
    ...(typeof sasaran === 'string' ? { sasaran } : {}),
  }
}

/** Invalid parts of the address are ignored, because it may come from an older version. */
export function filterOf(address: ListAddress): TraineeFilter {
  const wanted = {
    villageCode: address.kelurahan,
    programId: address.program,
    year: address.tahun,
    state: address.keadaan,
    target: address.sasaran,
  }
  const filter: Record<string, unknown> = { ...everybody }
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== undefined && traineeFilter.safeParse({ [key]: value }).success) filter[key] = value
  }
  return traineeFilter.parse(filter)
}

export function addressOf(text: string, { villageCode, programId, year, state, target }: TraineeFilter): ListAddress {
  return {
    ...(text !== '' && { cari: text }),
    ...(villageCode !== null && { kelurahan: villageCode }),
    ...(programId !== null && { program: programId }),
    ...(year !== null && { tahun: year }),
    ...(state !== null && { keadaan: state }),
    ...(target !== null && { sasaran: target }),
  }
}

export const stateChips: readonly { value: TraineeState | 'all'; label: string }[] = [
  { value: 'all', label: 'Semua' },
  { value: 'none', label: 'Belum ikut' },
  { value: 'enrolled', label: 'Terdaftar' },
  { value: 'passed', label: 'Lulus' },
  { value: 'failed', label: 'Tidak lulus' },
  { value: 'withdrawn', label: 'Mundur' },
  { value: 'expelled', label: 'Dikeluarkan' },
]

import { useDebouncedValue } from '@mantine/hooks'
import { checkNik, cleanNik, readNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import type { TraineeValues } from './trainee-values.ts'

/** Ms without a key after which people with the same name are looked for. */
const pause = 200

/** What the NIK contains, who already has it, and people with the same name. @param code the class that a new trainee joins */
export function useOthersLike(values: TraineeValues, code: string | null, ownId: TraineeId | null) {
  const today = useToday()
  const digits = cleanNik(values.nik)
  const reading = readNik(digits, today, values.birthDate)
  const byNik = useRead(api.trainee.byNik, checkNik(digits) === null ? { nik: digits, code } : null).data
  // Not at each key: a search for each letter would keep the page and the host busy.
  const [name] = useDebouncedValue(values.name.trim(), pause)
  const byName = useRead(
    api.trainee.list,
    name.length < 3 ? null : { search: name.slice(0, 100), limit: 20, offset: 0 },
  ).data
  const known = byNik?.id === ownId && byNik ? null : byNik
  return {
    nik: reading.ok ? reading : null,
    /** Undefined until read. */
    known,
    knownPath: known ? `/peserta/${known.id}${code === null ? '' : `?kelas=${code}`}` : null,
    namesakes: byName?.rows.filter(row => row.id !== ownId) ?? [],
  }
}

import type { Provisions } from '../../../shared/features/provision/contract.ts'
import { cohortPath } from '../../app/cohort-path.ts'

export const provisionParts = [
  { value: 'bahan', label: 'Bahan' },
  { value: 'penyedia', label: 'Penyedia' },
  { value: 'peserta', label: 'Ukuran & kartu' },
  { value: 'barang', label: 'ATK & konsumsi' },
  { value: 'tarif', label: 'Tarif' },
  { value: 'rab', label: 'RAB' },
  { value: 'evaluasi', label: 'Evaluasi' },
  { value: 'foto', label: 'Foto' },
] as const
export type ProvisionPart = (typeof provisionParts)[number]['value']

/** What each part of the provisions of a class is given. */
export interface SectionProps {
  code: string
  provisions: Provisions
  /** Why nothing can be written. */
  locked: string | undefined
}

/** '/angkatan/TR-2024-03/berkas/perlengkapan?bagian=foto' */
export function provisionPath(code: string, part: ProvisionPart = 'bahan'): string {
  const place = `${cohortPath(code, 'papers')}/perlengkapan`
  return part === 'bahan' ? place : `${place}?bagian=${part}`
}

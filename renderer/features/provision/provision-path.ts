import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import type { Provisions } from '../../../shared/features/provision/contract.ts'
import { cohortPath } from '../../app/cohort-path.ts'

export type ProvisionPart = 'bahan' | 'penyedia' | 'peserta' | 'barang' | 'tarif' | 'rab' | 'evaluasi' | 'foto'

export const provisionParts: readonly { value: ProvisionPart; label: string; needs?: OperationGroup }[] = [
  { value: 'bahan', label: 'Bahan' },
  { value: 'penyedia', label: 'Penyedia' },
  { value: 'peserta', label: 'Ukuran & kartu' },
  { value: 'barang', label: 'ATK & konsumsi' },
  { value: 'tarif', label: 'Tarif', needs: 'money.see' },
  { value: 'rab', label: 'RAB', needs: 'money.see' },
  { value: 'evaluasi', label: 'Evaluasi' },
  { value: 'foto', label: 'Foto' },
]

/** Props of each part of the provisions. */
export interface SectionProps {
  code: string
  provisions: Provisions
  /** Why it is read-only. */
  locked: string | undefined
}

/** '/angkatan/TR-2024-03/berkas/perlengkapan?bagian=foto' */
export function provisionPath(code: string, part: ProvisionPart = 'bahan'): string {
  const place = `${cohortPath(code, 'papers')}/perlengkapan`
  return part === 'bahan' ? place : `${place}?bagian=${part}`
}

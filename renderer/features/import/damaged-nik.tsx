import { Box } from '@mantine/core'
import type { NikDamage } from '../../../shared/features/import/nik-damage.ts'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './row-pane.module.css'

/** Shows which digits Excel kept and which it lost. They are never guessed. */
export function DamagedNik({ damage: { kind, shown, kept } }: { damage: NikDamage }) {
  const good = kind === 'exponent' ? '' : shown.slice(0, kept)
  const lost = kind === 'exponent' ? shown : shown.slice(kept)
  return (
    <>
      <Box p="0.625rem 0.75rem" bd="1px solid var(--line)" bdrs="0.375rem" bg="var(--surface)">
        <p className={layout.detail}>Yang tersimpan di berkas ({kind === 'number' ? 'angka, bukan teks' : 'teks'})</p>
        <p className={styles.digits}>
          {good !== '' && <span className={styles.good}>{good}</span>}
          <Box component="span" p="1px 0.25rem 2px" bdrs="0.25rem" bg="var(--merah)" c="#fff">
            {lost === '' ? '?' : lost}
          </Box>
        </p>
        <p className={classNames(layout.detail, styles.damageText)}>
          <span>{kept} angka tersisa</span>
          <strong>{formatLost(kind, kept, lost)}</strong>
        </p>
      </Box>
      <p>
        Excel hanya menyimpan 15 angka pertama dari sebuah bilangan. Angka aslinya tidak dapat dipulihkan, jadi Balai{' '}
        <strong>tidak menebaknya</strong>.
      </p>
      <Box component="h3" fz="0.8125rem" fw={600}>
        Yang bisa dilakukan
      </Box>
      <ol className={styles.ways}>
        <li>Ketik NIK dari KTP di bawah ini, atau</li>
        <li>
          minta berkas ulang dengan kolom NIK berformat <strong>Teks</strong>.
        </li>
      </ol>
    </>
  )
}

function formatLost(kind: NikDamage['kind'], kept: number, lost: string): string {
  if (kind === 'exponent') return `${16 - kept} angka hilang`
  if (kind === 'zeros') return 'nomor urut menjadi 0000'
  if (lost === '') return `${16 - kept} angka hilang`
  return lost.length === 1 ? `ke-16 hilang, kini ${lost}` : `ke-${kept + 1} dst. hilang, kini ${lost}`
}

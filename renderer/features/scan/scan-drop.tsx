import { Flex, Progress } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { mostScanMegabytes, mostScanPages } from '../../../shared/features/scan/contract.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import layout from '../../ui/page/layout.module.css'
import type { ScanReading } from './use-scan-reading.ts'

/** Where a scan is dropped or chosen, with progress and the error of the last one. */
export function ScanDrop({ reading, onFile }: { reading: ScanReading; onFile: (file: File) => unknown }) {
  const { done = 0, total = null } = reading.progress ?? {}
  return (
    <>
      <ErrorNote error={reading.error} />
      <FileDrop
        label="Berkas hasil scan"
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        icon={IconScan}
        pending={reading.pending}
        several
        onFile={onFile}
      >
        Jatuhkan hasil scan atau foto daftar hadir di sini: PDF, JPEG, atau PNG, paling besar {mostScanMegabytes} MB,{' '}
        {mostScanPages} halaman.
        <br />
        Kelas dan hari dibaca dari kode pada lembar. Kehadiran baru ditulis setelah Anda memeriksa.
      </FileDrop>
      {reading.pending && (
        <Flex align="center" gap="0.75rem" c="var(--ink-2)" fz="0.8125rem">
          <Progress
            value={total === null ? 0 : (done / Math.max(1, total)) * 100}
            size={6}
            aria-label="Membaca hasil scan"
            className={layout.grows ?? ''}
          />
          <span>{total === null ? 'Membuka berkas' : `Halaman ${Math.min(done + 1, total)} dari ${total}`}</span>
          <ActionButton size="xs" onAction={reading.cancel}>
            Batal
          </ActionButton>
        </Flex>
      )}
    </>
  )
}

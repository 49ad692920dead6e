import { useState } from 'react'
import type { ComputerStatus } from '../../../shared/features/computer/contract.ts'
import { sheetName } from '../../../shared/features/computer/recovery-code.ts'
import { api, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { type Check, CheckList } from '../../ui/feedback/check-list.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { diskCheck } from './disk-check.ts'
import { recoverySheetPath } from './recovery-sheet-page.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'

/** Protection of the data against theft of this PC: disk encryption, encrypted scans, and the sheet to open them elsewhere. */
export function DataProtectionPanel() {
  const status = useRead(api.computer.status, {})
  const disk = useRead(api.computer.disk, {}, { staleTime: 600_000 })
  const [unlocks, setUnlocks] = useState(false)
  return (
    <Panel title="Perlindungan data">
      {status.data ? (
        <CheckList
          label="Perlindungan data"
          checks={[
            diskCheck(disk.data),
            filesCheck(status.data.files, () => setUnlocks(true)),
            sheetCheck(status.data.files),
          ]}
        />
      ) : (
        <LoadingBars rows={3} />
      )}
      {unlocks && <UnlockDialog onClose={() => setUnlocks(false)} />}
    </Panel>
  )
}

function filesCheck({ state, sheet }: ComputerStatus['files'], onUnlock: () => unknown): Check {
  const key = 'files'
  switch (state) {
    case 'SYSTEM':
      return {
        key,
        tone: 'ok',
        title: 'Hasil scan dan foto disegel',
        detail: 'AES-256; kuncinya dijaga Windows untuk pengguna ini dan tidak berguna di komputer lain.',
      }
    case 'FILE':
      return {
        key,
        tone: 'warn',
        title: 'Hasil scan dan foto disegel, kuncinya sebuah berkas',
        detail:
          'Tanpa jendela Balai, kunci disimpan di folder data dan hanya dapat dibaca pengguna ini. Siapa pun yang menyalin seluruh folder dapat membukanya.',
      }
    case 'LOCKED':
      return {
        key,
        tone: 'err',
        title: 'Hasil scan dan foto dikunci untuk komputer lain',
        detail:
          sheet === null
            ? 'Belum ada lembar pemulihan. Buka di komputer semula, buat lembarnya, lalu pindahkan.'
            : `Ketik kode lembar pemulihan ${sheetName(sheet.number)} untuk membukanya di komputer ini.`,
        action: sheet !== null && (
          <LinkAction size="small" onAction={onUnlock}>
            Buka dengan lembar pemulihan
          </LinkAction>
        ),
      }
    case 'NONE':
      return {
        key,
        tone: 'ok',
        title: 'Hasil scan dan foto akan disegel',
        detail: 'Belum ada berkas. Yang pertama langsung disegel saat disimpan.',
      }
  }
}

function sheetCheck({ state, sheet }: ComputerStatus['files']): Check {
  const make = (words: string) => (
    <LinkAction needs="admin.change" size="small" path={recoverySheetPath}>
      {words}
    </LinkAction>
  )
  if (sheet === null)
    return {
      key: 'sheet',
      tone: 'err',
      title: 'Belum ada lembar pemulihan',
      detail: 'Bila komputer rusak atau Windows dipasang ulang, hasil scan tidak dapat dibuka lagi tanpa lembar ini.',
      action: state !== 'LOCKED' && make('Buat lembar pemulihan'),
    }
  return {
    key: 'sheet',
    tone: 'ok',
    title: `Lembar pemulihan ${sheetName(sheet.number)} sudah diuji`,
    detail: `Dibuat ${formatMoment(sheet.madeAt)}. Simpan dua lembar di dua tempat, bukan di komputer.`,
    action: state !== 'LOCKED' && make('Buat lembar baru'),
  }
}

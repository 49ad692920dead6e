import { useState } from 'react'
import type { ComputerStatus } from '../../../shared/features/computer/contract.ts'
import { sheetName } from '../../../shared/features/computer/recovery-code.ts'
import { fullDate, isPlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead, useSession } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { type Check, CheckList } from '../../ui/feedback/check-list.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { formatClock, formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { BackUpDialog } from '../certificate/keys/key-dialogs.tsx'
import { PrinterTestDialog } from '../paper/printer-test-dialog.tsx'
import { usePrinters } from '../paper/use-printers.ts'
import { recoverySheetPath } from './recovery-sheet-page.tsx'

/** First steps on a new PC: place of the data, key on a stick, test page, clock. */
export function FirstRunPanel() {
  const { data } = useRead(api.computer.status, {})
  const centre = useRead(api.centre.get, {})
  const { capabilities, centre: own, now, clockJumpedFrom, shared } = useSession()
  const { usable } = usePrinters()
  const [opened, setOpened] = useState<'key' | 'test' | null>(null)
  const finish = useCommand(api.computer.finishStep)
  // In a browser, the host runs on another computer; a desk holds no data and no keys.
  if (!data || capabilities.print !== 'system' || own.practice || shared === 'desk') return null
  const clock = clockCheck(data, now, clockJumpedFrom !== null, () => finish.run({ step: 'CLOCK' }))
  const checks = checksOf(data, clock, {
    onBackUp: () => setOpened('key'),
    onTest: () => setOpened('test'),
  })
  const isDone = checks.every(check => check.tone === 'ok')
  if ((isDone || data.done.includes('HIDDEN')) && opened === null) return null
  return (
    <Panel
      title="Sebelum mulai di komputer ini"
      extra={
        <LinkAction size="small" onAction={() => finish.run({ step: 'HIDDEN' })}>
          Sembunyikan
        </LinkAction>
      }
    >
      <CheckList label="Sebelum mulai di komputer ini" checks={checks} />
      <ErrorNote error={finish.error} />
      {opened === 'key' && <BackUpDialog onClose={() => setOpened(null)} />}
      {opened === 'test' && (
        <PrinterTestDialog
          size={centre.data?.centre.paperSize ?? 'A4'}
          printer={usable()}
          onPrinted={() => finish.run({ step: 'TEST_PAGE' })}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  )
}

interface Acts {
  onBackUp: () => unknown
  onTest: () => unknown
}

function checksOf({ dataFolder, keyBackedUp, done, files }: ComputerStatus, clock: Check, acts: Acts): Check[] {
  const isTested = done.includes('TEST_PAGE')
  return [
    {
      key: 'place',
      tone: 'ok',
      title: 'Data tinggal di komputer ini',
      detail: `${dataFolder}. Bukan di OneDrive, jaringan, atau diska yang dapat dicabut.`,
    },
    {
      key: 'key',
      tone: keyBackedUp ? 'ok' : 'warn',
      title: keyBackedUp ? 'Kunci tanda tangan sudah dicadangkan' : 'Cadangkan kunci tanda tangan ke diska USB',
      detail: keyBackedUp
        ? 'Simpan diska USB-nya di tempat lain.'
        : 'Tanpa cadangan, sertifikat tidak dapat diterbitkan lagi bila komputer ini rusak atau Windows dipasang ulang.',
      action: !keyBackedUp && (
        <LinkAction size="small" onAction={acts.onBackUp}>
          Cadangkan kunci
        </LinkAction>
      ),
    },
    {
      key: 'test',
      tone: isTested ? 'ok' : 'open',
      title: isTested ? 'Halaman uji sudah dicetak' : 'Cetak halaman uji',
      detail: isTested
        ? 'Ukurannya dapat diperiksa lagi di Pengaturan › Komputer.'
        : 'Mistar dalam mm menunjukkan apakah pencetak memakai kertas yang benar.',
      action: !isTested && (
        <LinkAction size="small" onAction={acts.onTest}>
          Cetak halaman uji
        </LinkAction>
      ),
    },
    {
      key: 'sheet',
      tone: files.sheet === null ? 'warn' : 'ok',
      title:
        files.sheet === null
          ? 'Cetak lembar pemulihan'
          : `Lembar pemulihan ${sheetName(files.sheet.number)} sudah diuji`,
      detail: 'Membuka hasil scan di komputer lain bila komputer ini rusak.',
      action: files.sheet === null && (
        <LinkAction needs="admin.change" size="small" path={recoverySheetPath}>
          Buat lembar pemulihan
        </LinkAction>
      ),
    },
    clock,
  ]
}

/** Papers and attendance use the clock of this PC, so a person confirms it once, beside the time of the last entry. */
function clockCheck(
  { done, zone, lastWork }: ComputerStatus,
  now: string,
  jumped: boolean,
  onClock: () => unknown,
): Check {
  const isLooked = done.includes('CLOCK')
  const isWrong = jumped || zone.differs
  const date = now.slice(0, 10)
  const written = lastWork === null ? '' : ` Pekerjaan terakhir tercatat ${formatMoment(lastWork)}.`
  return {
    key: 'clock',
    tone: isWrong ? 'err' : isLooked ? 'ok' : 'open',
    title: `Jam komputer: ${isPlainDate(date) ? fullDate(date) : date}, ${formatClock(now)} WIB`,
    detail: zone.differs
      ? `Zona waktu Windows ${zone.name} bukan WIB; Balai tetap memakai WIB. Ubah di Setelan › Waktu › Zona waktu: (UTC+07.00) Bangkok, Hanoi, Jakarta.`
      : `Tanggal surat dan kehadiran mengikuti jam ini.${written}`,
    action: !isWrong && !isLooked && (
      <LinkAction size="small" onAction={onClock}>
        Sudah benar
      </LinkAction>
    ),
  }
}

import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { DeskOverview } from '../../../shared/features/desk/contract.ts'
import { longDate } from '../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './desk-section.module.css'

/** The switch that lets other computers in, and where they find this one. */
export function OpeningPanel({ overview: { open, able, desks } }: { overview: DeskOverview }) {
  const [closing, setClosing] = useState(false)
  const opening = useCommand(api.desk.open, { done: () => 'Dibuka untuk meja lain.' })
  const close = useCommand(api.desk.close, { done: () => 'Ditutup untuk meja lain.' })
  const working = desks.filter(({ state }) => state !== 'away')
  const names = working.map(({ person, name }) => person ?? name)
  const shut = async () => {
    setClosing(false)
    await close.run({})
  }
  return (
    <>
      <Panel>
        <Switch
          label="Buka untuk meja lain"
          description={
            open
              ? `sejak ${formatMoment(open.since)}, terenkripsi`
              : 'Komputer lain di kantor ini bekerja dengan data di sini.'
          }
          checked={open !== null}
          disabled={!able || opening.pending || close.pending}
          onChange={() => {
            if (!open) void opening.run({ port: 0 })
            else if (working.length > 0) setClosing(true)
            else void shut()
          }}
        />
        {!able && <Note tone="info">Jalankan Balai dengan --desks, atau pakai Balai yang dipasang di Windows.</Note>}
        <ErrorNote error={opening.error ?? close.error} />
        {open && (
          <dl className={styles.facts}>
            <dt>Alamat</dt>
            <dd className={styles.mono}>
              {open.addresses.map(address => `${address}:${open.port}`).join(', ') || `localhost:${open.port}`}
            </dd>
            <dt>Nama</dt>
            <dd>{open.host}</dd>
            <dt>Kunci</dt>
            <dd>dibuat di komputer ini, {longDate(open.certificateFrom as PlainDate)}</dd>
          </dl>
        )}
      </Panel>
      {open && (
        <Panel title="Windows Firewall">
          <p>
            Bila meja tidak menemukan komputer ini, minta Admin Windows menjalankan sekali:
            <br />
            <code>{`netsh advfirewall firewall add rule name="Balai" dir=in action=allow protocol=TCP localport=${open.port} profile=private,domain`}</code>
          </p>
        </Panel>
      )}
      <ConfirmDialog
        opened={closing}
        title={`Tutup untuk ${working.length} meja?`}
        action="Tutup untuk meja lain"
        tone="danger"
        onCancel={() => setClosing(false)}
        onAction={shut}
      >
        {names.join(', ')} berhenti bekerja; isian mereka aman di mejanya dan dikirim saat dibuka lagi.
      </ConfirmDialog>
    </>
  )
}

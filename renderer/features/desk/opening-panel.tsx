import { Box, Flex, Switch } from '@mantine/core'
import { useRef, useState } from 'react'
import type { DeskOverview } from '../../../shared/features/desk/contract.ts'
import { type PlainDate, shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './desk-section.module.css'

/** The switch that lets other computers connect, and the address of this one. */
export function OpeningPanel({ overview: { open, able, desks } }: { overview: DeskOverview }) {
  const [closing, setClosing] = useState(false)
  const opening = useCommand(api.desk.open, { done: () => 'Dibuka untuk meja lain.' })
  const close = useCommand(api.desk.close, {
    done: (_output, { seconds }) => (seconds ? null : 'Ditutup untuk meja lain.'),
  })
  const working = desks.filter(({ state }) => state === 'here' || state === 'old')
  const names = working.map(({ person, name }) => person?.split(' ')[0] ?? name)
  const busy = opening.pending || close.pending
  // Keeps the focus: the buttons that close or cancel go away.
  const toggle = useRef<HTMLInputElement>(null)
  const shut = async (seconds: number) => {
    setClosing(false)
    toggle.current?.focus()
    await close.run({ seconds })
  }
  const reopen = async (port: number) => {
    toggle.current?.focus()
    await opening.run({ port })
  }
  return (
    <>
      <Panel>
        <div className={layout.stack}>
          <Switch
            label="Buka untuk meja lain"
            styles={{ label: { fontWeight: 600 }, description: { paddingInlineStart: '0.5rem' } }}
            description={
              open
                ? `sejak ${formatMoment(open.since)}, terenkripsi`
                : 'Komputer lain di kantor ini bekerja dengan data di sini.'
            }
            checked={open !== null}
            ref={toggle}
            disabled={!able}
            onChange={() => {
              if (busy) return
              if (!open) void reopen(0)
              else if (open.closing === null && working.length > 0) setClosing(true)
              else void shut(0)
            }}
          />
          {!able && <Note tone="info">Jalankan Balai dengan --desks, atau pakai Balai yang dipasang di Windows.</Note>}
          {open?.closing && (
            <Flex direction="column" gap="0.5rem">
              <Note tone="warn" live title={`Ditutup ${open.closing.seconds} detik lagi.`}>
                Meja lain sudah diberi tahu. Lebih cepat bila tidak ada lagi yang tersambung.
              </Note>
              <Flex gap="0.5rem">
                <ActionButton size="sm" onAction={() => reopen(open.port)}>
                  Batal menutup
                </ActionButton>
                <ActionButton size="sm" tone="danger" onAction={() => shut(0)}>
                  Tutup sekarang
                </ActionButton>
              </Flex>
            </Flex>
          )}
          <ErrorNote error={opening.error ?? close.error} />
          {open && (
            <dl className={styles.facts}>
              <dt>Alamat</dt>
              <Box component="dd" ff="var(--mantine-font-family-monospace)">
                {open.addresses.map(address => `${address}:${open.port}`).join(', ') || `localhost:${open.port}`}
              </Box>
              <dt>Nama</dt>
              <dd>{open.host}</dd>
              <dt>Kunci</dt>
              <dd>dibuat di komputer ini, {keyDay(open.certificateFrom as PlainDate)}</dd>
            </dl>
          )}
        </div>
      </Panel>
      <ConfirmDialog
        opened={closing}
        title={`Tutup untuk ${working.length} meja?`}
        action="Tutup dalam 60 detik"
        tone="danger"
        onCancel={() => setClosing(false)}
        onAction={() => shut(60)}
      >
        {names.join(', ')} berhenti dalam 60 detik; draf mereka aman.
      </ConfirmDialog>
    </>
  )
}

/** '4 Nov 2024' */
function keyDay(date: PlainDate): string {
  return `${shortDate(date)} ${yearOf(date)}`
}

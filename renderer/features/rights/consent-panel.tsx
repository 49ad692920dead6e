import { IconPrinter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { paperTitle } from '../../../shared/facts/paper-key.ts'
import { basisLabels, signerLabels } from '../../../shared/features/rights/consent.ts'
import type { Consent, PersonRights } from '../../../shared/features/rights/contract.ts'
import type { ConsentId, TraineeId } from '../../../shared/ids.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, readOnce, useCommand, useRead } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { ConsentDrawer } from './consent-drawer.tsx'
import styles from './consent-panel.module.css'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface ConsentPanelProps {
  person: { id: TraineeId; name: string; birthDate: PlainDate }
  rights: PersonRights
}

/** All signed consents with their sheets, and what is missing. */
export function ConsentPanel({ person, rights }: ConsentPanelProps) {
  const { consents, state } = rights
  const [adding, setAdding] = useState(false)
  const [printing, setPrinting] = useState(false)
  const [leaving, setLeaving] = useState<Consent | null>(null)
  const [sheetOf, setSheetOf] = useState<ConsentId | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const attach = useCommand(api.trainee.addFile, { done: () => 'Lembar persetujuan disimpan.' })
  const held = consents.some(one => one.withdrawn === null)

  return (
    <Panel
      title="Persetujuan"
      extra={
        state !== 'ANONYMOUS' && (
          <div className={styles.actions}>
            <ActionButton size="xs" icon={IconPrinter} onAction={() => setPrinting(true)}>
              Cetak lembar
            </ActionButton>
            <ActionButton
              needs="rights.change"
              size="xs"
              refused={state === 'FROZEN' ? 'Data dibekukan. Cairkan dulu.' : undefined}
              onAction={() => setAdding(true)}
            >
              Catat persetujuan
            </ActionButton>
          </div>
        )
      }
    >
      {!held && state !== 'ANONYMOUS' && (
        <Note tone="warn">Belum ada persetujuan yang berlaku. Minta tanda tangannya, lalu catat di sini.</Note>
      )}
      <ErrorNote error={attach.error} />
      {printing && <ConsentPaperDialog person={person} onClose={() => setPrinting(false)} />}
      <HiddenFile
        ref={input}
        label="Lembar persetujuan"
        accept="application/pdf,image/jpeg,image/png"
        onFiles={([file]) => file && sheetOf && attach.run({ id: person.id, kind: 'LAIN', file, consentId: sheetOf })}
      />
      <ul className={layout.lines}>
        {consents.map(one => (
          <li key={one.id} className={styles.row}>
            <strong>{longDate(one.signedOn)}</strong>
            <span>{[signerLabels[one.signer], one.guardian].filter(Boolean).join(': ')}</span>
            <span className={layout.tiny}>
              {basisLabels[one.basis]} ·{' '}
              {one.fileId === null ? 'lembar belum dipindai' : 'lembar tersimpan di Berkas lain'}
            </span>
            {one.withdrawn ? (
              <Badge tone="err">Ditarik {longDate(one.withdrawn.on)}</Badge>
            ) : (
              state !== 'ANONYMOUS' && (
                <span className={styles.links}>
                  {one.fileId === null && state === 'OPEN' && (
                    <LinkAction
                      size="small"
                      onAction={() => {
                        setSheetOf(one.id)
                        input.current?.click()
                      }}
                    >
                      Pilih lembarnya
                    </LinkAction>
                  )}
                  <LinkAction size="small" onAction={() => setLeaving(one)}>
                    Ditarik
                  </LinkAction>
                </span>
              )
            )}
          </li>
        ))}
      </ul>
      {adding && <ConsentDrawer person={person} onClose={() => setAdding(false)} />}
      {leaving && <WithdrawDialog person={person} consent={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  )
}

/** The consent sheet to print and sign. */
function ConsentPaperDialog({ person, onClose }: { person: ConsentPanelProps['person']; onClose: () => void }) {
  const paper = useRead(api.paper.makeForPerson, { traineeId: person.id, key: 'consent', size: null }, readOnce)
  return (
    <FileDialog
      title={paperTitle('consent')}
      facts={person.name}
      query={{ data: paper.data?.file, error: paper.error, refetch: paper.refetch }}
      warnings={paper.data?.warnings ?? []}
      onClose={onClose}
    />
  )
}

import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type CollectablePaper,
  type Collector,
  collectorWords,
  takeBackReason,
} from '../../../shared/features/alumni/collection.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { field } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { Note } from '../../ui/note.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { SwitchBar } from '../../ui/switch-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import styles from './alumni-form.module.css'

export interface CollectionDialogProps {
  /** All that were issued in the class. */
  papers: readonly CollectablePaper[]
  /** Whose paper is looked at. */
  current: CollectablePaper
  onClose: () => void
}

/** Writes down who took which paper: this one, or all that still lie in the office. Mount it while it is open. */
export function CollectionDialog({ papers, current, onClose }: CollectionDialogProps) {
  if (current.collection !== null && papers.every(paper => paper.collection !== null))
    return <TakeBackDialog paper={current} collection={current.collection} onClose={onClose} />
  return <Collect {...{ papers, current, onClose }} />
}

function Collect({ papers, current, onClose }: CollectionDialogProps) {
  useReturnFocus()
  const today = useToday()
  const waiting = papers.filter(paper => paper.collection === null)
  const [who, setWho] = useState<'one' | 'all'>('one')
  const [collector, setCollector] = useState<Collector>('SELF')
  const [deputyName, setDeputyName] = useState('')
  const [deputyRelation, setDeputyRelation] = useState('')
  const [date, setDate] = useState<PlainDate | null>(today)
  const [takingBack, setTakingBack] = useState(false)
  const collect = useCommand(api.alumni.collect, {
    done: ({ count }) => (count === 1 ? `Diambil: ${current.name}.` : `${count} sertifikat diambil.`),
  })
  const chosen = who === 'all' ? waiting : [current]
  const refused = whyNot()

  function whyNot(): string | undefined {
    if (date === null) return 'Isi tanggalnya.'
    const taken = who === 'one' ? current.collection : null
    if (taken) return `Sudah diambil ${longDate(taken.collectedOn)}, ${collectorWords(taken)}.`
    if (collector === 'DEPUTY' && deputyName.trim() === '') return 'Isi nama wakilnya.'
    return collector === 'DEPUTY' && deputyRelation.trim() === '' ? 'Isi hubungannya.' : undefined
  }
  async function submit() {
    if (refused !== undefined || date === null) return
    const act = { certificateIds: chosen.map(paper => paper.certificateId), collectedOn: date }
    const given =
      collector === 'SELF'
        ? { ...act, collector, deputyName: '' as const, deputyRelation: '' as const }
        : { ...act, collector, deputyName, deputyRelation }
    if (await collect.run(given)) onClose()
  }
  useKeys(
    [
      { keys: 'Ctrl Enter', label: 'catat', run: () => void submit(), whileTyping: true },
      {
        keys: 'Alt A',
        label: 'orang ini atau semua yang belum',
        run: () => setWho(who === 'one' ? 'all' : 'one'),
        whileTyping: true,
      },
    ],
    'dialog',
  )

  if (takingBack && current.collection)
    return <TakeBackDialog paper={current} collection={current.collection} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title="Pengambilan sertifikat" size={480}>
      <div className={styles.form}>
        <SwitchBar
          label="Siapa yang mengambil"
          options={[
            { value: 'one', label: current.name },
            { value: 'all', label: `Semua yang belum (${waiting.length})` },
          ]}
          value={who}
          onChange={setWho}
        />
        <SwitchBar
          label="Diambil oleh"
          options={[
            { value: 'SELF', label: 'Sendiri' },
            { value: 'DEPUTY', label: 'Diwakili' },
          ]}
          value={collector}
          onChange={setCollector}
        />
        {collector === 'DEPUTY' && (
          <div className={styles.pair}>
            <TextInput
              {...field({ label: 'Nama wakil' })}
              value={deputyName}
              onChange={event => setDeputyName(event.currentTarget.value)}
            />
            <TextInput
              {...field({ label: 'Hubungan' })}
              placeholder="ibu, suami, lurah"
              value={deputyRelation}
              onChange={event => setDeputyRelation(event.currentTarget.value)}
            />
          </div>
        )}
        <DateField label="Diambil pada" today={today} past max={today} value={date} onChange={setDate} autoFocus />
        {who === 'one' && current.collection && (
          <Note tone="info" acts={<ActButton onAct={() => setTakingBack(true)}>Batalkan pengambilan</ActButton>}>
            {refused}
          </Note>
        )}
        {collect.error !== null && (
          <Note tone="err" live>
            {collect.error}
          </Note>
        )}
        <div className={styles.acts}>
          <KeyHints hints={[{ keys: 'Alt A', text: 'semua' }]} />
          <ActButton keys="Esc" onAct={onClose}>
            Batal
          </ActButton>
          <ActButton tone="primary" keys="Ctrl Enter" refused={refused} pending={collect.pending} onAct={submit}>
            {chosen.length === 1 ? 'Catat diambil' : `Catat ${chosen.length} diambil`}
          </ActButton>
        </div>
      </div>
    </Modal>
  )
}

interface TakeBackDialogProps {
  paper: CollectablePaper
  collection: NonNullable<CollectablePaper['collection']>
  onClose: () => void
}

function TakeBackDialog({ paper, collection, onClose }: TakeBackDialogProps) {
  const takeBack = useCommand(api.alumni.takeBack, { done: ({ number }) => `Pengambilan ${number} dibatalkan.` })
  return (
    <ReasonDialog
      title={`Batalkan pengambilan ${paper.number}?`}
      schema={takeBackReason}
      act="Batalkan pengambilan"
      tone="danger"
      error={takeBack.error}
      onAct={async reason => {
        if (await takeBack.run({ certificateId: paper.certificateId, reason })) onClose()
      }}
      onCancel={onClose}
    >
      <p>
        {paper.name}, {longDate(collection.collectedOn)}, {collectorWords(collection)}. Dicatat {collection.by}.
      </p>
    </ReasonDialog>
  )
}

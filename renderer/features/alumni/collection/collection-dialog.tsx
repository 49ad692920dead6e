import { TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type CollectablePaper,
  type Collector,
  collectionDraft,
  formatCollector,
  takeBackReason,
} from '../../../../shared/features/alumni/collection.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import layout from '../../../ui/page/layout.module.css'

interface CollectionDialogProps {
  /** All papers issued in the class. */
  papers: readonly CollectablePaper[]
  /** The paper on screen. */
  current: CollectablePaper
  onClose: () => void
}

/** Records who collected which paper: this one, or all that are still in the office. Mount only while open. */
export function CollectionDialog({ papers, current, onClose }: CollectionDialogProps) {
  if (current.collection !== null && papers.every(paper => paper.collection !== null))
    return <TakeBackDialog paper={current} collection={current.collection} onClose={onClose} />
  return <Collect {...{ papers, current, onClose }} />
}

function Collect({ papers, current, onClose }: CollectionDialogProps) {
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
    async undo(_, { certificateIds }) {
      const reason = 'Diurungkan sesaat sesudah dicatat'
      for (const certificateId of certificateIds) await api.alumni.undoCollection.call({ certificateId, reason })
    },
  })
  const chosen = who === 'all' ? waiting : [current]
  const refused = whyNot()

  function whyNot(): string | undefined {
    if (date === null) return 'Isi tanggalnya.'
    const taken = who === 'one' ? current.collection : null
    if (taken) return `Sudah diambil ${longDate(taken.collectedOn)}, ${formatCollector(taken)}.`
    if (collector === 'DEPUTY' && deputyName.trim() === '') return 'Isi nama wakilnya.'
    return collector === 'DEPUTY' && deputyRelation.trim() === '' ? 'Isi hubungannya.' : undefined
  }
  async function submit() {
    if (date === null) return
    const action = { certificateIds: chosen.map(paper => paper.certificateId), collectedOn: date }
    const given =
      collector === 'SELF'
        ? { ...action, collector, deputyName: '' as const, deputyRelation: '' as const }
        : { ...action, collector, deputyName, deputyRelation }
    if (await collect.run(given)) onClose()
  }
  const turn: Action = {
    label: 'Semua',
    keys: 'Alt A',
    run: () => setWho(who === 'one' ? 'all' : 'one'),
  }
  useActions([turn], 'dialog')

  if (takingBack && current.collection)
    return <TakeBackDialog paper={current} collection={current.collection} onClose={onClose} />
  return (
    <FormModal
      title="Pengambilan sertifikat"
      size={480}
      onClose={onClose}
      error={collect.error}
      extra={<KeyHints hints={[turn]} />}
      action={{
        label: chosen.length === 1 ? 'Catat diambil' : `Catat ${chosen.length} diambil`,
        widest: 'Catat 16 diambil',
        hint: 'catat',
        keys: 'Ctrl Enter',
        refused,
        pending: collect.pending,
        run: submit,
      }}
    >
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
        <div className={layout.pair}>
          <TextInput {...field({ label: 'Nama wakil' })} {...typing(deputyName, setDeputyName)} />
          <TextInput
            {...field({ label: 'Hubungan' })}
            placeholder="ibu, suami, lurah"
            {...typing(deputyRelation, setDeputyRelation)}
          />
        </div>
      )}
      <DateField label="Diambil pada" past max={today} value={date} onChange={setDate} autoFocus />
      {who === 'one' && current.collection && (
        <Note
          tone="info"
          actions={<ActionButton onAction={() => setTakingBack(true)}>Batalkan pengambilan</ActionButton>}
        >
          {refused}
        </Note>
      )}
    </FormModal>
  )
}

interface TakeBackDialogProps {
  paper: CollectablePaper
  collection: NonNullable<CollectablePaper['collection']>
  onClose: () => void
}

function TakeBackDialog({ paper, collection, onClose }: TakeBackDialogProps) {
  const undo = useCommand(api.alumni.undoCollection, {
    done: ({ number }) => `Pengambilan ${number} dibatalkan.`,
    undo() {
      const { collectedOn, collector, deputyName, deputyRelation } = collection
      const given = { certificateIds: [paper.certificateId], collectedOn, collector, deputyName, deputyRelation }
      return api.alumni.collect.call(collectionDraft.parse(given))
    },
  })
  return (
    <ReasonDialog
      title={`Batalkan pengambilan ${paper.number}?`}
      schema={takeBackReason}
      action="Batalkan pengambilan"
      tone="danger"
      error={undo.error}
      onAction={async reason => {
        if (await undo.run({ certificateId: paper.certificateId, reason })) onClose()
      }}
      onCancel={onClose}
    >
      <p>
        {paper.name}, {longDate(collection.collectedOn)}, {formatCollector(collection)}. Dicatat oleh {collection.by}.
      </p>
    </ReasonDialog>
  )
}

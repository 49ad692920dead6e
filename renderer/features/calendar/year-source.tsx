import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { field } from '../../ui/field.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './year-source.module.css'

/** The decree that the table of a year rests on. */
export function YearSource({ year, source }: { year: number; source: string }) {
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={`Dasar kalender ${year}`}
      extra={
        !editing && (
          <LinkAct size="small" onAct={() => setEditing(true)} label={`Ubah dasar kalender ${year}`}>
            Ubah
          </LinkAct>
        )
      }
    >
      {editing ? (
        <SourceForm year={year} source={source} act="Simpan dasar" onDone={() => setEditing(false)} />
      ) : (
        <p className={styles.source}>{source}</p>
      )}
    </Panel>
  )
}

export interface SourceFormProps {
  year: number
  source: string
  act: string
  onDone: () => void
}

/** Recording the decree is what makes a year count as filled in. */
export function SourceForm({ year, source, act, onDone }: SourceFormProps) {
  const [text, setText] = useState(source)
  const save = useCommand(api.calendar.saveYear, { done: () => `Dasar kalender ${year} disimpan.` })
  async function store() {
    if (text.trim() !== '' && (await save.run({ year, source: text }))) onDone()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void store()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        {...field({ label: 'Keputusan yang menjadi dasar' })}
        placeholder="SKB tiga menteri, nomor dan tanggalnya"
        value={text}
        maxLength={300}
        error={save.error}
        onChange={event => setText(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <ActButton
          tone="primary"
          refused={text.trim() === '' ? 'Tulis nomor keputusannya dulu.' : undefined}
          onAct={store}
        >
          {act}
        </ActButton>
      </div>
    </form>
  )
}

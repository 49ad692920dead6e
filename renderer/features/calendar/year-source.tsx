import { Flex, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

/** The decree that the table of a year is based on. */
export function YearSource({ year, source }: { year: number; source: string }) {
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={`Dasar kalender ${year}`}
      extra={
        !editing && (
          <LinkAction
            needs="cohort.change"
            size="small"
            onAction={() => setEditing(true)}
            label={`Ubah dasar kalender ${year}`}
          >
            Ubah
          </LinkAction>
        )
      }
    >
      {editing ? (
        <SourceForm year={year} source={source} action="Simpan dasar" onDone={() => setEditing(false)} />
      ) : (
        <p className={layout.note}>{source}</p>
      )}
    </Panel>
  )
}

interface SourceFormProps {
  year: number
  source: string
  action: string
  onDone: () => void
}

/** A year counts as filled once its decree is recorded. */
export function SourceForm({ year, source, action, onDone }: SourceFormProps) {
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
    <Flex component="form" direction="column" gap="0.625rem" onSubmit={submit}>
      <TextInput
        {...field({ label: 'Keputusan yang menjadi dasar' })}
        placeholder="SKB tiga menteri, nomor dan tanggalnya"
        {...typing(text, setText)}
        maxLength={300}
        error={save.error}
      />
      <div className={layout.buttons}>
        <ActionButton
          tone="primary"
          refused={text.trim() === '' ? 'Tulis nomor keputusannya dulu.' : undefined}
          onAction={store}
        >
          {action}
        </ActionButton>
      </div>
    </Flex>
  )
}

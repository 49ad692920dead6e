import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { traineeId } from '../../../../shared/ids.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { typing } from '../../../ui/form/field.tsx'

/** The query returns the whole person; the command takes only the fields of the form. */
const ownFields = z.object(traineeDraft.shape)

interface BirthPlaceFieldProps {
  traineeId: number
  name: string
}

/** Edits the place of birth in place: it is the most frequent obstacle to a certificate. */
export function BirthPlaceField({ traineeId: id, name }: BirthPlaceFieldProps) {
  const [text, setText] = useState('')
  const key = traineeId.parse(id)
  const trainee = useRead(api.trainee.get, { id: key })
  const save = useCommand(api.trainee.save, { done: () => `Tempat lahir ${name} disimpan.` })

  async function store() {
    if (text.trim() === '' || !trainee.data) return
    const read = ownFields.safeParse({ ...trainee.data, birthPlace: text })
    if (read.success) await save.run({ id: key, trainee: read.data })
  }

  return (
    <TextInput
      aria-label={`Tempat lahir ${name}`}
      placeholder="Tempat lahir"
      {...typing(text, setText)}
      error={save.error ?? undefined}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.ctrlKey) return
        event.preventDefault()
        void store()
      }}
      rightSection={<KeyCap>Enter</KeyCap>}
      rightSectionWidth="3.75rem"
    />
  )
}
